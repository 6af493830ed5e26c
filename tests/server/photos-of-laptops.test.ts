/** Photos: from the inbox to the newsroom, named by their bytes, whatever the link does on the way. */
import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Photo } from '#shared/contract/core.ts';
import { incomingPath, photoPath } from '#shared/contract/media-paths.ts';
import { newPhotoUseId, type StoryId } from '#shared/domain/ids.ts';
import { openTestNewsroom, PASSWORD, type TestNewsroom } from '#server/testing/newsroom-kit.ts';
import { openLaptop, type TestLaptop } from '../fakes/laptops.ts';

const PHOTOS = join(import.meta.dirname, '../fixtures/photos');

let newsroom: TestNewsroom;
let laptop: TestLaptop;

beforeEach(async () => {
  newsroom = await openTestNewsroom();
  laptop = openLaptop();
  await laptop.signIn('laili', newsroom.server.url);
});

afterEach(async () => {
  await laptop.close();
  await newsroom.end();
});

/** What the shell does with a dropped file. */
function admit(from: string | Uint8Array): string {
  const ticket = randomBytes(16).toString('hex');
  const path = join(laptop.dataDir, incomingPath(ticket));
  mkdirSync(join(path, '..'), { recursive: true });
  if (typeof from === 'string') copyFileSync(join(PHOTOS, from), path);
  else writeFileSync(path, from);
  return ticket;
}

function importFile(from: string | Uint8Array, fileName?: string): Promise<Photo> {
  const input = { admitted: admit(from), ...(fileName !== undefined && { fileName }) };
  return laptop.call('photo.import', input);
}

/** A tiny file whose header speaks of a huge picture. */
function pngThatClaims(width: number, height: number): Uint8Array {
  const chunk = (type: string, content: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
    const framed = Buffer.alloc(8 + named.length);
    framed.writeUInt32BE(content.length, 0);
    named.copy(framed, 4);
    framed.writeUInt32BE(crc32(named), 4 + named.length);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, colour.
  header[8] = 8;
  header[9] = 2;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function storyWith(photo: Photo): Promise<StoryId> {
  const story = await laptop.write('Judul', 'Paragraf.');
  const { slug, caption, credit, alt } = photo.proposal;
  const use = {
    id: newPhotoUseId(),
    photo: photo.hash,
    creditLead: '',
    slug,
    caption,
    credit,
    alt,
  };
  await laptop.edit(story, () => ({ photoUses: [use] }));
  return story;
}

describe('importing', () => {
  it('keeps the original byte for byte under its hash, and makes upright small sizes without its metadata', async () => {
    const photo = await importFile('turned.jpg', 'IMG_2041.JPG');
    const original = readFileSync(join(PHOTOS, 'turned.jpg'));
    expect(photo).toMatchObject({
      hash: sha256(original),
      fileName: 'IMG_2041.JPG',
      state: 'here',
      bytes: original.length,
    });
    expect(
      readFileSync(join(laptop.dataDir, photoPath(photo.hash, 'original'))).equals(original),
    ).toBe(true);
    for (const size of ['thumb', 'preview'] as const) {
      const made = await sharp(join(laptop.dataDir, photoPath(photo.hash, size))).metadata();
      expect(made.format).toBe('jpeg');
      expect(made.orientation ?? 1).toBe(1);
      expect(made.exif).toBeUndefined();
      expect(made.width > made.height).toBe(photo.width > photo.height);
    }
    expect(await laptop.call('photo.get', { hash: photo.hash })).toEqual(photo);
    expect(readdirSync(join(laptop.dataDir, 'incoming'))).toEqual([]);
  });

  it('proposes what the file says of itself', async () => {
    const { proposal } = await importFile('klaten.jpg');
    expect(proposal.caption).not.toBe('');
    expect(proposal.credit).not.toBe('');
    const silent = await importFile('no-metadata.jpg');
    expect(silent.proposal).toEqual({ slug: '', caption: '', credit: '', alt: '' });
  });

  it('takes the same picture twice as one photo', async () => {
    const first = await importFile('klaten.jpg');
    const second = await importFile('klaten.jpg', 'salinan.jpg');
    expect(second.hash).toBe(first.hash);
    const folder = join(laptop.dataDir, 'photos', first.hash.slice(0, 2));
    expect(readdirSync(folder).sort()).toEqual([
      first.hash,
      `${first.hash}.preview.jpg`,
      `${first.hash}.thumb.jpg`,
    ]);
  });

  it.each(['small.png', 'small.webp'])('takes %s by what it is', async (name) => {
    const ending = name.split('.')[1];
    expect((await importFile(name)).mediaType).toBe(`image/${ending}`);
  });

  it.each([
    ['a text that is called a photo', 'text.jpg', 'UNSUPPORTED_FILE'],
    ['a photo that is cut off', 'truncated.jpg', 'UNSUPPORTED_FILE'],
    ['an empty file', new Uint8Array(), 'UNSUPPORTED_FILE'],
    [
      'a drawing with scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'UNSUPPORTED_FILE',
    ],
  ])('refuses %s, and leaves nothing behind', async (_, from, code) => {
    await expect(importFile(from)).rejects.toMatchObject({ code });
    expect(existsSync(join(laptop.dataDir, 'photos'))).toBe(false);
  });

  it('refuses a picture that unfolds to more pixels than a camera takes', async () => {
    const bomb = pngThatClaims(16_000, 16_000);
    await expect(importFile(bomb)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'ABCDEF', '', 'a'.repeat(32) + '/x', 'f'.repeat(32)])(
    'takes no ticket that the shell did not give: %s',
    async (admitted) => {
      await expect(laptop.call('photo.import', { admitted })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    },
  );
});

describe('the way to the newsroom', () => {
  it('goes on after every cut, also after a restart, and arrives whole; the hand-in comes after it', async () => {
    // Larger than a piece: noise does not compress.
    const noise = await sharp(randomBytes(900 * 700 * 3), {
      raw: { width: 900, height: 700, channels: 3 },
    })
      .jpeg({ quality: 95 })
      .toBuffer();
    expect(noise.length).toBeGreaterThan(600_000);
    const photo = await importFile(noise);
    const story = await storyWith(photo);
    await laptop.call('story.submit', { story });
    let patches = 0;
    const offsets: string[] = [];
    laptop.link.fault = async (request, next) => {
      if (request.method !== 'PATCH') return next();
      patches += 1;
      offsets.push(request.headers['upload-offset'] ?? '');
      // Before it arrives, and after it was written: both ends of a cut.
      if (patches % 3 === 1) throw new Error('cut');
      const response = await next();
      if (patches % 3 === 2) throw new Error('cut');
      return response;
    };
    await laptop.sync();
    expect(laptop.link.log).not.toContain('POST /v1/commands');
    laptop = await laptop.restart();
    for (let turn = 0; turn < 10; turn += 1) await laptop.sync();
    expect(await laptop.call('sync.get', {})).toMatchObject({
      pending: 0,
      setAside: 0,
      state: 'idle',
    });
    expect(new Set(offsets).size).toBeGreaterThan(1);
    expect(laptop.link.log.filter((line) => line === 'POST /v1/uploads')).toHaveLength(1);
    expect((await laptop.open(story)).summary.state).toBe('submitted');

    const editor = openLaptop();
    await editor.signIn('zainal', newsroom.server.url);
    await editor.sync();
    const seen = await editor.call('photo.get', { hash: photo.hash });
    expect(seen).toMatchObject({ state: 'preview', width: 900, height: 700 });
    const thumb = await sharp(join(editor.dataDir, photoPath(photo.hash, 'thumb'))).metadata();
    expect(Math.max(thumb.width, thumb.height)).toBe(480);
    await editor.close();
  });

  it('never holds text up: a story typed during an upload arrives before the photo does', async () => {
    const noise = await sharp(randomBytes(900 * 700 * 3), {
      raw: { width: 900, height: 700, channels: 3 },
    })
      .jpeg({ quality: 95 })
      .toBuffer();
    await storyWith(await importFile(noise));
    const order: string[] = [];
    let typed = false;
    laptop.link.fault = async (request, next) => {
      const response = await next();
      order.push(request.method === 'PATCH' ? 'piece' : new URL(request.url).pathname);
      if (request.method === 'PATCH' && !typed) {
        typed = true;
        const other = await laptop.write('Kilat', 'Berita kilat.');
        await laptop.call('story.cut', { story: other, reason: 'leave' });
      }
      return response;
    };
    await laptop.sync();
    const first = order.indexOf('piece');
    expect(order.indexOf('/v1/versions', first)).toBeGreaterThan(first);
    expect(order.indexOf('/v1/versions', first)).toBeLessThan(order.lastIndexOf('piece'));
  });

  it('lets a story with its photo be sealed and published', async () => {
    const story = await storyWith(await importFile('klaten.jpg'));
    await laptop.edit(story, (view) => ({
      photoUses: view.article.photoUses.map((use) => ({
        ...use,
        slug: 'S',
        caption: 'C',
        credit: 'K',
        alt: 'A',
      })),
    }));
    await laptop.call('story.submit', { story });
    await laptop.sync();
    const editor = openLaptop();
    await editor.signIn('zainal', newsroom.server.url);
    const { content } = await editor.open(story);
    const approved = await editor.call('story.approve', { story, content, password: PASSWORD });
    expect(approved.summary.state).toBe('approved');
    await editor.close();
  });
});
