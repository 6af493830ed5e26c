/** Plain text for a terminal of 80 columns: label and value side by side, wrapped at words. */

export const COLUMNS = 80;

/** Breaks a text at spaces into lines of at most `width` characters; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of text.split('\n')) {
    let line = '';
    for (const word of part.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** Rows of label and value; values are wrapped and stay in their column. Empty values are left out. */
export function rows(pairs: readonly (readonly [label: string, value: string])[]): string {
  const shown = pairs.filter(([, value]) => value !== '');
  const indent = Math.min(18, Math.max(0, ...shown.map(([label]) => label.length))) + 2;
  return shown
    .flatMap(([label, value]) =>
      wrap(value, COLUMNS - indent).map((line, n) =>
        `${(n === 0 ? label : '').padEnd(indent)}${line}`.trimEnd(),
      ),
    )
    .join('\n');
}

/** The text on one line, cut with an ellipsis when it is longer than `width`. */
export function oneLine(text: string, width: number): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  return flat.length <= width ? flat : `${flat.slice(0, width - 1).trimEnd()}…`;
}
