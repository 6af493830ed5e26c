/**
 * Measuring on noisy machines: subject and baseline take turns in the same run, and what counts is the ratio of their
 * medians. Milliseconds are printed only to give a sense of scale.
 */

export interface Bench {
  readonly name: string;
  readonly baseline: string;
  readonly rounds: number;
  /** One round each; they take turns. The first of each is thrown away (warm-up). */
  readonly subject: () => Promise<number> | number;
  readonly against: () => Promise<number> | number;
  /** The ratio to reach, where there is one. */
  readonly goal?: number;
  readonly close?: () => Promise<void> | void;
}

export interface Measured {
  readonly name: string;
  readonly baseline: string;
  readonly rounds: number;
  readonly subjectMs: number;
  readonly baselineMs: number;
  /** Subject by baseline: 1.5 is half as slow again. */
  readonly ratio: number;
  /** The middle half of the ratios of single rounds. */
  readonly spread: readonly [number, number];
  readonly goal: number | null;
}

export async function measure(bench: Bench): Promise<Measured> {
  await bench.against();
  await bench.subject();
  const subject: number[] = [];
  const against: number[] = [];
  for (let round = 0; round < bench.rounds; round += 1) {
    // Who goes first changes, so that neither always finds the warmer machine.
    if (round % 2 === 0) {
      against.push(await bench.against());
      subject.push(await bench.subject());
    } else {
      subject.push(await bench.subject());
      against.push(await bench.against());
    }
  }
  const ratios = subject.map((time, round) => time / (against[round] ?? Number.NaN));
  return {
    name: bench.name,
    baseline: bench.baseline,
    rounds: bench.rounds,
    subjectMs: quantile(subject, 0.5),
    baselineMs: quantile(against, 0.5),
    ratio: quantile(subject, 0.5) / quantile(against, 0.5),
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    goal: bench.goal ?? null,
  };
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A value below which this share of the samples lies; 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low = Number.NaN, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at % 1);
}

/** The table for people; the JSON beside it is for machines. */
export function benchTable(results: readonly Measured[]): string {
  const rows = results.map((result) => [
    result.name,
    milliseconds(result.subjectMs),
    result.baseline,
    milliseconds(result.baselineMs),
    `${result.ratio.toFixed(2)}x`,
    `${result.spread[0].toFixed(2)}-${result.spread[1].toFixed(2)}`,
    result.goal === null
      ? ''
      : `<= ${result.goal}x ${result.ratio <= result.goal ? 'met' : 'MISSED'}`,
  ]);
  const all = [['what', 'median', 'against', 'median', 'ratio', 'middle half', 'goal'], ...rows];
  const widths =
    all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(3) : value.toFixed(1)} ms`;
}
