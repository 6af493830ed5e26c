/** Pictures in a page: their bytes when the clipboard holds them, else why not. An address never gets further than here. */
import type { PictureSource } from './pasted.ts';

/** What the newsroom's photo store takes in. */
const TAKEN: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/tiff',
  'image/avif',
]);
/** Smaller than any photo: spacers, bullets, placeholders of pages that load their pictures later. */
const ORNAMENT_BYTES = 1_500;
const ORNAMENT_PIXELS = 2;

/**
 * Where a picture's bytes are. SECURITY: only bytes that are in the clipboard already are used; nothing is loaded, so
 * pasting tells no site that it was copied.
 */
export function pictureSource(address: string): PictureSource {
  if (/^data:/i.test(address)) return dataPicture(address);
  if (/^blob:/i.test(address)) return { refused: 'blob' };
  if (/^(?:file:|[a-z]:[\\/]|\\\\)/i.test(address)) return { refused: 'file' };
  return { refused: 'foreign' };
}

function dataPicture(address: string): PictureSource {
  const [, mediaType = '', base64 = ''] =
    /^data:([\w/+.-]+)(?:;[\w=-]+)*;base64,([\s\S]*)$/i.exec(address) ?? [];
  if (!TAKEN.has(mediaType.toLowerCase())) return { refused: 'kind' };
  try {
    const binary = atob(base64.replaceAll(/%3D/gi, '=').replaceAll(/\s/g, ''));
    return {
      bytes: Uint8Array.from(binary, (character) => character.charCodeAt(0)),
      mediaType: mediaType.toLowerCase(),
    };
  } catch {
    return { refused: 'kind' };
  }
}

/** Spacers and counting pixels are no pictures, for nobody saw them. */
export function isOrnament(image: Element, source: PictureSource): boolean {
  const tiny = (value: string | null): boolean =>
    value !== null && /^\d+(?:px)?$/.test(value) && Number.parseInt(value, 10) <= ORNAMENT_PIXELS;
  if (tiny(image.getAttribute('width')) || tiny(image.getAttribute('height'))) return true;
  const address = image.getAttribute('src') ?? '';
  if (/^data:/i.test(address)) return address.length < ORNAMENT_BYTES && 'refused' in source;
  return address === '';
}

/** Chats and mail programs send emoji as pictures: the sign itself is in the alternative text. */
export function emojiOf(image: Element): string | null {
  const alt = image.getAttribute('alt')?.trim() ?? '';
  return /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\u200D|\uFE0F)+$/u.test(alt) &&
    /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(alt)
    ? alt
    : null;
}
