/**
 * `npm run bench [-- NAME ...]`: speed as ratios against a baseline in the same run. A table for people, and the same as
 * JSON in test-results/bench.json.
 *
 * `typing` takes `--words 600,5000,20000,50000` and `--rounds 4`; `memory` runs only when it is named, and takes
 * `--minutes 60` and `--between 150` (milliseconds from key to key).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { journalBench } from './journal-bench.ts';
import { benchTable, measure, type Bench, type Measured } from './measure.ts';
import { pushBench } from './push-bench.ts';
import { pageBench, parseBench } from './shared-benches.ts';
import { startBench } from './start-bench.ts';
import { memoryReport, runMemory } from './typing/memory-bench.ts';
import { typingReport } from './typing/report.ts';
import { runTyping } from './typing/typing-bench.ts';

const { positionals: wanted, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    words: { type: 'string', default: '600,5000,20000,50000' },
    rounds: { type: 'string', default: '4' },
    minutes: { type: 'string', default: '60' },
    between: { type: 'string', default: '150' },
  },
});

const BENCHES: Readonly<Record<string, (folder: string) => Bench | Promise<Bench>>> = {
  parse: parseBench,
  page: pageBench,
  journal: journalBench,
  push: pushBench,
  start: startBench,
};

interface Report {
  readonly text: string;
  readonly numbers: unknown;
}

/** Benches with more to say than one ratio. */
const REPORTS: Readonly<Record<string, (folder: string) => Promise<Report>>> = {
  typing: async (folder) => {
    const numbers = await runTyping(folder, {
      lengths: options.words.split(',').map(Number),
      rounds: Number(options.rounds),
    });
    return { text: typingReport(numbers), numbers };
  },
  memory: async (folder) => {
    const numbers = await runMemory(folder, {
      minutes: Number(options.minutes),
      between: Number(options.between),
    });
    return { text: memoryReport(numbers), numbers };
  },
};
/** An hour is not for every run. */
const ONLY_BY_NAME: ReadonlySet<string> = new Set(['memory']);

const isWanted = (name: string): boolean =>
  wanted.length > 0 ? wanted.includes(name) : !ONLY_BY_NAME.has(name);

const names = [...Object.keys(BENCHES), ...Object.keys(REPORTS)];
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench ${unknown.join(', ')}. There are: ${names.join(', ')}.\n`,
  );
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'redaksi-bench-'));
const results: Measured[] = [];
const reports: Record<string, Report> = {};
try {
  for (const [name, open] of Object.entries(BENCHES)) {
    if (!isWanted(name)) continue;
    process.stderr.write(`[bench] ${name} ...\n`);
    const bench = await open(folder);
    results.push(await measure(bench));
    await bench.close?.();
  }
  for (const [name, run] of Object.entries(REPORTS)) {
    if (!isWanted(name)) continue;
    process.stderr.write(`[bench] ${name} ...\n`);
    reports[name] = await run(folder);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
mkdirSync('test-results', { recursive: true });
const about = {
  node: process.version,
  platform: process.platform,
  arch: process.arch,
  at: new Date().toISOString(),
};
const numbers = Object.fromEntries(
  Object.entries(reports).map(([name, report]) => [name, report.numbers]),
);
writeFileSync(
  'test-results/bench.json',
  `${JSON.stringify({ about, results, ...numbers }, null, 2)}\n`,
);
const texts = Object.values(reports).map((report) => report.text);
const tables = results.length > 0 ? [benchTable(results), ...texts] : texts;
process.stdout.write(`${tables.join('\n\n')}\n\nThe same as JSON: test-results/bench.json\n`);
