import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PhotoHash, VersionId } from '#shared/domain/ids.ts';
import { jpeg, openTestNewsroom, type Laptop, type TestNewsroom } from '../testing/newsroom-kit.ts';
import {
  article,
  cut,
  give,
  newStory,
  orderFor,
  push,
  storyAt,
  upload,
  withPhoto,
  write,
  type Desk,
} from '../testing/story-kit.ts';

let room: TestNewsroom;
let laili: Laptop, zainal: Laptop, foto: Laptop;
let desk: Desk;
beforeAll(async () => {
  room = await openTestNewsroom();
  laili = await room.signIn('laili');
  zainal = await room.signIn('zainal');
  foto = await room.signIn('foto');
  desk = { writer: laili, editor: zainal, publisher: await room.signIn('putri') };
});
afterAll(() => room.end());

const statuses = (taken: Awaited<ReturnType<typeof push>>) =>
  taken.results.map(({ status }) => status);

describe('the head', () => {
  it('a chain that is sent at once ends with its last version as the head', async () => {
    const story = await newStory(laili);
    const one = await cut(laili, story, article('satu'));
    const two = await cut(laili, story, article('dua'), [one.id]);
    const taken = await push(laili, one, two);
    expect(statuses(taken)).toEqual(['head', 'head']);
    expect(taken.head).toBe(two.id);
  });

  it('a repeat is known, and changes nothing', async () => {
    const at = await storyAt('draft', desk);
    const before = room.dump();
    expect(statuses(await push(laili, at.head, at.head))).toEqual(['known', 'known']);
    expect(room.dump()).toEqual(before);
  });

  it('a known version is known to whoever sends it, whoever wrote it', async () => {
    const at = await storyAt('draft', desk);
    expect(statuses(await push(zainal, at.head))).toEqual(['known']);
  });

  it('of two versions of one parent the second is kept beside, and a merge of both becomes the head', async () => {
    const at = await storyAt('draft', desk);
    const theirs = await write(zainal, at.story, article('redaktur'), [at.head.id]);
    const mine = await cut(laili, at.story, article('penulis'), [at.head.id]);
    const taken = await push(laili, mine);
    expect(statuses(taken)).toEqual(['beside']);
    expect(taken.head).toBe(theirs.id);
    const merge = await cut(laili, at.story, article('keduanya'), [mine.id, theirs.id], {
      reason: 'merge',
    });
    expect(await push(laili, merge)).toMatchObject({ head: merge.id });
    const kept = room.dump()['version'] as readonly { id: string }[];
    expect(kept.map(({ id }) => id)).toEqual(
      expect.arrayContaining([mine.id, theirs.id, merge.id]),
    );
  });

  it('a second beginning of the same story is kept beside', async () => {
    const at = await storyAt('draft', desk);
    expect(statuses(await push(laili, await cut(laili, at.story, article('mulai lagi'))))).toEqual([
      'beside',
    ]);
  });
});

describe('late versions', () => {
  it('what a reporter wrote offline before the desk sealed is kept beside, and the seal stands', async () => {
    for (const state of ['submitted', 'approved', 'published', 'withdrawn', 'spiked'] as const) {
      const at = await storyAt(state, desk);
      const late = await cut(laili, at.story, article(`terlambat: ${state}`), [at.head.id]);
      const taken = await push(laili, late);
      expect(statuses(taken), state).toEqual(['beside']);
      expect(taken.head, state).toBe(at.head.id);
      const record = await room.server.store.read((records) => records.stories.record(at.story));
      expect(record, state).toMatchObject({ state, head: at.head.id });
    }
  });

  it('a late version joins the text again when the story is returned', async () => {
    const at = await storyAt('submitted', desk);
    const late = await cut(laili, at.story, article('terlambat'), [at.head.id]);
    await push(laili, late);
    await give(zainal, orderFor('return', at));
    const merge = await cut(laili, at.story, article('gabung'), [late.id, at.head.id]);
    expect(await push(laili, merge)).toMatchObject({ head: merge.id });
  });

  it('the audit log tells what became the head and what was kept', async () => {
    const at = await storyAt('approved', desk);
    const late = await cut(laili, at.story, article('catat'), [at.head.id]);
    await push(laili, late);
    const { entries } = await zainal.get('auditTrail', { story: at.story });
    const mine = entries.filter(({ action }) => action === 'versions');
    expect(mine.map(({ detail }) => detail)).toEqual([
      { head: [at.head.id], beside: [] },
      { head: [], beside: [late.id] },
    ]);
  });
});

describe('the photo desk', () => {
  it('adds a photo and moves a photo block while the story is published, and seals nothing by it', async () => {
    const at = await storyAt('draft', desk);
    const base = article('dengan foto');
    const head = await write(laili, at.story, base, [at.head.id]);
    const photo: PhotoHash = await upload(foto, await jpeg(120));
    const shown = withPhoto(base, photo);
    const use = shown.photoUses[0];
    if (use === undefined) throw new Error('no photo use');
    const placed = {
      ...shown,
      blocks: [{ id: 'foto1' as never, kind: 'photo' as const, photoUse: use.id }, ...base.blocks],
    };
    const first = await write(foto, at.story, placed, [head.id]);
    await give(laili, orderFor('submit', { story: at.story, state: 'draft', head: first }));
    await give(zainal, orderFor('approve', { story: at.story, state: 'submitted', head: first }));
    const again = await cut(foto, at.story, shown, [first.id]);
    expect(statuses(await push(foto, again))).toEqual(['head']);
    const record = await room.server.store.read((records) => records.stories.record(at.story));
    expect(record).toMatchObject({ head: again.id, seal: { content: first.content } });
  });

  it('merges its photos with a newer text, and the text must be the newer one', async () => {
    const at = await storyAt('draft', desk);
    const base = article('lama');
    const common = await write(laili, at.story, base, [at.head.id]);
    const newer = { ...base, deck: 'Teras baru' };
    const theirs = await write(laili, at.story, newer, [common.id]);
    const ours = await cut(foto, at.story, withPhoto(base, 'a'.repeat(64) as PhotoHash), [
      common.id,
    ]);
    expect(statuses(await push(foto, ours))).toEqual(['beside']);
    const backwards = await cut(foto, at.story, withPhoto(base, 'a'.repeat(64) as PhotoHash, 'x'), [
      ours.id,
      theirs.id,
    ]);
    expect((await foto.ask('putVersions', { versions: [backwards] })).status).toBe(403);
    const merged = await cut(foto, at.story, withPhoto(newer, 'a'.repeat(64) as PhotoHash), [
      ours.id,
      theirs.id,
    ]);
    expect(await push(foto, merged)).toMatchObject({ head: merged.id });
  });
});

describe('events', () => {
  it('come in one order without a gap, each number once, under 20 laptops pushing at once', async () => {
    const { head: start } = await laili.get('hello', {});
    const chains = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const by = await room.signIn('laili');
        return { story: await newStory(by), by };
      }),
    );
    await Promise.all(
      chains.map(async ({ story, by }, n) => {
        let parents: readonly VersionId[] = [];
        for (let i = 0; i < 3; i += 1)
          parents = [(await write(by, story, article(`${n}.${i}`), parents)).id];
      }),
    );
    const seen: number[] = [];
    let after = start;
    for (;;) {
      const page = await laili.get('events', { after, limit: 17 });
      seen.push(...page.events.map(({ seq }) => seq));
      after = page.next;
      if (page.events.length === 0) break;
    }
    const { head } = await laili.get('hello', {});
    expect(seen).toEqual(Array.from({ length: head - start }, (_, n) => start + n + 1));
    // 20 stories, 60 versions, and the story after each version.
    expect(seen).toHaveLength(20 + 60 + 60);
  });
});
