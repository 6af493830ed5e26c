/** Taking in a photo that the shell admitted: named by its hash, stored once, with its small sizes made. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoreParsedInput, Photo } from '#shared/contract/core.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import { HTTP_LIMITS } from '#shared/contract/http.ts';
import { incomingPath, isIncomingTicket, photoPath } from '#shared/contract/media-paths.ts';
import type { PhotoHash } from '#shared/domain/ids.ts';
import { commit, type CoreContext } from '../context.ts';
import { copyDurably, writeDurably } from './files.ts';
import { readProposal } from './proposal.ts';
import { makeRenditions, readPicture } from './renditions.ts';

/**
 * NOT_FOUND for an unknown ticket, UNSUPPORTED_FILE for what is no whole picture, TOO_LARGE, DISK_FULL. The same picture
 * twice is one photo.
 */
export async function importPhoto(
  context: CoreContext,
  { admitted, fileName }: CoreParsedInput<'photo.import'>,
): Promise<Photo> {
  const { dataDir, store, news } = context;
  // SECURITY: only what the shell put into the inbox, named by a ticket that can't be a path.
  if (!isIncomingTicket(admitted)) throw unknownTicket();
  const incoming = join(dataDir, incomingPath(admitted));
  const { size } = await stat(incoming).catch(() => Promise.reject(unknownTicket()));
  if (size > HTTP_LIMITS.photoBytes) {
    throw new RedaksiError('TOO_LARGE', 'this file is too large', { bytes: size });
  }
  const picture = await readPicture(incoming);
  const hash = await hashFile(incoming);
  const known = store.photos.get(hash);
  const original = join(dataDir, photoPath(hash, 'original'));
  if (known?.state !== 'here' || !(await isThere(original))) {
    const renditions = await makeRenditions(incoming);
    for (const name of ['thumb', 'preview'] as const) {
      await writeDurably(join(dataDir, photoPath(hash, name)), renditions[name]);
    }
    // The original comes last: where it is, the small sizes are.
    await copyDurably(incoming, original);
  }
  const photo: Photo = {
    hash,
    fileName: nameFor(fileName, hash, picture.mediaType),
    bytes: size,
    ...picture,
    proposal: await readProposal(incoming),
    state: 'here',
  };
  commit(context, () => store.photos.put(photo));
  await rm(incoming, { force: true });
  news.tell({ event: 'photo.changed', payload: { hash } });
  return store.photos.get(hash) ?? photo;
}

function unknownTicket(): RedaksiError {
  return new RedaksiError('NOT_FOUND', 'no file was admitted under this ticket');
}

async function hashFile(path: string): Promise<PhotoHash> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Uint8Array);
  return hash.digest('hex') as PhotoHash;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

/** A name is for people to read and never a path. */
function nameFor(
  given: string | undefined,
  hash: PhotoHash,
  mediaType: keyof typeof ENDINGS,
): string {
  const plain = (given ?? '')
    .toWellFormed()
    .replaceAll(/[\p{C}/\\]/gu, '')
    .trim()
    .slice(0, 200);
  return plain === '' ? `${hash.slice(0, 12)}.${ENDINGS[mediaType]}` : plain;
}
