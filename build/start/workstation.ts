/** One workstation window of the demo: its own laptop folder, signed in as one person. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../bootstrap.mjs';
import { buildApp } from '../build-app.ts';
import { type ElectronRuntime, electronArguments, resolveElectron } from '../electron-runtime.ts';
import { ensureSystemLibraries } from '../system-libraries.ts';
import type { DemoPerson } from './people.ts';

/** After this a window that was asked to close is ended. */
const CLOSING_MS = 8_000;
const LAST_LINES = 15;

export interface Workstation {
  /** Resolves with the exit code when the window is gone. */
  readonly closed: Promise<number>;
  /** The end of what it wrote, for when it failed. */
  lastWords(): string;
  stop(): Promise<void>;
}

/** Fetches, checks and builds what a window needs. Slow only the first time. */
export async function prepareWorkstation(): Promise<ElectronRuntime> {
  const electron = await resolveElectron();
  ensureSystemLibraries(electron.executable, 'no screen');
  await buildApp();
  return electron;
}

/** Opens a window with the person's own laptop folder below `home`. */
export function openWorkstation(
  electron: ElectronRuntime,
  home: string,
  server: string,
  person: DemoPerson,
): Workstation {
  const laptop = path.join(home, 'laptops', person.username);
  mkdirSync(laptop, { recursive: true });
  // Chromium is chatty; its remarks belong in a file, not between the lines of `npm start`.
  const logFile = path.join(laptop, 'workstation.log');
  const log = openSync(logFile, 'w');
  const child = spawn(electron.executable, [...electronArguments(), ROOT], {
    stdio: ['ignore', log, log],
    env: workstationEnvironment(electron, laptop, server, person),
  });
  closeSync(log);
  return {
    closed: endOf(child),
    lastWords: () => readFileSync(logFile, 'utf8').trim().split('\n').slice(-LAST_LINES).join('\n'),
    stop: () => stop(child),
  };
}

function workstationEnvironment(
  electron: ElectronRuntime,
  laptop: string,
  server: string,
  { username, password }: DemoPerson,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    REDAKSI_DATA_DIR: laptop,
    ...(electron.nodeForCore !== null && { REDAKSI_CORE_NODE: electron.nodeForCore }),
    // The demo only: its passwords are printed anyway.
    REDAKSI_SIGN_IN: JSON.stringify({ server, username, password }),
  };
}

async function endOf(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 0;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), CLOSING_MS);
  await gone;
  clearTimeout(late);
}
