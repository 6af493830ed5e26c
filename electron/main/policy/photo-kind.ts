/** What a picture file is by its first bytes; its name proves nothing. */
export const PHOTO_KINDS = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoKind = (typeof PHOTO_KINDS)[number];

/** How many first bytes `photoKind` wants to see. */
export const PHOTO_KIND_BYTES = 16;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

export function photoKind(start: Uint8Array): PhotoKind | null {
  if (start[0] === 0xff && start[1] === 0xd8 && start[2] === 0xff) return 'image/jpeg';
  if (PNG.every((byte, n) => start[n] === byte)) return 'image/png';
  if (asText(start, 0) === 'RIFF' && asText(start, 8) === 'WEBP') return 'image/webp';
  return null;
}

function asText(bytes: Uint8Array, from: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + 4));
}
