/** The end of `npm test`: one table, what was driven, and one plain line. Pure. */
import type { Outcome } from './outcome.ts';

export interface GroupResult {
  readonly group: string;
  readonly outcome: Outcome;
  readonly seconds: number;
}

/** Which Electron the end-to-end suite says it drove; it asks the running app. */
export interface DrivenElectron {
  readonly version: string;
  readonly kind: string;
}

const KINDS: Readonly<Record<string, string>> = {
  official: 'official release',
  registry: 'development runtime from the package registry',
  override: 'named by ELECTRON_OVERRIDE_DIST_PATH',
};

/** The summary's lines. The last one stands alone, for people and for scripts. */
export function renderSummary(
  results: readonly GroupResult[],
  electron: DrivenElectron | null,
): string {
  const rows = results.map(({ group, outcome, seconds }) => [
    outcome.failed > 0 ? 'FAIL' : 'ok',
    group,
    count(outcome.passed),
    count(outcome.failed),
    count(outcome.skipped),
    seconds.toFixed(1),
    outcome.note,
  ]);
  const header = ['', 'group', 'passed', 'failed', 'skipped', 'seconds', ''];
  const seconds = results.reduce((sum, result) => sum + result.seconds, 0);
  return [
    '',
    ...align([header, ...rows]),
    '',
    electron === null
      ? 'No Electron was driven.'
      : `Electron ${electron.version} was driven (${KINDS[electron.kind] ?? electron.kind}).`,
    `${results.length} groups in ${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s.`,
    '',
    closingLine(results),
  ].join('\n');
}

/** `N passed, N failed`, with `, N skipped` where tests were skipped. */
export function closingLine(results: readonly GroupResult[]): string {
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    results.reduce((total, { outcome }) => total + outcome[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function count(number: number): string {
  return number === 0 ? '-' : String(number);
}

/** Columns of equal width; numbers to the right. */
function align(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const rightAligned = new Set([2, 3, 4, 5]);
  return rows.map((row) =>
    row
      .map((cell, column) =>
        rightAligned.has(column)
          ? cell.padStart(widths[column] ?? 0)
          : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
