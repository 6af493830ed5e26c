/**
 * How a second `npm start` finds the running demo server: a small file beside its data. The file may
 * outlive a killed server, so what it says is checked.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { DemoPerson } from './people.ts';

const demoSchema = z.object({
  pid: z.number().int().positive(),
  url: z.url(),
  people: z.array(
    z.object({
      name: z.string(),
      username: z.string(),
      password: z.string(),
      roles: z.array(z.string()),
    }),
  ),
});

export interface RunningDemo {
  readonly pid: number;
  readonly url: string;
  readonly people: readonly DemoPerson[];
}

/** The demo server that runs on this data, if one does. */
export async function findRunningDemo(home: string): Promise<RunningDemo | null> {
  const text = await readFile(demoFile(home), 'utf8').catch(() => null);
  if (text === null) return null;
  const demo = demoSchema.safeParse(parseJson(text));
  if (!demo.success || !isAlive(demo.data.pid)) return null;
  // The number may belong to another program by now: only an answer counts.
  const answers = await fetch(demo.data.url, { signal: AbortSignal.timeout(3_000) }).then(
    () => true,
    () => false,
  );
  return answers ? demo.data : null;
}

/** Leaves the address for others. Only its owner may read it: it holds the sample passwords. */
export async function announceDemo(home: string, demo: RunningDemo): Promise<void> {
  await mkdir(home, { recursive: true });
  await writeFile(demoFile(home), `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
}

/** Takes the address away again. */
export async function withdrawDemo(home: string): Promise<void> {
  await rm(demoFile(home), { force: true });
}

function demoFile(home: string): string {
  return path.join(home, 'demo-server.json');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
