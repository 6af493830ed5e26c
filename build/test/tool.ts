/** Runs one tool of a group: its output goes to the terminal at once, and its end comes back. */
import { spawn } from 'node:child_process';
import { ROOT } from '../bootstrap.mjs';

/** A tool that hangs fails its group; it does not hold up the others for ever. */
const LIMIT_MS = 14 * 60_000;
/** After a polite end was asked for. */
const GRACE_MS = 5_000;

export interface ToolRun {
  readonly exitCode: number;
  /** What it wrote, both streams, as far as it was kept. */
  readonly output: string;
}

/** Runs a script under this Node with the repository as its folder. */
export async function runTool(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ToolRun> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let output = '';
  const keep = (chunk: string) => {
    output = (output + chunk).slice(-200_000);
  };
  child.stdout.setEncoding('utf8').on('data', keep).pipe(process.stdout, { end: false });
  child.stderr.setEncoding('utf8').on('data', keep).pipe(process.stderr, { end: false });
  const limit = setTimeout(() => {
    process.stderr.write(`${script} did not end within ${LIMIT_MS / 60_000} minutes: ending it.\n`);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
  }, LIMIT_MS);
  return await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ exitCode: code ?? 1, output });
    });
  });
}
