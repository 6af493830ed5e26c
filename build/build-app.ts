/** `npm run build`: bundles the workstation into dist/. Does nothing when dist/ is what it would build. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, say } from './bootstrap.mjs';
import { withLock } from './electron/lock.ts';
import { runMain } from './run-main.ts';
import { readSources, stampOf } from './stamp.ts';
import { BUNDLES } from './vite-builds.ts';

const DIST = path.join(ROOT, 'dist');
const STAMP = path.join(DIST, '.stamp');
const SOURCES = [
  'electron/{main,preload,core}/**/*',
  'renderer/**/*',
  'shared/**/*',
  'build/build-app.ts',
  'build/vite-builds.ts',
  'package.json',
  'package-lock.json',
];

/** Builds what is stale; returns whether it had to. Throws when the app could not be built. */
export async function buildApp(): Promise<'built' | 'fresh'> {
  const missing = BUNDLES.filter(({ entry }) => !existsSync(path.join(ROOT, entry)));
  if (missing.length > 0) {
    throw new Error(`Cannot build: no ${missing.map(({ entry }) => entry).join(', no ')}.`);
  }
  return await withLock(path.join(DIST, '.build.lock'), async () => {
    const stamp = stampOf(readSources(ROOT, SOURCES));
    if (isFresh(stamp)) return 'fresh';
    const started = Date.now();
    say('Building the workstation ...');
    await rm(STAMP, { force: true });
    const { build } = await import('vite');
    for (const { name, output, config } of BUNDLES) {
      await build(await config());
      if (!existsSync(path.join(ROOT, output))) throw new Error(`${name}: no ${output} was built.`);
    }
    await mkdir(DIST, { recursive: true });
    await writeFile(STAMP, stamp);
    say(`Workstation built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
    return 'built';
  });
}

function isFresh(stamp: string): boolean {
  return (
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === stamp &&
    BUNDLES.every(({ output }) => existsSync(path.join(ROOT, output)))
  );
}

if (import.meta.main) {
  await runMain(async () => {
    const outcome = await buildApp();
    process.stdout.write(outcome === 'fresh' ? 'dist/ is up to date.\n' : 'dist/ is built.\n');
    return 0;
  });
}
