import { PHOTO_SIZES, photoPath, type PhotoSize } from '#shared/contract/media-paths.ts';
import { photoHashSchema } from '#shared/domain/ids.ts';
import { parseAddress } from './address.ts';

/** The photo that `redaksi-media://photo/<hash>?size=…` names, as a path under the data folder; null for all else. */
export function photoAddress(address: string): string | null {
  const url = parseAddress(address);
  if (url === null || url.host !== 'photo') return null;
  // SECURITY: the path is built from a checked hash and a size of a closed list, never from text of the page.
  const hash = photoHashSchema.safeParse(url.pathname.slice(1));
  const size = url.searchParams.get('size') ?? 'preview';
  if (!hash.success || !isPhotoSize(size)) return null;
  return photoPath(hash.data, size);
}

function isPhotoSize(size: string): size is PhotoSize {
  return (PHOTO_SIZES as readonly string[]).includes(size);
}
