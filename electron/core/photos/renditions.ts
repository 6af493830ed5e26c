/** Pictures, read and made smaller by sharp. What is not wholly a picture is refused. */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { PhotoRecord } from '#shared/contract/http.ts';
import { RENDITION_PIXELS } from '#shared/contract/media-paths.ts';

/** SECURITY: a small file can unfold into a huge picture; above this nothing is decoded. */
export const MAX_PIXELS = 120_000_000;

const MEDIA_TYPES = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
} as const satisfies Record<string, PhotoRecord['mediaType']>;

export interface Picture {
  readonly mediaType: PhotoRecord['mediaType'];
  /** As a person sees it: after the camera's rotation. */
  readonly width: number;
  readonly height: number;
}

/** Loaded with the first photo: a story can be written before, and it costs a tenth of a second of the start. */
async function loadSharp() {
  return (await import('sharp')).default;
}

/** Reads what a picture is, by its content. UNSUPPORTED_FILE for anything else, TOO_LARGE for too many pixels. */
export async function readPicture(path: string): Promise<Picture> {
  const sharp = await loadSharp();
  const metadata = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  const format = metadata?.format ?? '';
  if (metadata === null || !Object.hasOwn(MEDIA_TYPES, format)) throw notAPicture();
  const { width, height } = metadata.autoOrient;
  if (width * height > MAX_PIXELS || (metadata.pages ?? 1) > 1) {
    throw new RedaksiError('TOO_LARGE', 'this picture has too many pixels', { width, height });
  }
  return { mediaType: MEDIA_TYPES[format as keyof typeof MEDIA_TYPES], width, height };
}

/** The small sizes, upright, without the original's metadata. A truncated file is refused here. */
export async function makeRenditions(
  path: string,
): Promise<Record<'thumb' | 'preview', Uint8Array>> {
  try {
    const [thumb, preview] = await Promise.all([
      smaller(path, RENDITION_PIXELS.thumb),
      smaller(path, RENDITION_PIXELS.preview),
    ]);
    return { thumb, preview };
  } catch (cause) {
    throw notAPicture(cause);
  }
}

async function smaller(path: string, pixels: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp(path, { failOn: 'truncated', limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .resize({ width: pixels, height: pixels, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer();
}

/** Does this decode as a JPEG? For pictures that came over the network. */
export async function isJpeg(bytes: Uint8Array): Promise<boolean> {
  const sharp = await loadSharp();
  try {
    const picture = sharp(bytes, { failOn: 'truncated', limitInputPixels: MAX_PIXELS });
    const { format } = await picture.metadata();
    await picture.stats();
    return format === 'jpeg';
  } catch {
    return false;
  }
}

function notAPicture(cause?: unknown): RedaksiError {
  const error = new RedaksiError('UNSUPPORTED_FILE', 'this is no whole JPEG, PNG or WebP picture');
  error.cause = cause;
  return error;
}
