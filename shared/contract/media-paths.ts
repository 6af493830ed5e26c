/** Where a photo lies under the data folder. Core writes there, main's media protocol reads there. */
import type { PhotoHash } from '../domain/ids.ts';

export const PHOTO_SIZES = ['thumb', 'preview', 'original'] as const;
export type PhotoSize = (typeof PHOTO_SIZES)[number];

/** Longest side in pixels of what core makes from an original. */
export const RENDITION_PIXELS = { thumb: 480, preview: 1_600 } as const;

const ENDING = { thumb: '.thumb.jpg', preview: '.preview.jpg', original: '' } as const;

/** Folders below the data folder. */
export const PHOTOS_FOLDER = 'photos';
export const INCOMING_FOLDER = 'incoming';

/** `photos/<first two>/<hash>` with the ending of its size; always with `/`, relative to the data folder. */
export function photoPath(hash: PhotoHash, size: PhotoSize): string {
  return `${PHOTOS_FOLDER}/${hash.slice(0, 2)}/${hash}${ENDING[size]}`;
}

/** SECURITY: a ticket for an admitted file is only this, never a path. Main makes it, core checks it. */
export function isIncomingTicket(text: string): boolean {
  return /^[a-f0-9]{32}$/.test(text);
}

/** `incoming/<ticket>`, relative to the data folder. */
export function incomingPath(ticket: string): string {
  if (!isIncomingTicket(ticket)) throw new TypeError('not a ticket of an admitted file');
  return `${INCOMING_FOLDER}/${ticket}`;
}
