/** A server's backup and its restoring, as whoever runs the server would do it. */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { renewEpoch } from '#server/newsroom/found.ts';
import { createServer, startServer, type RunningServer } from '#server/start.ts';
import { NO_LIMITS, type TestNewsroom } from '#server/testing/newsroom-kit.ts';

/** A copy of everything that the server keeps, as of now. @returns its folder */
export async function backUp(newsroom: TestNewsroom): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'redaksi-backup-'));
  cpSync(newsroom.dataDir, folder, { recursive: true });
  for (const suffix of ['', '-wal', '-shm'])
    rmSync(join(folder, `newsroom.sqlite${suffix}`), { force: true });
  const db = new Database(join(newsroom.dataDir, 'newsroom.sqlite'), { readonly: true });
  await db.backup(join(folder, 'newsroom.sqlite'));
  db.close();
  return folder;
}

/** The same address, served from the backup; whoever restores gives the store another epoch. */
export async function restore(newsroom: TestNewsroom, folder: string): Promise<RunningServer> {
  await newsroom.server.close();
  const port = Number(new URL(newsroom.server.url).port);
  const options = { dataDir: folder, clock: newsroom.time.clock, limits: NO_LIMITS };
  // Before anybody can reach it: a laptop that meets the old epoch first would take it for the same server.
  const unseen = await createServer(options);
  await renewEpoch(unseen.newsroom, randomBytes);
  await unseen.close();
  return startServer({ ...options, port });
}
