/**
 * One process at a time: `npm start` and `npm test` may both find the runtime missing. The lock only
 * saves the second download. Correctness rests on finishing in a temporary folder and renaming it.
 */
import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT_MS = 5_000;
/** Without a heartbeat for this long, whoever held the lock is gone (another container, say). */
const STALE_AFTER_MS = 60_000;

/** Runs `work` while holding `file`; waits while another process holds it. */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  onWait: () => void = () => {},
): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  let told = false;
  while (!(await take(file))) {
    if (await isAbandoned(file)) {
      await rm(file, { force: true });
      continue;
    }
    if (!told) onWait();
    told = true;
    await sleep(300);
  }
  const heartbeat = setInterval(() => void touch(file), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isAbandoned(file: string): Promise<boolean> {
  try {
    const age = Date.now() - (await stat(file)).mtimeMs;
    if (age > STALE_AFTER_MS) return true;
    const holder: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isDeadNeighbour(holder);
  } catch {
    // Gone meanwhile, or its holder is still writing it: look again.
    return false;
  }
}

/** True when the holder ran on this machine and is no more. Elsewhere only the heartbeat tells. */
function isDeadNeighbour(holder: unknown): boolean {
  const { pid, host } = holder as { pid?: number; host?: string };
  if (typeof pid !== 'number' || host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => {});
}
