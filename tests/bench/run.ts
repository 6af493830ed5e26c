/**
 * `npm run bench [-- NAME ...]`: speed as ratios against a baseline in the same run. A table for people, and the same as
 * JSON in test-results/bench.json.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journalBench } from './journal-bench.ts';
import { benchTable, measure, type Bench, type Measured } from './measure.ts';
import { pushBench } from './push-bench.ts';
import { pageBench, parseBench } from './shared-benches.ts';
import { startBench } from './start-bench.ts';

const BENCHES: Readonly<Record<string, (folder: string) => Bench | Promise<Bench>>> = {
  parse: parseBench,
  page: pageBench,
  journal: journalBench,
  push: pushBench,
  start: startBench,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.\n`,
  );
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'redaksi-bench-'));
const results: Measured[] = [];
try {
  for (const [name, open] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    process.stderr.write(`[bench] ${name} ...\n`);
    const bench = await open(folder);
    results.push(await measure(bench));
    await bench.close?.();
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
writeFileSync('test-results/bench.json', `${JSON.stringify({ about, results }, null, 2)}\n`);
process.stdout.write(`${benchTable(results)}\n\nThe same as JSON: test-results/bench.json\n`);
