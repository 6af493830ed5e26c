import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestNewsroom, PASSWORD, type TestNewsroom } from '#server/testing/newsroom-kit.ts';
import { bodyText, openLaptop, rewritten, type TestLaptop } from '../fakes/laptops.ts';

let newsroom: TestNewsroom;
let reporter: TestLaptop;
let editor: TestLaptop;

beforeEach(async () => {
  newsroom = await openTestNewsroom();
  reporter = openLaptop();
  editor = openLaptop();
  await reporter.signIn('laili', newsroom.server.url);
  await editor.signIn('zainal', newsroom.server.url);
});

afterEach(async () => {
  await reporter.close();
  await editor.close();
  await newsroom.end();
});

describe('a story from a reporter without a network to the published page', () => {
  it('is written offline, waits, arrives, is sealed as it was seen, published, and proved', async () => {
    reporter.link.down = true;
    const story = await reporter.write(
      'Bupati Tandatangani Kerja Sama',
      'Kabupaten Klaten menjajaki Nanjing.',
    );
    const submitted = await reporter.call('story.submit', { story });
    expect(submitted.waiting).toEqual(['submit']);
    expect(submitted.summary.unsent).toBe(true);
    expect(await reporter.sync()).toMatchObject({ state: 'offline', pending: 3 });

    reporter.link.down = false;
    expect(await reporter.sync()).toMatchObject({ state: 'idle', pending: 0, setAside: 0 });
    expect(await reporter.open(story)).toMatchObject({
      waiting: [],
      refused: null,
      summary: { state: 'submitted', unsent: false },
    });

    await editor.sync();
    const { stories } = await editor.call('stories.list', { view: 'review' });
    expect(stories.map(({ id }) => id)).toEqual([story]);
    const seen = await editor.open(story);
    expect(bodyText(seen)).toBe('Kabupaten Klaten menjajaki Nanjing.');
    const approved = await editor.call('story.approve', {
      story,
      content: seen.content,
      password: PASSWORD,
    });
    expect(approved.seal).toMatchObject({
      content: seen.content,
      person: newsroom.staff.zainal.id,
    });
    expect(approved.sealedBy).toBe('Zainal Lengkap');
    expect(approved.permissions.approve).toEqual({ allowed: false, because: 'sealed-already' });

    const publisher = openLaptop();
    await publisher.signIn('putri', newsroom.server.url);
    await publisher.call('story.publish', { story, content: seen.content });
    await publisher.sync();
    await newsroom.server.settleOutlets();
    await publisher.sync();
    const live = await publisher.open(story);
    expect(live.summary.state).toBe('published');
    expect(live.publications[0]).toMatchObject({ state: 'seen-live', content: seen.content });
    expect(live.publications[0]?.proof?.equal).toBe(true);
    const page = await fetch(live.publications[0]?.url ?? '');
    expect(await page.text()).toContain('Kabupaten Klaten menjajaki Nanjing.');

    // An edit after the seal leaves seal and page untouched, and is shown as what it is.
    await editor.sync();
    const changed = await editor.edit(story, (view) =>
      rewritten(view, 0, 'Kabupaten Klaten menggandeng Nanjing.'),
    );
    expect(changed.seal?.content).toBe(seen.content);
    expect(changed.summary.changedSinceSeal).toBe(true);
    await editor.sync();
    await publisher.sync();
    expect((await publisher.open(story)).publications[0]?.content).toBe(seen.content);
    await publisher.close();
  });

  it('an editor who changed the text during review seals exactly what they changed it to', async () => {
    const story = await reporter.write('Judul', 'Paragraf awal.');
    await reporter.call('story.submit', { story });
    await reporter.sync();
    await editor.sync();
    const edited = await editor.edit(story, (view) =>
      rewritten(view, 0, 'Paragraf yang disunting.'),
    );
    const approved = await editor.call('story.approve', {
      story,
      content: edited.content,
      password: PASSWORD,
    });
    expect(approved.seal?.content).toBe(edited.content);
    expect(approved.summary.state).toBe('approved');
  });

  it('a text that the editor has not seen is never sealed', async () => {
    const story = await reporter.write('Judul', 'Paragraf awal.');
    await reporter.call('story.submit', { story });
    await reporter.sync();
    await editor.sync();
    const seen = await editor.open(story);
    // Meanwhile another editor rewrites it.
    const second = openLaptop();
    await second.signIn('dewi', newsroom.server.url);
    await second.edit(story, (view) => rewritten(view, 0, 'Paragraf lain sama sekali.'));
    await second.call('story.cut', { story, reason: 'leave' });
    await second.sync();
    await expect(
      editor.call('story.approve', { story, content: seen.content, password: PASSWORD }),
    ).rejects.toMatchObject({ code: 'STALE_CONTENT' });
    expect((await editor.open(story)).seal).toBeNull();
    await second.close();
  });

  it('a wrong password seals nothing, and no network says so', async () => {
    const story = await reporter.write('Judul', 'Paragraf awal.');
    await reporter.call('story.submit', { story });
    await reporter.sync();
    await editor.sync();
    const { content } = await editor.open(story);
    await expect(
      editor.call('story.approve', { story, content, password: 'salah' }),
    ).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
    editor.link.down = true;
    await expect(
      editor.call('story.approve', { story, content, password: PASSWORD }),
    ).rejects.toMatchObject({ code: 'OFFLINE' });
    editor.link.down = false;
    await editor.sync();
    expect((await editor.open(story)).summary.state).toBe('submitted');
  });

  it('comes back with a reason, is mended and handed in again', async () => {
    const story = await reporter.write('Judul', 'Paragraf awal.');
    await reporter.call('story.submit', { story });
    await reporter.sync();
    await editor.sync();
    await editor.call('story.return', { story, reason: 'Tambah narasumber.' });
    await editor.sync();
    await reporter.sync();
    expect((await reporter.open(story)).summary).toMatchObject({
      state: 'returned',
      reason: 'Tambah narasumber.',
    });
    await reporter.edit(story, (view) => rewritten(view, 0, 'Paragraf dengan narasumber.'));
    await reporter.call('story.submit', { story });
    await reporter.sync();
    await editor.sync();
    expect(bodyText(await editor.open(story))).toBe('Paragraf dengan narasumber.');
  });
});

describe('two who wrote at the same time', () => {
  it('keep both their words, and both their versions', async () => {
    const story = await reporter.write('Judul', 'Satu dua tiga.', 'Empat lima enam.');
    await reporter.sync();
    await reporter.call('story.cut', { story, reason: 'leave' });
    await reporter.sync();
    await editor.sync();
    reporter.link.down = true;
    await reporter.edit(story, (view) => rewritten(view, 0, 'Satu dua tiga, kata pelapor.'));
    await editor.edit(story, (view) => rewritten(view, 1, 'Empat lima enam, kata penyunting.'));
    await editor.call('story.cut', { story, reason: 'leave' });
    await editor.sync();
    reporter.link.down = false;
    await reporter.call('story.cut', { story, reason: 'leave' });
    await reporter.sync();
    await editor.sync();
    const [ours, theirs] = [await reporter.open(story), await editor.open(story)];
    expect(bodyText(ours)).toBe('Satu dua tiga, kata pelapor.\nEmpat lima enam, kata penyunting.');
    expect(theirs.content).toBe(ours.content);
    expect(ours.mergeNotes).toEqual([]);
    const { versions } = await editor.call('story.history', { story });
    const merge = versions.find(({ head }) => head);
    expect(merge).toMatchObject({ reason: 'merge' });
    const texts = await Promise.all(
      (merge?.parents ?? []).map((version) => editor.call('story.version', { story, version })),
    );
    expect(texts.map(bodyText).sort()).toEqual([
      'Satu dua tiga, kata pelapor.\nEmpat lima enam.',
      'Satu dua tiga.\nEmpat lima enam, kata penyunting.',
    ]);
  });

  it('of the same words get a note on both laptops, and nothing is sealed until a person has settled it', async () => {
    const story = await reporter.write('Judul', 'Terdakwa menolak tuduhan.');
    await reporter.call('story.cut', { story, reason: 'leave' });
    await reporter.sync();
    await editor.sync();
    await editor.edit(story, (view) => rewritten(view, 0, 'Terdakwa membantah tuduhan.'));
    await editor.call('story.cut', { story, reason: 'leave' });
    await editor.sync();
    await reporter.edit(story, (view) => rewritten(view, 0, 'Terdakwa mengakui tuduhan.'));
    await reporter.sync();
    const merged = await reporter.open(story);
    expect(merged.mergeNotes).toHaveLength(1);
    const words = JSON.stringify([merged.article, merged.mergeNotes]);
    expect(words).toContain('membantah');
    expect(words).toContain('mengakui');
    await reporter.call('story.submit', { story });
    await reporter.sync();
    await editor.sync();
    const seen = await editor.open(story);
    expect(seen.mergeNotes).toEqual(merged.mergeNotes);
    expect(seen.permissions.approve).toEqual({ allowed: false, because: 'preflight' });
    const settled = await editor.edit(story, (view) =>
      rewritten(view, 0, 'Terdakwa membantah tuduhan itu.'),
    );
    expect(settled.mergeNotes).toEqual([]);
    expect(settled.permissions.approve).toEqual({ allowed: true });
  });

  it('hand in the merge of both, when one of them handed in before knowing of the other', async () => {
    const story = await reporter.write('Judul', 'Satu dua tiga.', 'Empat lima enam.');
    await reporter.sync();
    reporter.link.down = true;
    await reporter.edit(story, (view) => rewritten(view, 0, 'Satu dua tiga, kata pelapor.'));
    await reporter.call('story.submit', { story });
    await editor.sync();
    await editor.edit(story, (view) => rewritten(view, 1, 'Empat lima enam, kata penyunting.'));
    await editor.sync();
    reporter.link.down = false;
    expect(await reporter.sync()).toMatchObject({ pending: 0, setAside: 0 });
    expect(await reporter.open(story)).toMatchObject({ refused: null, waiting: [] });
    await editor.sync();
    const seen = await editor.open(story);
    expect(seen.summary.state).toBe('submitted');
    expect(bodyText(seen)).toBe('Satu dua tiga, kata pelapor.\nEmpat lima enam, kata penyunting.');
    const sealed = await editor.call('story.approve', {
      story,
      content: seen.content,
      password: PASSWORD,
    });
    expect(sealed.seal?.content).toBe(seen.content);
  });

  it('a reporter whose words came after the seal loses none, and the seal stays', async () => {
    const story = await reporter.write('Judul', 'Paragraf awal.');
    await reporter.call('story.cut', { story, reason: 'leave' });
    await reporter.sync();
    // On the train, with no network, the reporter goes on writing; an editor picks the draft up and seals it.
    reporter.link.down = true;
    await reporter.edit(story, (view) => rewritten(view, 0, 'Paragraf awal, ditambah di kereta.'));
    await editor.sync();
    await editor.call('story.submit', { story });
    await editor.sync();
    const { content } = await editor.open(story);
    await editor.call('story.approve', { story, content, password: PASSWORD });
    reporter.link.down = false;
    expect(await reporter.sync()).toMatchObject({ state: 'idle', pending: 0, setAside: 0 });
    const late = await reporter.open(story);
    expect(bodyText(late)).toBe('Paragraf awal, ditambah di kereta.');
    expect(late.seal?.content).toBe(content);
    expect(late.summary.changedSinceSeal).toBe(true);
    expect(late.permissions.edit).toMatchObject({ allowed: false });
    const before = reporter.link.log.length;
    await reporter.sync();
    expect(reporter.link.log.slice(before).filter((line) => line.startsWith('POST'))).toEqual([]);
    // Sent back, the late words are simply there, and go on.
    await editor.sync();
    await editor.call('story.return', { story, reason: 'Lanjutkan.' });
    await editor.sync();
    await reporter.sync();
    await reporter.call('story.submit', { story });
    await reporter.sync();
    await editor.sync();
    expect(bodyText(await editor.open(story))).toBe('Paragraf awal, ditambah di kereta.');
  });
});
