/** A picture that a page carries inside an address. Pictures at any other address are not fetched. */
import type { PictureBytes } from './pieces.ts';

const DATA = /^data:image\/(?<type>jpe?g|png|webp);base64,(?<bytes>[A-Za-z0-9+/=\s]+)$/i;

export function dataPicture(address: string): PictureBytes | null {
  // The test on a long text first: most addresses are short and none of these.
  if (!address.startsWith('data:')) return null;
  const groups = DATA.exec(address)?.groups;
  if (groups === undefined) return null;
  const bytes = new Uint8Array(Buffer.from(groups['bytes'] ?? '', 'base64'));
  const ending = groups['type']?.toLowerCase().replace('jpeg', 'jpg') ?? '';
  return bytes.byteLength === 0 ? null : { bytes, name: `gambar.${ending}` };
}
