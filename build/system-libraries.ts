/**
 * What Electron needs from the system on Linux: libraries, and for tests a virtual screen and a font.
 * On Debian and Ubuntu root gets them installed; anyone else gets the one command to run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { say } from './bootstrap.mjs';
import {
  type Need,
  availablePackages,
  describeMissing,
  fontNeed,
  missingLibraries,
  needsForLibraries,
  screenNeed,
} from './system-packages.ts';

const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts'];

/** Makes sure that `executable` can start here. Throws a sentence with the command to run. */
export function ensureSystemLibraries(
  executable: string,
  forTests: 'with screen' | 'no screen',
): void {
  if (process.platform !== 'linux') return;
  const needs = missingNeeds(executable, forTests);
  if (needs.length === 0) return;
  if (!hasProgram('apt-get')) throw new Error(describeMissing(needs, null));
  if (process.getuid?.() !== 0) {
    throw new Error(describeMissing(needs, availablePackages(needs, isInApt)));
  }
  install(needs);
  const still = missingNeeds(executable, forTests);
  if (still.length > 0) throw new Error(describeMissing(still, availablePackages(still, isInApt)));
}

/** Whether a program lies on the path. */
export function hasProgram(name: string): boolean {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((folder) => folder !== '' && existsSync(path.join(folder, name)));
}

function missingNeeds(executable: string, forTests: 'with screen' | 'no screen'): Need[] {
  const ldd = spawnSync('ldd', [executable], { encoding: 'utf8' });
  const needs = needsForLibraries(missingLibraries(ldd.stdout ?? ''));
  if (!hasAnyFont()) needs.push(fontNeed);
  if (forTests === 'with screen' && !hasProgram('Xvfb')) needs.push(screenNeed);
  return needs;
}

function install(needs: readonly Need[]): void {
  const started = Date.now();
  say(`Installing system packages for Electron (${needs.map((need) => need.name).join(', ')}) ...`);
  // A list that is a little old is better than none: the installation decides.
  apt(['update']);
  const packages = availablePackages(needs, isInApt);
  const status = apt(['install', '--yes', '--no-install-recommends', ...packages]);
  if (status !== 0) {
    throw new Error(`apt-get could not install ${packages.join(' ')}: its own message is above.`);
  }
  say(`System packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function apt(args: readonly string[]): number | null {
  // Another apt may be at work (unattended upgrades do that on fresh machines): wait for it.
  return spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status;
}

/** Whether apt knows something installable under this name (names differ between releases). */
function isInApt(name: string): boolean {
  const policy = spawnSync('apt-cache', ['policy', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return /^ {2}Candidate: (?!\(none\))/m.test(policy.stdout ?? '');
}

function hasAnyFont(): boolean {
  return FONT_FOLDERS.some((folder) => existsSync(folder) && fontsIn(folder));
}

function fontsIn(folder: string): boolean {
  const found = spawnSync('find', [folder, '-name', '*.ttf', '-o', '-name', '*.otf'], {
    encoding: 'utf8',
  });
  return (found.stdout ?? '').trim() !== '';
}
