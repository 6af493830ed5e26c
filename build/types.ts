/**
 * `npm run types`: compiles every folder's project apart, each with only what its folder may see
 * (shared: neither DOM nor Node). A project without sources is an error: it would check nothing.
 * `npm run types -- server shared` checks only those folders.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './bootstrap.mjs';

const PROJECTS = [
  'tsconfig.json',
  'shared/tsconfig.source.json',
  'shared/tsconfig.tests.json',
  'electron/core/tsconfig.json',
  'electron/main/tsconfig.json',
  'electron/preload/tsconfig.json',
  'electron/cli/tsconfig.json',
  'renderer/tsconfig.source.json',
  'renderer/tsconfig.tests.json',
  'server/tsconfig.json',
  'build/tsconfig.json',
  'tests/tsconfig.json',
] as const;

const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
const folders = process.argv.slice(2);
const chosen = PROJECTS.filter(
  (project) => folders.length === 0 || folders.some((folder) => project.startsWith(`${folder}/`)),
);
if (chosen.length === 0) throw new Error(`No project lies in ${folders.join(', ')}.`);

const failed = chosen.filter((project) => {
  const run = spawnSync(process.execPath, [tsc, '-p', project, '--pretty', 'false'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (run.status !== 0) process.stdout.write(`types: ${project} does not compile\n`);
  return run.status !== 0;
});
process.stdout.write(
  `types: ${chosen.length - failed.length} of ${chosen.length} projects compile\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
