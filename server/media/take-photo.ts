/** A photo becomes the newsroom's: verified, kept, recorded. */
import { rm, stat } from 'node:fs/promises';
import { RedaksiError } from '#shared/contract/errors.ts';
import { HTTP_LIMITS, type PhotoRecord } from '#shared/contract/http.ts';
import type { DeviceId, PersonId, PhotoHash } from '#shared/domain/ids.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { hashFile, type MediaStore } from './media-store.ts';
import { measurePhoto } from './images.ts';

export interface OfferedPhoto {
  readonly file: string;
  readonly hash: PhotoHash;
  readonly fileName: string;
  readonly person: PersonId;
  readonly device: DeviceId;
}

/**
 * Takes an uploaded file in, and the file away. A photo that is here already stays as it is.
 * SECURITY: nothing is visible before the bytes are what their name says and decode as a picture.
 * @throws HASH_MISMATCH, UNSUPPORTED_FILE, TOO_LARGE or DISK_FULL
 */
export async function takePhoto(
  { store, clock }: Newsroom,
  media: MediaStore,
  offered: OfferedPhoto,
): Promise<PhotoRecord> {
  const { file, hash, person, device } = offered;
  const known = await store.read((records) => records.photos.get(hash));
  if (known !== undefined) {
    await rm(file, { force: true });
    return known;
  }
  const { size: bytes } = await stat(file);
  if (bytes > HTTP_LIMITS.photoBytes) throw new RedaksiError('TOO_LARGE', 'the photo is too large');
  if ((await hashFile(file)) !== hash)
    throw new RedaksiError('HASH_MISMATCH', 'the bytes of the photo do not match its hash');
  const measured = await measurePhoto(file);
  const at = clock().toISOString();
  const photo: PhotoRecord = {
    hash,
    fileName: plainFileName(offered.fileName),
    bytes,
    person,
    at,
    ...measured,
  };
  await media.keep(hash, file);
  return store.write(async (records) => {
    const meanwhile = await records.photos.get(hash);
    if (meanwhile !== undefined) return meanwhile;
    await records.photos.add(photo);
    await records.events.append({ kind: 'photo', photo });
    await records.audit.append({
      at,
      person,
      device,
      action: 'photo',
      story: null,
      detail: { photo: hash, bytes },
    });
    return photo;
  });
}

/** The name as people know it, without folders and control characters. */
function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(/\p{Cc}/gu, '').trim();
  return (plain === '' ? 'foto' : plain).slice(0, 255);
}
