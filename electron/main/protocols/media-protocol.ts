/** `redaksi-media://photo/<hash>?size=…`: photos of this laptop by their hash. */
import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { PHOTO_KIND_BYTES, photoKind } from '../policy/photo-kind.ts';
import { photoAddress } from '../policy/media-address.ts';
import { answer, readsOnly, refuse } from './responses.ts';

export function serveMedia(dataFolder: string): (request: Request) => Promise<Response> {
  return readsOnly(async (url) => {
    const place = photoAddress(url);
    if (place === null) return refuse(404);
    const handle = await open(path.join(dataFolder, place), 'r').catch(() => null);
    if (handle === null) return refuse(404);
    const start = new Uint8Array(PHOTO_KIND_BYTES);
    await handle.read(start, 0, PHOTO_KIND_BYTES, 0);
    // SECURITY: only what is a picture by its bytes; an SVG or a page could carry a script.
    const mediaType = photoKind(start);
    if (mediaType === null) {
      await handle.close();
      return refuse(415);
    }
    const { size } = await handle.stat();
    const stream = Readable.toWeb(handle.createReadStream({ start: 0 }));
    return answer(stream, {
      'Content-Type': mediaType,
      'Content-Length': String(size),
      // Named by its hash: it can never change.
      'Cache-Control': 'private, max-age=31536000, immutable',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });
}
