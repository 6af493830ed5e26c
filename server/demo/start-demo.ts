/** The sample newsroom: a real server whose store is filled once, through its real API, by real people. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startServer, type RunningServer } from '../start.ts';
import { DEMO_PEOPLE, NEWSROOM_NAME, type DemoPerson } from './newsroom.ts';
import { seedNewsroom } from './seed.ts';

export interface DemoOptions {
  readonly dataDir: string;
  /** Throws the sample's data away first. */
  readonly fresh: boolean;
  /** By default 4410, or any free one when that is taken. */
  readonly port?: number;
}

export interface Demo {
  readonly url: string;
  readonly people: readonly DemoPerson[];
  readonly close: () => Promise<void>;
}

const PORT = 4410;
/** In the data folder: `seeding` until the sample is complete, then `ready`. */
const MARK = 'sample-newsroom';

/**
 * Starts the sample newsroom. A second start finds the data and adds nothing; one that was cut off while it filled the
 * store begins anew, for nobody can have worked in it yet.
 * @throws when the folder holds something else than a sample newsroom: that is never touched
 */
export async function startDemo({ dataDir, fresh, port }: DemoOptions): Promise<Demo> {
  const mark = path.join(dataDir, MARK);
  const state = await readMark(dataDir, mark);
  if (state === 'seeding' || (fresh && state === 'ready')) await rm(dataDir, { recursive: true });
  const ready = state === 'ready' && !fresh;
  const today = new Date();
  let seedTime: Date | undefined;
  if (!ready) {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await writeFile(mark, 'seeding\n');
  }
  const server = await listen(dataDir, port, () => seedTime ?? new Date());
  if (!ready) {
    try {
      const clock = { now: () => seedTime ?? today, set: (time: Date) => void (seedTime = time) };
      await seedNewsroom(server, clock, today);
      seedTime = undefined;
      await writeFile(mark, 'ready\n');
    } catch (thrown) {
      await server.close();
      throw thrown;
    }
  }
  return { url: server.url, people: DEMO_PEOPLE, close: () => server.close() };
}

async function listen(
  dataDir: string,
  port: number | undefined,
  clock: () => Date,
): Promise<RunningServer> {
  const options = { dataDir, newsroom: NEWSROOM_NAME, clock };
  try {
    return await startServer({ ...options, port: port ?? PORT });
  } catch (thrown) {
    const taken = thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE';
    if (!taken || port !== undefined) throw thrown;
    return startServer({ ...options, port: 0 });
  }
}

async function readMark(dataDir: string, mark: string): Promise<'none' | 'seeding' | 'ready'> {
  if (!existsSync(dataDir) || (await readdir(dataDir)).length === 0) return 'none';
  const text = existsSync(mark) ? (await readFile(mark, 'utf8')).trim() : '';
  if (text === 'seeding' || text === 'ready') return text;
  throw new Error(`${dataDir} holds no sample newsroom: it is left as it is. Name another folder.`);
}
