import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { DetailedError } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wireErrorSchema, type WireError } from '#shared/contract/errors.ts';
import { HTTP_LIMITS } from '#shared/contract/http.ts';
import type { PhotoHash } from '#shared/domain/ids.ts';
import { jpeg, openTestNewsroom, type Laptop, type TestNewsroom } from '../testing/newsroom-kit.ts';
import { sha256, upload } from '../testing/story-kit.ts';

let room: TestNewsroom;
let foto: Laptop;
let laili: Laptop;
beforeAll(async () => {
  room = await openTestNewsroom();
  foto = await room.signIn('foto');
  laili = await room.signIn('laili');
});
afterAll(() => room.end());

const TUS = { 'tus-resumable': '1.0.0' };
const authorized = (by: Laptop) => ({ authorization: `Bearer ${by.token}`, ...TUS });

async function begin(by: Laptop, bytes: Buffer, hash = sha256(bytes), length = bytes.length) {
  const text = (value: string) => Buffer.from(value).toString('base64');
  const answer = await fetch(`${by.url}/v1/uploads`, {
    method: 'POST',
    headers: {
      ...authorized(by),
      'upload-length': String(length),
      'upload-metadata': `sha256 ${text(hash)},filename ${text('foto.jpg')}`,
    },
  });
  return {
    status: answer.status,
    url: new URL(answer.headers.get('location') ?? '', by.url).href,
    answer,
  };
}

function send(by: Laptop, url: string, offset: number, bytes: Buffer): Promise<Response> {
  return fetch(url, {
    method: 'PATCH',
    headers: {
      ...authorized(by),
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(bytes),
  });
}

async function offsetOf(by: Laptop, url: string): Promise<string | number | null> {
  const answer = await fetch(url, { method: 'HEAD', headers: authorized(by) });
  return answer.status === 200 ? answer.headers.get('upload-offset') : answer.status;
}

async function photo(by: Laptop, hash: PhotoHash, size = 'original') {
  const answer = await fetch(`${by.url}/v1/photos/${hash}?size=${size}`, {
    headers: { authorization: `Bearer ${by.token}` },
  });
  return {
    status: answer.status,
    headers: answer.headers,
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
}

/** Refused with this code, not a row is different, and the half-way file is gone. */
async function refused(bytes: Buffer, code: string, hash = sha256(bytes)): Promise<void> {
  const before = room.dump();
  const thrown: unknown = await upload(foto, bytes, { hash }).catch((error: unknown) => error);
  if (!(thrown instanceof DetailedError)) throw new Error('it was taken');
  const body = JSON.parse(thrown.originalResponse?.getBody() ?? '{}') as WireError;
  expect(wireErrorSchema.safeParse(body).success).toBe(true);
  expect(body.code).toBe(code);
  expect(room.dump()).toEqual(before);
  expect((await photo(foto, hash)).status).toBe(404);
  expect(readdirSync(join(room.dataDir, 'uploads'))).toEqual([]);
}

describe('a photo', () => {
  it('goes up in pieces and comes down as it was, and in sizes without what the camera wrote', async () => {
    const bytes = await sharp(await jpeg(10, 2_000, 1_000))
      .withExif({ IFD0: { Copyright: 'Klaten' }, IFD3: { GPSLatitude: '7/1 42/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const hash = await upload(foto, bytes, {
      chunkSize: 5_000,
      filename: '../../etc/foto\u0000.jpg',
    });
    expect((await photo(laili, hash)).bytes.equals(bytes)).toBe(true);
    const record = await room.server.store.read((records) => records.photos.get(hash));
    expect(record).toMatchObject({
      fileName: 'foto.jpg',
      mediaType: 'image/jpeg',
      bytes: bytes.length,
      // Orientation 6 stands on its side.
      width: 1_000,
      height: 2_000,
      person: foto.person.id,
    });
    for (const [size, width] of [
      ['preview', 1_000],
      ['thumb', 480],
    ] as const) {
      const { bytes: made, headers } = await photo(laili, hash, size);
      const read = await sharp(made).metadata();
      expect(read).toMatchObject({ format: 'jpeg', width });
      expect(read.exif).toBeUndefined();
      expect(headers.get('content-type')).toBe('image/jpeg');
    }
    const events = await laili.get('events', { after: 0 });
    expect(events.events.filter(({ kind }) => kind === 'photo')).toHaveLength(1);
  });

  it('goes on where a cut connection left it', async () => {
    const bytes = await jpeg(20);
    const hash = sha256(bytes);
    const { url, status } = await begin(foto, bytes);
    expect(status).toBe(201);
    expect((await send(foto, url, 0, bytes.subarray(0, 1_000))).status).toBe(204);
    // The connection breaks in the middle of the next piece: more is announced than comes.
    const cutOff = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(new Uint8Array(bytes.subarray(1_000, 1_500)));
        await new Promise((resolve) => setTimeout(resolve, 100));
        controller.error(new Error('the train went into a tunnel'));
      },
    });
    const broken = fetch(url, {
      method: 'PATCH',
      headers: {
        ...authorized(foto),
        'upload-offset': '1000',
        'content-type': 'application/offset+octet-stream',
      },
      body: cutOff,
      duplex: 'half',
    });
    await expect(broken).rejects.toThrow();
    expect((await photo(foto, hash)).status).toBe(404);
    const offset = Number(await offsetOf(foto, url));
    expect(offset).toBeGreaterThanOrEqual(1_000);
    expect(offset).toBeLessThanOrEqual(1_500);
    expect((await send(foto, url, offset + 1, bytes.subarray(offset + 1))).status).toBe(409);
    expect((await send(foto, url, offset, bytes.subarray(offset))).status).toBe(204);
    expect((await photo(foto, hash)).bytes.equals(bytes)).toBe(true);
  });

  it('twice is one photo', async () => {
    const bytes = await jpeg(30);
    await upload(foto, bytes);
    const before = room.dump();
    await upload(laili, bytes);
    expect(room.dump()).toEqual(before);
  });

  it('as PNG and WebP is a photo too', async () => {
    const base = sharp(await jpeg(40));
    const [png, webp] = [await base.clone().png().toBuffer(), await base.clone().webp().toBuffer()];
    for (const [bytes, mediaType] of [
      [png, 'image/png'],
      [webp, 'image/webp'],
    ] as const) {
      const hash = await upload(foto, bytes);
      expect((await photo(foto, hash)).headers.get('content-type')).toBe(mediaType);
      expect((await photo(foto, hash, 'thumb')).headers.get('content-type')).toBe('image/jpeg');
    }
  });

  it('that was whole but not taken when the server fell is taken when the laptop asks again', async () => {
    const bytes = await jpeg(45);
    const { url } = await begin(foto, bytes);
    await send(foto, url, 0, bytes.subarray(0, -1));
    const { appendFile } = await import('node:fs/promises');
    await appendFile(
      join(room.dataDir, 'uploads', new URL(url).pathname.split('/').at(-1) ?? ''),
      bytes.subarray(-1),
    );
    await offsetOf(foto, url);
    expect((await photo(foto, sha256(bytes))).bytes.equals(bytes)).toBe(true);
  });
});

describe('what is no photo is refused, and nothing of it stays', () => {
  it('bytes that do not match their hash', async () => {
    await refused(await jpeg(50), 'HASH_MISMATCH', 'a'.repeat(64) as PhotoHash);
  });

  it('a text, a program, an SVG or a page that calls itself a photo', async () => {
    for (const text of ['halo', '\u007fELF', '<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>'])
      await refused(Buffer.from(text.repeat(50)), 'UNSUPPORTED_FILE');
  });

  it('a JPEG, a PNG and a WebP that were cut off, and one of noise after a good beginning', async () => {
    const whole = await sharp(await jpeg(60))
      .composite([])
      .toBuffer();
    await refused(whole.subarray(0, whole.length * 0.7), 'UNSUPPORTED_FILE');
    const png = await sharp(whole).png().toBuffer();
    await refused(png.subarray(0, png.length * 0.7), 'UNSUPPORTED_FILE');
    const webp = await sharp(whole).webp().toBuffer();
    await refused(webp.subarray(0, webp.length * 0.7), 'UNSUPPORTED_FILE');
    await refused(
      Buffer.concat([whole.subarray(0, 100), Buffer.alloc(5_000, 7)]),
      'UNSUPPORTED_FILE',
    );
  });

  it('a small file that unfolds into more pixels than a camera makes', async () => {
    const bomb = await sharp({
      create: { width: 16_000, height: 8_000, channels: 3, background: 'red' },
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    await refused(bomb, 'TOO_LARGE');
  }, 60_000);
});

describe('uploads', () => {
  it('need a token, and belong to the person who began them', async () => {
    const bytes = await jpeg(70);
    const { url } = await begin(foto, bytes);
    for (const method of ['HEAD', 'PATCH', 'DELETE'] as const) {
      const headers = {
        ...TUS,
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      };
      const body = method === 'PATCH' ? new Uint8Array(bytes) : null;
      expect((await fetch(url, { method, headers, body })).status, method).toBe(401);
      const others = { ...headers, authorization: `Bearer ${laili.token}` };
      expect((await fetch(url, { method, headers: others, body })).status, method).toBe(404);
    }
    expect(await offsetOf(foto, url)).toBe('0');
    const gone = await fetch(url, { method: 'DELETE', headers: authorized(foto) });
    expect(gone.status).toBe(204);
    expect(await offsetOf(foto, url)).toBe(404);
  });

  it('are never given out before they are verified, and invite no other origin', async () => {
    const bytes = await jpeg(80);
    const { url, answer } = await begin(foto, bytes);
    await send(foto, url, 0, bytes.subarray(0, 500));
    expect((await fetch(url, { headers: authorized(foto) })).status).toBe(404);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    );
    expect(answer.headers.get('location')).toMatch(/^\/v1\/uploads\/[0-9a-f]{32}$/);
  });

  it('that are too large, have no name or no length, or the wrong path are refused', async () => {
    const bytes = await jpeg(85);
    expect((await begin(foto, bytes, sha256(bytes), HTTP_LIMITS.photoBytes + 1)).status).toBe(413);
    expect((await begin(foto, bytes, 'x' as PhotoHash)).status).toBe(400);
    const nameless = { ...authorized(foto), 'upload-length': '5' };
    const post = (headers: Record<string, string>) =>
      fetch(`${foto.url}/v1/uploads`, { method: 'POST', headers });
    expect((await post(nameless)).status).toBe(400);
    expect((await post({ ...authorized(foto), 'upload-defer-length': '1' })).status).toBe(400);
    expect((await post({ authorization: `Bearer ${foto.token}` })).status).toBe(400);
    for (const path of ['..%2f..%2fnewsroom.sqlite', '%00', 'x'.repeat(150)])
      expect(await offsetOf(foto, `${foto.url}/v1/uploads/${path}`)).toBe(404);
    expect(existsSync(join(room.dataDir, 'newsroom.sqlite'))).toBe(true);
  });

  it('more bytes than were announced are refused', async () => {
    const bytes = await jpeg(95);
    const { url } = await begin(foto, bytes, sha256(bytes), 100);
    expect((await send(foto, url, 0, bytes)).status).toBe(413);
  });
});

describe('photos by hash', () => {
  it('need a token, a known hash and a known size', async () => {
    const hash = await upload(foto, await jpeg(99));
    expect((await fetch(`${foto.url}/v1/photos/${hash}`)).status).toBe(401);
    expect((await photo(foto, 'f'.repeat(64) as PhotoHash)).status).toBe(404);
    expect((await photo(foto, '..%2f..%2fsigning-key.pem' as PhotoHash)).status).toBe(404);
    expect((await photo(foto, hash, 'huge')).status).toBe(400);
  });
});
