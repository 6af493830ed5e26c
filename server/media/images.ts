/** Real images only: what a file is, decided by its bytes; and sizes made from it. */
import { open } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { RedaksiError } from '#shared/contract/errors.ts';
import type { PhotoRecord } from '#shared/contract/http.ts';

export type RenditionFormat = 'jpg' | 'webp';
type MediaType = PhotoRecord['mediaType'];

/** SECURITY: a small file may hold a picture of gigabytes; more than this is not decoded. */
const MOST_PIXELS = 120_000_000;

/** First bytes, as each format's standard has them. */
const SIGNATURES: readonly {
  readonly mediaType: MediaType;
  readonly fits: (start: Buffer) => boolean;
}[] = [
  {
    mediaType: 'image/jpeg',
    fits: (start) => start.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  },
  {
    mediaType: 'image/png',
    fits: (start) => start.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
  },
  {
    mediaType: 'image/webp',
    fits: (start) =>
      start.toString('latin1', 0, 4) === 'RIFF' && start.toString('latin1', 8, 12) === 'WEBP',
  },
];

export interface Measured {
  readonly mediaType: MediaType;
  /** As a person sees it: after the camera's rotation. */
  readonly width: number;
  readonly height: number;
}

/**
 * Decodes the whole picture. SECURITY: the format is known from the bytes before any decoder sees them.
 * @throws UNSUPPORTED_FILE (not a photo, damaged or cut off) or TOO_LARGE
 */
export async function measurePhoto(file: string): Promise<Measured> {
  const mediaType = await mediaTypeOf(file);
  if (mediaType === undefined)
    throw new RedaksiError('UNSUPPORTED_FILE', 'not a JPEG, PNG or WebP picture');
  const {
    width,
    height,
    orientation = 1,
  } = await decoded(() => sharp(file, { limitInputPixels: false }).metadata());
  if (width * height > MOST_PIXELS)
    throw new RedaksiError('TOO_LARGE', `a picture of more than ${MOST_PIXELS} pixels`);
  // A small picture of it: every byte is read, and little memory is used.
  await decoded(() => picture(file).resize({ width: 64 }).toBuffer());
  // EXIF orientations 5 to 8 stand on their side.
  return orientation >= 5
    ? { mediaType, width: height, height: width }
    : { mediaType, width, height };
}

/**
 * Writes one size of a photo, turned as a person sees it, never enlarged. SECURITY: no metadata goes out: a camera writes
 * where the photographer stood.
 */
export async function writeRendition(
  original: string,
  to: string,
  width: number,
  format: RenditionFormat,
): Promise<void> {
  const sized = picture(original).autoOrient().resize({ width, withoutEnlargement: true });
  const encoded =
    format === 'webp'
      ? sized.webp({ quality: 80 })
      : sized.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true });
  await encoded.toFile(to);
}

function picture(file: string): Sharp {
  return sharp(file, { failOn: 'error', limitInputPixels: MOST_PIXELS, animated: false });
}

async function decoded<Result>(decode: () => Promise<Result>): Promise<Result> {
  try {
    return await decode();
  } catch {
    throw new RedaksiError('UNSUPPORTED_FILE', 'the picture is damaged or cut off');
  }
}

async function mediaTypeOf(file: string): Promise<MediaType | undefined> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    const start = buffer.subarray(0, bytesRead);
    return SIGNATURES.find(({ fits }) => fits(start))?.mediaType;
  } finally {
    await handle.close();
  }
}
