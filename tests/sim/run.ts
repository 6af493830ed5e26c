/** `npm run sim -- --seeds N --from S [--steps N] [--trace]`: many seeds, and how fast; the failing ones by number. */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { simulate, STEPS } from './simulate.ts';
import { makeTemplate } from './template.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: String(STEPS) },
    trace: { type: 'boolean', default: false },
  },
});
const [seeds, from, steps] = [Number(values.seeds), Number(values.from), Number(values.steps)];
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const template = await makeTemplate();
const started = performance.now();
const failed: number[] = [];
const sightings = new Map<string, number>();
try {
  for (let seed = from; seed < from + seeds; seed += 1) {
    const { troubles, trace, hash, sightings: seen } = await simulate(template, seed, {}, steps);
    for (const [what, count] of seen) sightings.set(what, (sightings.get(what) ?? 0) + count);
    if (values.trace) process.stdout.write(`${trace.join('\n')}\nseed ${String(seed)}: ${hash}\n`);
    if (troubles.length === 0) continue;
    failed.push(seed);
    process.stdout.write(
      `seed ${String(seed)} FAILED:\n${troubles.map((line) => `  ${line}`).join('\n')}\n`,
    );
  }
} finally {
  rmSync(template.folder, { recursive: true, force: true });
}
const seconds = (performance.now() - started) / 1_000;
const table = [...sightings].toSorted(([a], [b]) => (a < b ? -1 : 1));
process.stdout.write(
  `${table.map(([what, count]) => `  ${what.padEnd(36)}${String(count)}`).join('\n')}\n` +
    `${String(seeds)} seeds from ${String(from)}, ${String(steps)} steps each: ${seconds.toFixed(1)} s, ` +
    `${(seeds / seconds).toFixed(2)} seeds per second, ${String(failed.length)} failed${failed.length === 0 ? '' : `: ${failed.join(', ')}`}\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
