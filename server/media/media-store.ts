/** Photos on the disk: originals named by their hash, and sizes made from them when somebody asks. */
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PhotoHash } from '#shared/domain/ids.ts';
import { writeRendition, type RenditionFormat } from './images.ts';

export interface MediaStore {
  /** Where a photo's original is; it is there when its record is in the store. */
  original(photo: PhotoHash): string;
  /** Takes a verified file in, by moving it. Durable when it returns; a repeat changes nothing. */
  keep(photo: PhotoHash, file: string): Promise<void>;
  /** A size of a photo, made once. Width in pixels. Returns the file. */
  rendition(photo: PhotoHash, width: number, format: RenditionFormat): Promise<string>;
}

export function openMediaStore(folder: string): MediaStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const making = new Map<string, Promise<string>>();
  // SECURITY: a hash is 64 hex digits (PhotoHash), so a path can't leave the folder.
  const original = (photo: PhotoHash) => join(folder, photo.slice(0, 2), photo);

  return {
    original,
    keep: async (photo, file) => {
      const place = original(photo);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await syncFile(file);
      await rename(file, place);
      await syncFile(dirname(place));
    },
    rendition: (photo, width, format) => {
      const place = `${original(photo)}.w${width}.${format}`;
      const underWay = making.get(place);
      if (underWay !== undefined) return underWay;
      const made = makeOnce(original(photo), place, width, format).finally(() =>
        making.delete(place),
      );
      making.set(place, made);
      return made;
    },
  };
}

/** SHA-256 of a file, read in pieces. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function makeOnce(
  original: string,
  place: string,
  width: number,
  format: RenditionFormat,
): Promise<string> {
  if (await exists(place)) return place;
  const unfinished = `${place}.unfinished`;
  try {
    await writeRendition(original, unfinished, width, format);
    await rename(unfinished, place);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    throw thrown;
  }
  return place;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
