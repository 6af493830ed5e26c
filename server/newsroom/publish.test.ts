import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoryRecord } from '#shared/contract/http.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import { signedText, type Receipt, type Seal } from '#shared/domain/seal.ts';
import { jpeg, openTestNewsroom, PASSWORD, type TestNewsroom } from '../testing/newsroom-kit.ts';
import {
  article,
  give,
  newStory,
  orderFor,
  storyAt,
  upload,
  withPhoto,
  write,
  type Desk,
  type StoryAt,
} from '../testing/story-kit.ts';

let room: TestNewsroom;
let desk: Desk;
beforeAll(async () => {
  room = await openTestNewsroom();
  desk = {
    writer: await room.signIn('laili'),
    editor: await room.signIn('zainal'),
    publisher: await room.signIn('putri'),
  };
});
afterAll(() => room.end());

function read(story: StoryId): Promise<StoryRecord> {
  return room.server.store.read((records) => records.stories.record(story));
}

async function page(url: string | null | undefined) {
  const answer = await fetch(url ?? '');
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    html: await answer.text(),
  };
}

async function publish(at: StoryAt): Promise<StoryRecord> {
  await give(desk.publisher, orderFor('publish', at));
  await room.server.settleOutlets();
  return read(at.story);
}

describe('from a laptop to a page', () => {
  it('a sealed story with its photo is published, read back and proved', async () => {
    const photo = await upload(desk.writer, await jpeg());
    const story = await newStory(desk.writer);
    const head = await write(desk.writer, story, withPhoto(article('foto'), photo));
    await give(desk.writer, orderFor('submit', { story, state: 'draft', head }));
    await give(desk.editor, orderFor('approve', { story, state: 'submitted', head }));
    const after = await publish({ story, state: 'approved', head });

    const [publication] = after.publications;
    expect(after.state).toBe('published');
    expect(publication).toMatchObject({
      state: 'seen-live',
      content: head.content,
      seal: after.seal?.id,
    });
    expect(publication?.proof).toMatchObject({ equal: true, content: head.content });
    expect(publication?.proof?.fields.length).toBeGreaterThan(10);
    const live = await page(publication?.url);
    expect(live.status).toBe(200);
    expect(live.html).toContain('Isi berita: foto.');
    expect(live.html).toContain('TANDA TANGAN');
    expect(live.html).toContain(head.content);
    const source = /src="([^"]+\.jpg)"/.exec(live.html)?.[1] ?? 'nothing';
    expect(await page(new URL(source, room.server.url).href)).toMatchObject({
      status: 200,
      type: 'image/jpeg',
    });
  });

  it('an edit after the seal leaves the page and the seal on the sealed version', async () => {
    const at = await storyAt('approved', desk);
    await write(desk.editor, at.story, article('sesudah segel'), [at.head.id]);
    const after = await publish(at);
    const [publication] = after.publications;
    expect(publication).toMatchObject({
      state: 'seen-live',
      version: at.head.id,
      content: at.head.content,
    });
    const live = await page(publication?.url);
    expect(live.html).toContain('Isi berita: satu.');
    expect(live.html).not.toContain('sesudah segel');
  });

  it('an update keeps the address and the first date', async () => {
    const at = await storyAt('published', desk);
    await room.server.settleOutlets();
    const before = await read(at.story);
    room.time.advance(3_600_000);
    await desk.editor.get('confirm', { password: PASSWORD });
    const after = await publish(at);
    const [first, second] = after.publications;
    expect(after.state).toBe('updated');
    expect(second?.url).toBe(first?.url);
    expect(second?.firstPublishedAt).toBe(before.publications[0]?.publishedAt);
    expect(second?.publishedAt).not.toBe(second?.firstPublishedAt);
    expect(second?.state).toBe('seen-live');
    expect((await page(second?.url)).html).toContain('Isi berita: baru.');
    expect(first?.proof?.equal).toBe(true);
  });

  it('two stories with one headline on one day have two addresses', async () => {
    const [one, two] = [await storyAt('approved', desk), await storyAt('approved', desk)];
    const paths = [await publish(one), await publish(two)].map(
      ({ publications }) => publications[0]?.url,
    );
    expect(new Set(paths).size).toBe(2);
    expect((await read(two.story)).publications[0]?.proof?.equal).toBe(true);
  });

  it('a withdrawn story is a page that says why, and its photo is gone', async () => {
    const photo = await upload(desk.writer, await jpeg(33));
    const story = await newStory(desk.writer);
    const head = await write(desk.writer, story, withPhoto(article('dicabut nanti'), photo));
    await give(desk.writer, orderFor('submit', { story, state: 'draft', head }));
    await give(desk.editor, orderFor('approve', { story, state: 'submitted', head }));
    const [publication] = (await publish({ story, state: 'approved', head })).publications;
    const pictureUrl = /src="([^"]+\.jpg)"/.exec((await page(publication?.url)).html)?.[1] ?? '';
    await give(desk.publisher, orderFor('withdraw', { story, state: 'published', head }));
    const tombstone = await page(publication?.url);
    expect(tombstone.status).toBe(410);
    expect(tombstone.html).toContain('Menyebut nama anak di bawah umur.');
    expect(tombstone.html).not.toContain('Isi berita');
    expect((await read(story)).publications[0]).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: 'Menyebut nama anak di bawah umur.',
    });
    expect((await page(new URL(pictureUrl, room.server.url).href)).status).toBe(404);
  });

  it('a photo that stands in no published story is not public', async () => {
    const photo = await upload(desk.writer, await jpeg(200));
    const url = `${room.server.url}/tribun-jateng/photo/${photo}-640.jpg`;
    expect((await page(url)).status).toBe(404);
  });
});

describe('signatures', () => {
  const isSigned = (record: Seal | Receipt, keys: Readonly<Record<string, string>>) =>
    verify(
      null,
      Buffer.from(signedText(record)),
      createPublicKey({
        key: Buffer.from(keys[record.key] ?? '', 'base64'),
        format: 'der',
        type: 'spki',
      }),
      Buffer.from(record.signature, 'base64url'),
    );

  it('seals and receipts verify with the key that the server names, and no altered one does', async () => {
    const { keys } = await desk.writer.get('hello', {});
    const at = await storyAt('submitted', desk);
    const receipt = await give(desk.editor, orderFor('approve', at));
    const { seal } = await read(at.story);
    if (seal === null) throw new Error('no seal');
    expect(isSigned(receipt, keys)).toBe(true);
    expect(isSigned(seal, keys)).toBe(true);
    expect(isSigned({ ...seal, person: desk.writer.person.id }, keys)).toBe(false);
    expect(isSigned({ ...receipt, state: 'published' }, keys)).toBe(false);
  });

  it('the key stays after a restart', async () => {
    const other = await openTestNewsroom();
    const before = await (await other.signIn('laili')).get('hello', {});
    const again = await other.restart();
    const after = await (await again.signIn('laili')).get('hello', {});
    expect(after.keys).toEqual(before.keys);
    expect(after.epoch).toBe(before.epoch);
    await again.end();
  });
});
