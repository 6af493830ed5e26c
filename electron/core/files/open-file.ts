/** Opening a file that the shell admitted: read in a worker, its pictures taken in as photos. Changes no story. */
import { randomBytes } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoreParsedInput } from '#shared/contract/core.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import { readableKind, STORY_FILE_BYTES, type ReadStoryFile } from '#shared/contract/files.ts';
import { incomingPath, isIncomingTicket } from '#shared/contract/media-paths.ts';
import type { PhotoHash, PhotoUseId } from '#shared/domain/ids.ts';
import type { CoreContext } from '../context.ts';
import { writeDurably } from '../photos/files.ts';
import { importPhoto } from '../photos/import-photo.ts';
import type { ReadFile } from './jobs.ts';
import type { LeftOver } from './read/filed.ts';
import { unreadable } from './read/problems.ts';
import { runFilesJob } from './run-job.ts';

/** NOT_FOUND for an unknown ticket; UNSUPPORTED_FILE and TOO_LARGE say why in `details.because`; DISK_FULL. */
export async function openStoryFile(
  context: CoreContext,
  workerFile: string,
  { admitted, fileName }: CoreParsedInput<'files.read'>,
): Promise<ReadStoryFile> {
  const { dataDir, store } = context;
  // SECURITY: only what the shell put into the inbox, named by a ticket that can't be a path.
  if (!isIncomingTicket(admitted)) throw unknownTicket();
  const file = join(dataDir, incomingPath(admitted));
  const { size } = await stat(file).catch(() => Promise.reject(unknownTicket()));
  try {
    if (size > STORY_FILE_BYTES) throw unreadable('too-large', 'the file is too large');
    const people = store.registers.people().map(({ id, fullName }) => ({ id, name: fullName }));
    const kind = readableKind(fileName);
    const answer = await runFilesJob(workerFile, { job: 'read', file, kind, people });
    if (!('read' in answer))
      throw new RedaksiError('INTERNAL', 'the worker answered something else');
    return await takePictures(context, answer.read);
  } finally {
    await rm(file, { force: true });
  }
}

async function takePictures(context: CoreContext, read: ReadFile): Promise<ReadStoryFile> {
  const { store } = context;
  const photos = new Map<PhotoUseId, PhotoHash>();
  const leftOver: LeftOver[] = [...read.leftOver];
  for (const { use, bytes, name } of read.pictures) {
    const hash = await takePicture(context, bytes, name);
    if (hash === null) leftOver.push({ text: name, why: 'picture' });
    else photos.set(use, hash);
  }
  const photoUses = read.article.photoUses.map((use) => {
    // A photo that the file names by its hash counts when this laptop has it.
    const named = use.photo !== null && store.photos.get(use.photo) !== null ? use.photo : null;
    return { ...use, photo: photos.get(use.id) ?? named };
  });
  return {
    kind: read.kind,
    article: { ...read.article, photoUses },
    leftOver,
    pictures: {
      taken: photos.size,
      refused: leftOver.filter(({ why }) => why === 'picture').length,
    },
  };
}

/** Null for a picture that no photo can be made of; a full disk is told. */
async function takePicture(
  context: CoreContext,
  bytes: Uint8Array,
  fileName: string,
): Promise<PhotoHash | null> {
  const admitted = randomBytes(16).toString('hex');
  const file = join(context.dataDir, incomingPath(admitted));
  await writeDurably(file, bytes);
  try {
    return (await importPhoto(context, { admitted, fileName })).hash;
  } catch (thrown) {
    await rm(file, { force: true });
    const refused =
      thrown instanceof RedaksiError && ['UNSUPPORTED_FILE', 'TOO_LARGE'].includes(thrown.code);
    if (refused) return null;
    throw thrown;
  }
}

function unknownTicket(): RedaksiError {
  return new RedaksiError('NOT_FOUND', 'no file was admitted under this ticket');
}
