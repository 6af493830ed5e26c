/** Files on a laptop: read in a thread of their own, their pictures become photos; written ones wait under a ticket. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runFilesJob } from '#core/files/run-job.ts';
import { writeDocx } from '#core/files/write/docx.ts';
import { outgoingPath, printJobSchema } from '#shared/contract/files.ts';
import { incomingPath, photoPath } from '#shared/contract/media-paths.ts';
import { articleSchema, emptyArticle, type Article } from '#shared/domain/article.ts';
import { changeBetween } from '#shared/domain/change.ts';
import type { PhotoHash, StoryId } from '#shared/domain/ids.ts';
import { openTestNewsroom, type TestNewsroom } from '#server/testing/newsroom-kit.ts';
import { KLATEN, openLaptop, type TestLaptop } from '../fakes/laptops.ts';

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

const HASH = 'b'.repeat(64) as PhotoHash;
const article: Article = articleSchema.parse({
  ...emptyArticle(),
  headline: 'Jembatan Baru <Dibuka>',
  writers: [{ name: 'Laili Lengkap' }],
  photoUses: [
    {
      id: 'u1',
      photo: HASH,
      creditLead: '',
      slug: 'JEMBATAN BARU',
      caption: 'Warga melintas.',
      credit: 'Istimewa',
      alt: 'Jembatan',
    },
  ],
  blocks: [{ id: 'b1', kind: 'paragraph', runs: [{ text: 'Jembatan itu dibuka kemarin.' }] }],
});

async function wordFile(picture: Uint8Array): Promise<Uint8Array> {
  const pictures = new Map([
    [HASH, { bytes: picture, type: 'jpg' as const, width: 60, height: 40 }],
  ]);
  return await writeDocx({ article, pictures, state: 'KONSEP', creator: 'Laili' });
}

const jpeg = async (): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({ create: { width: 60, height: 40, channels: 3, background: '#26a' } })
      .jpeg()
      .toBuffer(),
  );

/** What the shell does with a picked file. */
function admit(bytes: Uint8Array): string {
  const ticket = randomBytes(16).toString('hex');
  const place = join(laptop.dataDir, incomingPath(ticket));
  mkdirSync(join(place, '..'), { recursive: true });
  writeFileSync(place, bytes);
  return ticket;
}

const inbox = (): string[] => readdirSync(join(laptop.dataDir, 'incoming'));

async function storyWith(text: Article): Promise<StoryId> {
  const { story } = await laptop.call('story.create', { desk: KLATEN });
  const view = await laptop.call('story.open', { story, forEditing: true });
  await laptop.call('story.save', {
    story,
    editing: view.editing ?? '',
    revision: view.revision,
    change: changeBetween(view.article, text),
  });
  return story;
}

it('a Word file is read with its picture as a photo of this laptop, and no story is changed', async () => {
  const picture = await jpeg();
  const before = await laptop.call('stories.list', { view: 'all' });
  const read = await laptop.call('files.read', {
    admitted: admit(await wordFile(picture)),
    fileName: 'naskah.docx',
  });
  const hash = read.article.photoUses[0]?.photo ?? null;
  if (hash === null) throw new Error('no photo');
  expect(readFileSync(join(laptop.dataDir, photoPath(hash, 'original')))).toEqual(
    Buffer.from(picture),
  );
  expect(read).toMatchObject({
    kind: 'docx',
    pictures: { taken: 1, refused: 0 },
    article: { headline: article.headline },
  });
  const laili = read.article.writers[0];
  expect(laili).toMatchObject({ name: 'Laili Lengkap', person: expect.any(String) });
  expect(await laptop.call('stories.list', { view: 'all' })).toEqual(before);
  expect(inbox()).toEqual([]);
});

it('a picture that no photo can be made of keeps its words and is told', async () => {
  const read = await laptop.call('files.read', {
    admitted: admit(await wordFile(new Uint8Array([1, 2, 3]))),
    fileName: 'naskah.docx',
  });
  expect(read.article.photoUses).toMatchObject([{ photo: null, caption: 'Warga melintas.' }]);
  expect(read.pictures).toEqual({ taken: 0, refused: 1 });
  expect(inbox()).toEqual([]);
});

it('a refused file says why, leaves nothing behind, and a ticket that is no ticket finds nothing', async () => {
  const ticket = admit(new TextEncoder().encode('PK\u0003\u0004 rusak'));
  await expect(
    laptop.call('files.read', { admitted: ticket, fileName: 'x.docx' }),
  ).rejects.toMatchObject({
    code: 'UNSUPPORTED_FILE',
    details: { because: 'damaged' },
  });
  expect(inbox()).toEqual([]);
  for (const admitted of ['../redaksi.sqlite', 'f'.repeat(32), ''])
    await expect(laptop.call('files.read', { admitted, fileName: 'x.txt' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
});

it('a reader that never ends is stopped', async () => {
  const endless = join(laptop.dataDir, 'endless.mjs');
  writeFileSync(endless, 'for (;;) {}');
  await expect(
    runFilesJob(endless, { job: 'read', file: '', kind: null, people: [] }, 300),
  ).rejects.toMatchObject({ code: 'UNSUPPORTED_FILE', details: { because: 'too-long' } });
});

it('a story is written under a ticket, named by its headline; what a newer Redaksi wrote is named as left out', async () => {
  const read = await laptop.call('files.read', {
    admitted: admit(await wordFile(await jpeg())),
    fileName: 'a.docx',
  });
  const newer = { id: 'n1', kind: 'timeline', when: ['2030'] };
  const story = await storyWith(
    articleSchema.parse({ ...read.article, blocks: [...read.article.blocks, newer] }),
  );
  const starts = { text: 'Jembatan', docx: 'PK', markdown: '---', page: '{' } as const;
  for (const as of ['text', 'docx', 'markdown', 'page'] as const) {
    const written = await laptop.call('story.export', { story, as, language: 'id' });
    expect(written.leftOut).toEqual(['timeline']);
    expect(written.fileName).toMatch(/^Jembatan Baru Dibuka\.(?:txt|docx|md|pdf)$/);
    const place = join(laptop.dataDir, outgoingPath(written.ticket));
    expect(existsSync(place)).toBe(true);
    expect(readFileSync(place).toString('latin1').startsWith(starts[as])).toBe(true);
    if (as !== 'page') continue;
    const job = printJobSchema.parse(JSON.parse(readFileSync(place, 'utf8')));
    expect(job).toMatchObject({ running: article.headline, state: 'KONSEP' });
    expect(job.html).toContain('Jembatan Baru &lt;Dibuka&gt;');
    expect(job.html).toMatch(/redaksi-media:\/\/photo\/[0-9a-f]{64}\?size=preview/);
  }
});
