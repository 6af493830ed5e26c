/** A file where the person wants it: written beside under another name, then renamed, so that it is never half there. */
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

export type Placing = 'saved' | 'no-space' | 'not-writable' | 'failed';

export async function putInPlace(target: string, bytes: Uint8Array): Promise<Placing> {
  const beside = path.join(path.dirname(target), `.${randomUUID()}.part`);
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
    return 'saved';
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return whyNot(error);
  }
}

function whyNot(error: unknown): Placing {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'no-space';
  return ['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EISDIR', 'ENOENT'].includes(code)
    ? 'not-writable'
    : 'failed';
}
