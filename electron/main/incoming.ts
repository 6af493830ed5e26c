/**
 * The inbox: files that a person dropped, picked or pasted are copied here under a random ticket. Core imports by
 * ticket and never sees a path that the page chose.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { HTTP_LIMITS } from '#shared/contract/http.ts';
import { INCOMING_FOLDER, incomingPath } from '#shared/contract/media-paths.ts';
import { STORY_FILE_BYTES } from '#shared/contract/files.ts';
import type { AdmitAnswer, AdmitStoryAnswer, AdmittedFile } from '#shared/contract/shell.ts';
import { PASTED_BYTES } from '#shared/contract/shell-channels.ts';
import { PHOTO_KIND_BYTES, photoKind } from './policy/photo-kind.ts';

export interface Inbox {
  /** @param file absolute, from the system's own file handle (never typed by the page). */
  admitFile(file: string): Promise<AdmitAnswer>;
  admitBytes(bytes: Uint8Array, fileName: string): Promise<AdmitAnswer>;
  /** The same for a file to be read as a story: any kind, for core judges it; smaller than a photo may be. */
  admitStoryFile(file: string): Promise<AdmitStoryAnswer>;
  admitStoryBytes(bytes: Uint8Array, fileName: string): Promise<AdmitStoryAnswer>;
  /** Removes what was admitted and never imported: older than a day. */
  sweep(now: Date): Promise<void>;
}

const CHUNK = 1_048_576;
const DAY = 86_400_000;

export function openInbox(dataFolder: string): Inbox {
  return {
    admitFile: (file) => admitFile(dataFolder, file),
    admitBytes: (bytes, fileName) => admitBytes(dataFolder, bytes, fileName),
    admitStoryFile: async (file) => named(file, await admitStoryFile(dataFolder, file)),
    admitStoryBytes: async (bytes, fileName) =>
      named(fileName, await admitStoryBytes(dataFolder, bytes, fileName)),
    sweep: (now) => sweep(path.join(dataFolder, INCOMING_FOLDER), now),
  };
}

async function admitFile(dataFolder: string, file: string): Promise<AdmitAnswer> {
  let source: FileHandle;
  try {
    source = await open(file, 'r');
  } catch {
    return { ok: false, why: 'unreadable' };
  }
  try {
    // SECURITY: everything below uses this one handle, so the file can't be exchanged between check and copy.
    const found = await source.stat();
    if (!found.isFile()) return { ok: false, why: 'unreadable' };
    if (found.size > HTTP_LIMITS.photoBytes) return { ok: false, why: 'too-large' };
    const start = new Uint8Array(PHOTO_KIND_BYTES);
    await source.read(start, 0, PHOTO_KIND_BYTES, 0);
    if (photoKind(start) === null) return { ok: false, why: 'not-a-photo' };
    return await admit(dataFolder, path.basename(file), (target) => copy(source, target));
  } catch (error) {
    return failed(error);
  } finally {
    await source.close();
  }
}

async function admitStoryFile(dataFolder: string, file: string): Promise<StoryAnswer> {
  let source: FileHandle;
  try {
    source = await open(file, 'r');
  } catch {
    return { ok: false, why: 'unreadable' };
  }
  try {
    // SECURITY: as above, everything by this one handle.
    const found = await source.stat();
    if (!found.isFile()) return { ok: false, why: 'unreadable' };
    if (found.size > STORY_FILE_BYTES) return { ok: false, why: 'too-large' };
    return await admit(dataFolder, path.basename(file), (target) => copy(source, target));
  } catch (error) {
    return failed(error);
  } finally {
    await source.close();
  }
}

async function admitStoryBytes(
  dataFolder: string,
  bytes: Uint8Array,
  fileName: string,
): Promise<StoryAnswer> {
  if (bytes.byteLength > STORY_FILE_BYTES) return { ok: false, why: 'too-large' };
  try {
    return await admit(dataFolder, path.basename(fileName), (target) => target.writeFile(bytes));
  } catch (error) {
    return failed(error);
  }
}

async function admitBytes(
  dataFolder: string,
  bytes: Uint8Array,
  fileName: string,
): Promise<AdmitAnswer> {
  if (bytes.byteLength > PASTED_BYTES) return { ok: false, why: 'too-large' };
  if (photoKind(bytes) === null) return { ok: false, why: 'not-a-photo' };
  try {
    return await admit(dataFolder, path.basename(fileName), (target) => target.writeFile(bytes));
  } catch (error) {
    return failed(error);
  }
}

async function admit(
  dataFolder: string,
  fileName: string,
  fill: (target: FileHandle) => Promise<void>,
): Promise<{ readonly ok: true } & AdmittedFile> {
  const admitted = randomBytes(16).toString('hex');
  const place = path.join(dataFolder, incomingPath(admitted));
  await mkdir(path.dirname(place), { recursive: true });
  const unfinished = `${place}.part`;
  try {
    const target = await open(unfinished, 'wx', 0o600);
    try {
      await fill(target);
      await target.sync();
    } finally {
      await target.close();
    }
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { ok: true, admitted, fileName: fileName.slice(0, 255) };
}

/** Copies in pieces, and stops when the file grows past the limit while it is read. */
async function copy(source: FileHandle, target: FileHandle): Promise<void> {
  const piece = new Uint8Array(CHUNK);
  for (let position = 0; ;) {
    const { bytesRead } = await source.read(piece, 0, CHUNK, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    if (position > HTTP_LIMITS.photoBytes) throw new TooLarge();
    await target.writeFile(piece.subarray(0, bytesRead));
  }
}

class TooLarge extends Error {}

type Refused = Omit<Extract<AdmitStoryAnswer, { ok: false }>, 'fileName'>;
type StoryAnswer = Refused | Extract<AdmitStoryAnswer, { ok: true }>;

/** A refusal that says which file. */
function named(file: string, answer: StoryAnswer): AdmitStoryAnswer {
  return answer.ok ? answer : { ...answer, fileName: path.basename(file).slice(0, 255) };
}

function failed(error: unknown): Refused {
  if (error instanceof TooLarge) return { ok: false, why: 'too-large' };
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return { ok: false, why: code === 'ENOSPC' || code === 'EDQUOT' ? 'no-space' : 'unreadable' };
}

async function sweep(folder: string, now: Date): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found?.isFile() === true && now.getTime() - found.mtimeMs > DAY) {
      await rm(file, { force: true });
    }
  }
}
