/** Test support: runs the real command as a child process, in a folder and with a temp folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const STORY = path.join(import.meta.dirname, 'story.ts');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Bench {
  /** Where the command runs. */
  readonly folder: string;
  /** What it would use for temporary files. */
  readonly temp: string;
  readonly story: (
    args: readonly string[],
    input?: string | Uint8Array,
    env?: Readonly<Record<string, string>>,
  ) => Promise<Outcome>;
  /** Starts it and looks at its output, at the start (empty) and with every chunk, while it runs. */
  readonly begin: (
    args: readonly string[],
    onOutput: (child: ChildProcess, stdout: string) => void,
  ) => Promise<Outcome>;
  /** Everything in both folders with its size: the same before and after means that nothing was written. */
  readonly traces: () => readonly string[];
  readonly clear: () => void;
}

/** A fresh place to run the command in. */
export function makeBench(): Bench {
  const root = mkdtempSync(path.join(tmpdir(), 'redaksi-story-'));
  const folder = mkdtempSync(path.join(root, 'work-'));
  const temp = mkdtempSync(path.join(root, 'temp-'));
  const environment = { TMPDIR: temp, TMP: temp, TEMP: temp, LANG: 'C' };
  return {
    folder,
    temp,
    story: (args, input, env = {}) => run(args, input, folder, { ...environment, ...env }),
    begin: (args, onOutput) => run(args, undefined, folder, environment, onOutput),
    traces: () =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .map((name) => `${name} ${String(statSync(path.join(root, name)).size)}`)
        .toSorted(),
    clear: () => rmSync(root, { recursive: true, force: true }),
  };
}

function run(
  args: readonly string[],
  input: string | Uint8Array | undefined,
  cwd: string,
  env: Readonly<Record<string, string>>,
  onOutput: (child: ChildProcess, stdout: string) => void = () => undefined,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [STORY, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], HOME: cwd, ...env },
    });
    let stdout = '';
    let stderr = '';
    onOutput(child, stdout);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      onOutput(child, stdout);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    // A refusal may come before all of a large input was read.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
