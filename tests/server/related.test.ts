/** "Baca juga" on a real core: which stories come first, which can't be linked, and what happens when one is renamed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newBlockId, type StoryId } from '#shared/domain/ids.ts';
import { openTestNewsroom, PASSWORD, type TestNewsroom } from '#server/testing/newsroom-kit.ts';
import { KLATEN, newParagraphs, openLaptop, rewritten, type TestLaptop } from '../fakes/laptops.ts';

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

async function titles(story: StoryId, query = ''): Promise<string[]> {
  const { stories } = await laptop.call('stories.related', { story, query });
  return stories.map(({ title }) => title);
}

/** A story that its writer has left: its words are in the index. */
async function filed(headline: string, ...paragraphs: readonly string[]): Promise<StoryId> {
  const story = await laptop.write(headline, ...paragraphs);
  await laptop.call('story.cut', { story, reason: 'leave' });
  return story;
}

/** From a draft to the page: sealed and published by those who may. */
async function publish(story: StoryId): Promise<void> {
  await laptop.call('story.submit', { story });
  await laptop.sync();
  const editor = openLaptop();
  const publisher = openLaptop();
  await editor.signIn('zainal', newsroom.server.url);
  const { content } = await editor.open(story);
  await editor.call('story.approve', { story, content, password: PASSWORD });
  await publisher.signIn('putri', newsroom.server.url);
  await publisher.call('story.publish', { story, content });
  await publisher.sync();
  await newsroom.server.settleOutlets();
  await laptop.sync();
  await editor.close();
  await publisher.close();
}

describe('before anything is typed', () => {
  it('a story about the same regent stands above one that only shares the town', async () => {
    await filed('Banjir di Klaten surut', 'Warga Klaten kembali ke rumah. Klaten pulih.');
    await filed('Panen raya dibuka', 'Hamenang Wajar Ismoyo membuka panen di Klaten.');
    await filed('Lomba di Klaten meriah', 'Ribuan orang memadati Klaten sejak pagi.');
    await filed('Harga cabai turun', 'Pedagang di Semarang mengeluh.');
    const writing = await filed(
      'Sister city dijajaki',
      'Bupati Klaten, Hamenang Wajar Ismoyo menandatangani kerja sama di Klaten.',
    );
    const found = await titles(writing);
    expect(found[0]).toBe('Panen raya dibuka');
    expect(found).toContain('Banjir di Klaten surut');
    // All of a desk's stories share its section: the one that shares no more comes last.
    expect(found.at(-1)).toBe('Harga cabai turun');
  });

  it('follows the text as it grows', async () => {
    await filed('Panen raya dibuka', 'Hamenang Wajar Ismoyo membuka panen.');
    await filed('Stadion dipugar', 'Pemugaran Stadion Trikoyo selesai.');
    const writing = await filed('Kabar', 'Rapat dengan Hamenang Wajar Ismoyo batal.');
    expect((await titles(writing))[0]).toBe('Panen raya dibuka');
    await laptop.edit(writing, (view) =>
      rewritten(view, 0, 'Laga di Stadion Trikoyo, kata panitia Stadion Trikoyo.'),
    );
    expect((await titles(writing))[0]).toBe('Stadion dipugar');
  });

  it('an empty story is offered what readers read last, and never itself', async () => {
    const out = await filed('Berita yang sudah terbit', 'Isi yang terbit.');
    await publish(out);
    const { story } = await laptop.call('story.create', { desk: KLATEN });
    expect(await titles(story)).toEqual(['Berita yang sudah terbit']);
  });
});

describe('typing', () => {
  it('finds by the beginnings of words, in any place of a story, headlines first', async () => {
    await filed('Rapat desa', 'Jembatan gantung Bayat rusak.');
    await filed('Jembatan gantung Bayat ditutup', 'Warga memutar lewat Cawas.');
    const writing = await filed('Naskah baru', 'Belum ada isi.');
    expect(await titles(writing, 'jemb bay')).toEqual([
      'Jembatan gantung Bayat ditutup',
      'Rapat desa',
    ]);
    expect(await titles(writing, 'jemb semarang')).toEqual([]);
  });

  it('takes signs and operators for what they are: nothing to find', async () => {
    const writing = await filed('Naskah baru', 'Belum ada isi.');
    for (const query of ['"', '***', 'NEAR(', '") OR ("', "'; --"])
      await expect(titles(writing, query)).resolves.toEqual([]);
  });

  it('refuses the story itself, withdrawn and dropped ones, each with its reason', async () => {
    const withdrawn = await filed('Jembatan yang dicabut', 'Isi lama.');
    await publish(withdrawn);
    const editor = openLaptop();
    await editor.signIn('zainal', newsroom.server.url);
    const dropped = await filed('Jembatan yang tidak jadi', 'Isi lain.');
    await laptop.sync();
    await editor.sync();
    await editor.call('story.spike', { story: dropped, reason: '' });
    await editor.sync();
    const publisher = openLaptop();
    await publisher.signIn('putri', newsroom.server.url);
    await publisher.call('story.withdraw', { story: withdrawn, reason: 'Keliru.' });
    await publisher.sync();
    await newsroom.server.settleOutlets();
    await laptop.sync();
    const other = await filed('Kabar desa', 'Sebuah jembatan disebut di sini.');
    const writing = await filed('Jembatan baru', 'Isi baru.');
    const { stories } = await laptop.call('stories.related', { story: writing, query: 'jembatan' });
    expect(Object.fromEntries(stories.map(({ story, refusal }) => [story, refusal]))).toEqual({
      [other]: null,
      [writing]: 'self',
      [withdrawn]: 'withdrawn',
      [dropped]: 'spiked',
    });
    // Enter takes the first one: it is one that can be taken.
    expect(stories[0]?.story).toBe(other);
    await editor.close();
    await publisher.close();
  });
});

describe('a linked story', () => {
  async function linking(target: StoryId, title: string): Promise<StoryId> {
    const writing = await filed('Naskah yang menautkan', 'Isi.');
    const block = { id: newBlockId(), kind: 'related', label: 'Baca juga' } as const;
    await laptop.edit(writing, ({ article }) => ({
      blocks: [{ ...block, link: { title, story: target } }],
      order: [...article.blocks.map(({ id }) => id), block.id],
    }));
    return writing;
  }
  const rulesOf = async (story: StoryId) =>
    (await laptop.open(story)).findings
      .map(({ rule }) => rule)
      .filter((rule) => rule.startsWith('related-'));

  it('that gets another headline is found by preflight, which warns and blocks nothing', async () => {
    const target = await filed('Judul pertama', 'Isi.');
    const writing = await linking(target, 'Judul pertama');
    expect(await rulesOf(writing)).toEqual([]);
    await laptop.edit(target, () => ({ furniture: { headline: 'Judul kedua' } }));
    expect(await rulesOf(writing)).toEqual(['related-changed']);
    expect((await laptop.open(writing)).permissions.submit).toEqual({ allowed: true });
  });

  it('shows the headline that readers see, not the one that is being rewritten', async () => {
    const target = await filed('Judul yang terbit', 'Isi.');
    await publish(target);
    const writing = await linking(target, 'Judul yang terbit');
    const editor = openLaptop();
    await editor.signIn('zainal', newsroom.server.url);
    await editor.edit(target, () => ({ furniture: { headline: 'Judul yang belum disahkan' } }));
    await editor.sync();
    await laptop.sync();
    await editor.close();
    expect((await laptop.open(target)).summary.headline).toBe('Judul yang belum disahkan');
    expect(await rulesOf(writing)).toEqual([]);
    const { stories } = await laptop.call('stories.linked', { stories: [target] });
    expect(stories).toMatchObject([{ title: 'Judul yang terbit', state: 'published' }]);
    expect(stories[0]?.publishedAt).not.toBeNull();
    expect(stories[0]?.url).toContain('judul-yang-terbit');
  });

  it('prints the title that was sealed, whatever its own headline becomes', async () => {
    const target = await filed('Judul lama', 'Isi.');
    await publish(target);
    const writing = await linking(target, 'Judul lama');
    await publish(writing);
    const { publications } = await laptop.open(writing);
    const page = await (await fetch(publications[0]?.url ?? '')).text();
    expect(page).toMatch(/<a [^>]*class="related-title"[^>]*>Judul lama<\/a>|Judul lama<\/a>/);
    expect(publications[0]?.proof?.equal).toBe(true);
  });

  it('without a printed title blocks the seal: nobody signs words that come later', async () => {
    const target = await filed('Judul', 'Isi.');
    const writing = await linking(target, '');
    expect((await laptop.open(writing)).findings).toContainEqual(
      expect.objectContaining({ rule: 'related-untitled', severity: 'blocks' }),
    );
  });

  it('that this laptop does not have is left out, and said nothing of', async () => {
    const target = await filed('Judul', 'Isi.');
    const stranger = '0197a000-0000-7000-8000-000000000000' as StoryId;
    const { stories } = await laptop.call('stories.linked', { stories: [target, stranger] });
    expect(stories.map(({ story }) => story)).toEqual([target]);
    expect(await rulesOf(await linking(stranger, 'Judul dari laptop lain'))).toEqual([]);
  });
});

it('in a larger newsroom what every other story shares decides nothing', async () => {
  const { story } = await laptop.call('story.create', { desk: KLATEN });
  await laptop.edit(story, () => ({
    furniture: { headline: 'Judul' },
    ...newParagraphs(['Hamenang Wajar Ismoyo di Klaten.']),
  }));
  for (let n = 0; n < 201; n += 1) await filed(`Kabar Klaten ${n}`, `Isi dari Klaten ${n}.`);
  const close = await filed('Panen raya', 'Hamenang Wajar Ismoyo memanen.');
  const { stories } = await laptop.call('stories.related', { story });
  expect(stories.map((each) => each.story)).toEqual([close]);
}, 60_000);
