/**
 * The first step of every command: plain JavaScript without dependencies, because on a fresh machine
 * there is nothing yet but git, Node 20 and npm. It installs the packages when they are not what the
 * lock file says, then hands over to Node 24 from those packages, which runs TypeScript as it is.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** npm's own record of what it installed. */
const INSTALLED = path.join(ROOT, 'node_modules', '.package-lock.json');

/** The first Node that runs our TypeScript unbuilt and without a warning. */
const OLDEST_RUNTIME_MAJOR = 24;

/**
 * Which packages of the lock file are missing or of another version. Optional ones are left out: npm
 * installs only those that fit this machine.
 * @param {Record<string, {version?: string, optional?: boolean, link?: boolean}>} wanted
 * @param {Record<string, {version?: string}>} installed
 * @returns {string[]}
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted)
    .filter(([place, entry]) => place !== '' && !entry.optional && !entry.link)
    .filter(([place, entry]) => installed[place]?.version !== entry.version)
    .map(([place]) => place.replace(/^node_modules\//, ''));
}

/**
 * Where the packages keep Node 24 for this machine, if they have one for it.
 * @param {string} root
 * @param {string} platform as in `process.platform`
 * @param {string} arch as in `process.arch`
 */
export function packagedNode(root, platform, arch) {
  const system = platform === 'win32' ? 'win' : platform;
  const executable = platform === 'win32' ? 'node.exe' : 'node';
  return path.join(root, 'node_modules', `node-${system}-${arch}`, 'bin', executable);
}

/** The Node that runs everything after this file. Throws a sentence for the user. */
export function runtimeNode() {
  const packaged = packagedNode(ROOT, process.platform, process.arch);
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_RUNTIME_MAJOR) return process.execPath;
  throw new Error(
    `There is no packaged Node 24 for ${process.platform} ${process.arch}: ` +
      `install Node ${OLDEST_RUNTIME_MAJOR} or newer, then run this again (this is ${process.version}).`,
  );
}

/**
 * Installs the packages when needed. Asks npm's own record of the tree, so it costs milliseconds when
 * nothing changed, and a half-finished install (npm writes the record last) is begun anew.
 */
export function ensurePackages() {
  const lock = readPackages(path.join(ROOT, 'package-lock.json'));
  const missing = missingPackages(lock, readPackages(INSTALLED));
  if (missing.length === 0) return;

  if (!existsSync(INSTALLED)) {
    say(`Installing ${missing.length} packages (once; a minute or two) ...`);
    // What an interrupted npm left looks installed and is not.
    rmSync(path.dirname(INSTALLED), { recursive: true, force: true });
  } else {
    const some = missing.slice(0, 3).join(', ') + (missing.length > 3 ? ', ...' : '');
    say(`The packages differ from the lock file (${some}): installing ...`);
  }
  const started = Date.now();
  // Not `npm ci`: it refuses a lock file without the optional packages of other systems, and a registry
  // that does not carry those cannot give a lock file with them. This installs by the lock file too,
  // with its hashes, and does not write it.
  const succeeded = runNpm(['install', '--no-save', '--ignore-scripts', '--loglevel=error']);
  const still = missingPackages(lock, readPackages(INSTALLED));
  if (!succeeded || still.length > 0) {
    throw new Error(
      'npm could not install the packages: its own message is above. ' +
        'A package registry must be reachable the first time; after that nothing is downloaded again.',
    );
  }
  say(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/**
 * Standard output belongs to the command itself (`story parse --json`), so npm's goes to the other.
 * @param {readonly string[]} args
 */
function runNpm(args) {
  const npm = npmCommand(process.env, process.platform);
  const { status } = spawnSync(npm.command, [...npm.args, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: npm.shell,
  });
  return status === 0;
}

/**
 * The npm that started us, where one did, else the one on the path.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 */
export function npmCommand(env, platform) {
  const running = env['npm_execpath'];
  if (running !== undefined && /npm-cli\.c?js$/.test(running)) {
    return { command: env['npm_node_execpath'] ?? process.execPath, args: [running], shell: false };
  }
  return { command: 'npm', args: /** @type {string[]} */ ([]), shell: platform === 'win32' };
}

/**
 * Runs a script under Node 24 with our terminal, and ends as it ends.
 * @param {string} script path from the repository's root
 * @param {readonly string[]} args
 */
export function handOver(script, args) {
  const node = runtimeNode();
  const child = spawn(node, [path.join(ROOT, script), ...args], {
    cwd: process.cwd(),
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [path.dirname(node), process.env['PATH'] ?? ''].join(path.delimiter),
    },
  });
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  // A terminal sends Ctrl-C to both of us. Sent on, it would reach the child twice, and a second one
  // means "now, unclean" to many programs.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  child.on('error', (error) => fail(error));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  });
}

/**
 * Sets up, hands over, and puts any failure in one sentence.
 * @param {string} script
 * @param {readonly string[]} args
 */
export function setUpAndRun(script, args) {
  try {
    ensurePackages();
    handOver(script, args);
  } catch (error) {
    fail(error);
  }
}

/**
 * @param {string} file
 * @returns {Record<string, {version?: string, optional?: boolean}>}
 */
function readPackages(file) {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * A progress line. On standard error: standard output belongs to the command itself.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`[set-up] ${line}\n`);
}

/** @param {unknown} error */
function fail(error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
