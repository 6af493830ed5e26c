/** The typing run as tables for people: each number of ours beside the floor's from the same minutes. */
import { quantile } from '../measure.ts';
import type { Opening } from './opening.ts';
import type { TypingCell, TypingRun } from './typing-bench.ts';

/** What a writer is promised, as ratios to the floor. */
const GOALS = { latency: 1.25, mainThread: 1.4 } as const;
const OPENING_GOAL_MS = 150;

export function typingReport({ electron, cells, openings }: TypingRun): string {
  const head = ['words', 'where', 'keys', 'p50', 'p95', 'main thread', 'tasks > 50 ms', 'journal'];
  const rows = cells.map((cell) => [
    String(cell.words),
    cell.place,
    cell.kind,
    latency(cell, 0.5),
    latency(cell, 0.95),
    compared(
      quantile(
        cell.ours.map((go) => go.mainThread),
        0.5,
      ),
      quantile(
        cell.floor.map((go) => go.mainThread),
        0.5,
      ),
      GOALS.mainThread,
    ),
    `${tasks(cell.ours)} (floor ${tasks(cell.floor)})`,
    journal(cell),
  ]);
  return [
    `Typing in Electron ${electron}: ours / floor = ratio, milliseconds; the goals are ${GOALS.latency}x for a key until it is`,
    `painted and ${GOALS.mainThread}x for the processor time of the main thread a key (pause after typing included).`,
    '',
    table([head, ...rows]),
    '',
    ...openings.map(openingLine),
  ].join('\n');
}

function latency(cell: TypingCell, share: number): string {
  return compared(
    quantile(
      cell.ours.flatMap((go) => go.latencies),
      share,
    ),
    quantile(
      cell.floor.flatMap((go) => go.latencies),
      share,
    ),
    GOALS.latency,
  );
}

function compared(ours: number, floor: number, goal: number): string {
  const ratio = ours / floor;
  return `${ours.toFixed(1)}/${floor.toFixed(1)} = ${ratio.toFixed(2)}x ${ratio <= goal ? 'met' : 'MISSED'}`;
}

function tasks(goes: TypingCell['ours']): number {
  return goes.reduce((count, go) => count + go.longTasks.length, 0);
}

function journal({ journal: written, keys, ours }: TypingCell): string {
  if (written.entries === 0) return '-';
  const perKey = Math.round(written.bytes / (keys * ours.length));
  return `${perKey} bytes a key, ${(written.blocks / written.entries).toFixed(1)} blocks an entry`;
}

function openingLine({ words, milliseconds, floor }: Opening): string {
  const median = quantile(milliseconds, 0.5);
  const goal =
    words === 5_000
      ? `, goal ${OPENING_GOAL_MS} ms ${median <= OPENING_GOAL_MS ? 'met' : 'MISSED'}`
      : '';
  return (
    `Opening ${words} words, click to caret: median ${median.toFixed(0)} ms ` +
    `(${milliseconds.map((each) => each.toFixed(0)).join(', ')})${goal}; ` +
    `the bare element with the same text: ${quantile(floor, 0.5).toFixed(0)} ms`
  );
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
