/** The groups of `npm test`, in their order: one table. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../bootstrap.mjs';
import { buildApp } from '../build-app.ts';
import { type Outcome, failure, fileCheckOutcome, vitestOutcome } from './outcome.ts';
import { driveElectron } from './e2e.ts';
import { runTool } from './tool.ts';

export const RESULTS = path.join(ROOT, 'test-results');

export interface Group {
  readonly name: string;
  readonly title: string;
  readonly run: () => Promise<Outcome>;
}

const oxfmt = 'node_modules/oxfmt/bin/oxfmt';
const oxlint = 'node_modules/oxlint/bin/oxlint';
const knip = 'node_modules/knip/bin/knip.js';
const vitest = 'node_modules/vitest/vitest.mjs';

export const GROUPS: readonly Group[] = [
  { name: 'format', title: 'Format (oxfmt)', run: () => checkFiles(oxfmt, ['--check']) },
  { name: 'lint', title: 'Lint (oxlint)', run: () => checkFiles(oxlint, ['--deny-warnings']) },
  { name: 'types', title: 'Types (tsc)', run: checkTypes },
  { name: 'unused', title: 'Unused code (knip)', run: checkUnused },
  { name: 'imports', title: 'Import rules', run: () => runVitest('imports') },
  { name: 'unit', title: 'Unit tests', run: () => runVitest('unit') },
  { name: 'server', title: 'Server tests', run: () => runVitest('server') },
  { name: 'sim', title: 'Simulation', run: () => runVitest('sim') },
  { name: 'build', title: 'Build', run: checkBuild },
  { name: 'e2e', title: 'Electron end to end', run: () => driveElectron(RESULTS) },
];

async function checkFiles(tool: string, args: readonly string[]): Promise<Outcome> {
  const { output, exitCode } = await runTool(tool, args);
  return fileCheckOutcome(output, exitCode);
}

async function checkTypes(): Promise<Outcome> {
  const { output, exitCode } = await runTool('build/types.ts', []);
  const compiled = /types: (\d+) of (\d+) projects compile/.exec(output);
  const note = compiled === null ? 'did not end' : `${compiled[1]} of ${compiled[2]} projects`;
  return exitCode === 0 && compiled !== null ? pass(note) : failure(note);
}

async function checkUnused(): Promise<Outcome> {
  const { exitCode } = await runTool(knip, []);
  return exitCode === 0 ? pass('') : failure(`ended with code ${exitCode}`);
}

async function checkBuild(): Promise<Outcome> {
  return pass((await buildApp()) === 'fresh' ? 'up to date' : 'built');
}

/** One project of vitest.config.ts. */
async function runVitest(name: string): Promise<Outcome> {
  const report = path.join(RESULTS, `${name}.json`);
  await mkdir(RESULTS, { recursive: true });
  await rm(report, { force: true });
  const { exitCode } = await runTool(vitest, [
    'run',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const text = await readFile(report, 'utf8').catch(() => null);
  if (text === null) return failure('ran no test');
  return vitestOutcome(JSON.parse(text), exitCode);
}

function pass(note: string): Outcome {
  return { passed: 0, failed: 0, skipped: 0, note };
}
