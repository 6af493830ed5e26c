/** Files that are whole or not there: written beside, synced, renamed. */
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { randomUUID } from 'node:crypto';
import { RedaksiError } from '#shared/contract/errors.ts';

/** Rejects with DISK_FULL when there is no room; nothing is left behind then. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await intoPlace(path, async (beside) => {
    const file = await open(beside, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

export async function copyDurably(from: string, path: string): Promise<void> {
  await intoPlace(path, async (beside) => {
    await copyFile(from, beside);
    const file = await open(beside, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

async function intoPlace(path: string, write: (beside: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomUUID()}.part`;
  try {
    await write(beside);
    await rename(beside, path);
    await syncFolder(dirname(path));
  } catch (thrown) {
    await rm(beside, { force: true });
    throw asDiskFull(thrown);
  }
}

/** A rename is durable once its folder is. Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function asDiskFull(thrown: unknown): unknown {
  const isFull =
    thrown instanceof Error &&
    'code' in thrown &&
    (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT');
  return isFull
    ? new RedaksiError('DISK_FULL', 'no room on this laptop; nothing was written')
    : thrown;
}
