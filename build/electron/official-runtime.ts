/** The pinned Electron from its own release, fetched and verified by Electron's own installer. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, say } from '../bootstrap.mjs';
import { executableIn } from './facts.ts';
import { withLock } from './lock.ts';

const PACKAGE = path.join(ROOT, 'node_modules/electron');
const PROBE_MS = 5_000;

/** The version that package.json pins. */
export function pinnedElectronVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'));
  return (manifest as { version: string }).version;
}

/** The unpacked release in the electron package, when it is there and of the pinned version. */
export function installedOfficialRuntime(): string | null {
  const folder = path.join(PACKAGE, 'dist');
  const version = path.join(folder, 'version');
  if (!existsSync(version) || !existsSync(executableIn(folder, process.platform))) return null;
  const found = readFileSync(version, 'utf8').trim().replace(/^v/, '');
  return found === pinnedElectronVersion() ? folder : null;
}

/**
 * Installs the official release. Null when its host cannot be reached (a quick question first, so that
 * a place without it does not wait); throws when it can be reached and the installation fails.
 */
export async function fetchOfficialRuntime(cache: string): Promise<string | null> {
  const version = pinnedElectronVersion();
  if (!(await isReachable(releaseUrl(version, process.env)))) return null;
  return await withLock(path.join(cache, 'electron-official.lock'), async () => {
    const present = installedOfficialRuntime();
    if (present !== null) return present;
    say(`Fetching Electron ${version} from its release (about 110 MB, once) ...`);
    // It keeps the zip in the user's cache and checks it against the package's own checksums.
    const install = spawnSync(process.execPath, [path.join(PACKAGE, 'install.js')], {
      stdio: ['ignore', 2, 2],
    });
    const installed = installedOfficialRuntime();
    if (install.status !== 0 || installed === null) {
      throw new Error(`Electron ${version} could not be installed: its own message is above.`);
    }
    return installed;
  });
}

/** Where the release lies; mirrors by Electron's own variable. */
export function releaseUrl(
  version: string,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const mirror =
    env['ELECTRON_MIRROR'] ??
    env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/';
  const folder = env['ELECTRON_CUSTOM_DIR'] ?? `v${version}`;
  return `${mirror.replace(/\/?$/, '/')}${folder}/electron-v${version}-${process.platform}-${process.arch}.zip`;
}

async function isReachable(url: string): Promise<boolean> {
  return await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) }).then(
    (response) => response.ok,
    () => false,
  );
}
