/** Progress as a few lines, not as a bar: it must read well in a log too. */

const STEP_PERCENT = 10;
const MB = 1024 * 1024;

/** Says every tenth part of a download, given the bytes there are and the bytes there will be. */
export function progressLines(
  say: (line: string) => void,
): (received: number, total: number) => void {
  let said = 0;
  return (received, total) => {
    const percent = Math.floor((received / total) * 100);
    if (!(percent >= said + STEP_PERCENT)) return;
    said = percent - (percent % STEP_PERCENT);
    say(`  ${said} % of ${Math.round(total / MB)} MB`);
  };
}
