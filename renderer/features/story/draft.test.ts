import { describe, expect, it } from 'vitest';
import type { CoreInput, CoreMethod, StoryView } from '#shared/contract/core.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import { emptyArticle, type Article, type Block, type PhotoUse } from '#shared/domain/article.ts';
import { applyChange } from '#shared/domain/change.ts';
import {
  blockIdSchema,
  deskIdSchema,
  newId,
  photoUseIdSchema,
  type PersonId,
  type StoryId,
} from '#shared/domain/ids.ts';
import { contentHash } from '#shared/domain/version.ts';
import { WORKFLOW_COMMANDS } from '#shared/domain/workflow.ts';
import type { CoreClient } from '#shared/rpc/client.ts';
import { createDraft, type Timers } from './draft.ts';

const paragraph = (id: string, text: string): Block => ({
  id: blockIdSchema.parse(id),
  kind: 'paragraph',
  runs: [{ text }],
});
const use: PhotoUse = {
  id: photoUseIdSchema.parse('foto'),
  photo: null,
  creditLead: '',
  slug: 'BANJIR',
  caption: 'Warga mengungsi.',
  credit: 'Dok',
  alt: '',
};

/** A core that keeps one story, and a clock that goes when it is told to. */
function newsroomOf(first: Article) {
  const story = newId<StoryId>();
  let article = first;
  let revision = 1;
  let failure: RedaksiError | null = null;
  let saves = 0;
  const view = (): StoryView => ({
    summary: {
      id: story,
      desk: deskIdSchema.parse('klaten'),
      headline: article.headline,
      writers: [],
      state: 'draft',
      createdBy: newId<PersonId>(),
      words: 0,
      photo: null,
      updatedAt: '2025-06-24T05:00:00.000Z',
      unsent: true,
      changedSinceSeal: false,
      reason: '',
      url: null,
    },
    article,
    revision,
    content: contentHash(article),
    editing: 'pen',
    permissions: Object.fromEntries(
      WORKFLOW_COMMANDS.map((command) => [command, { allowed: true }]),
    ) as StoryView['permissions'],
    findings: [],
    seal: null,
    sealedBy: null,
    publications: [],
    mergeNotes: [],
    waiting: [],
    refused: null,
  });
  const call = async (method: CoreMethod, input: unknown): Promise<unknown> => {
    if (method === 'story.open') return view();
    if (method !== 'story.save') return {};
    saves += 1;
    if (failure !== null) throw failure;
    const { change, revision: builtOn } = input as CoreInput<'story.save'>;
    if (builtOn !== revision) throw new RedaksiError('CONFLICT', 'another window was first');
    const applied = applyChange(article, change as never);
    if (!applied.ok) throw new RedaksiError('INVALID', applied.problem);
    article = applied.article;
    revision += 1;
    return { revision, content: contentHash(article), savedAt: '2025-06-24T05:00:01.000Z' };
  };
  const timed: (() => void)[] = [];
  const timers: Timers = {
    start: (go) => {
      timed.splice(0, timed.length, go);
      return go;
    },
    stop: () => void timed.splice(0),
    now: () => 0,
  };
  return {
    draft: createDraft(
      { call, on: () => () => undefined } as unknown as CoreClient,
      view(),
      timers,
    ),
    stored: () => article,
    saves: () => saves,
    fail: (next: RedaksiError | null) => {
      failure = next;
    },
    /** Somebody else commits. */
    elsewhere: (next: Article) => {
      article = next;
      revision += 1;
    },
    view,
    tick: () => timed.splice(0).forEach((go) => go()),
  };
}

const start = (): Article => ({
  ...emptyArticle(),
  headline: 'Awal',
  blocks: [paragraph('a', 'Satu'), paragraph('b', 'Dua')],
});

describe('an open story', () => {
  it('puts what was typed on disk', async () => {
    const { draft, stored } = newsroomOf(start());
    draft.changeFurniture({ headline: 'Judul baru' });
    draft.setBlocks([paragraph('a', 'Satu lagi'), paragraph('b', 'Dua')]);
    expect(await draft.flush()).toBe(true);
    expect(stored()).toEqual(draft.snapshot().article);
    expect(stored().headline).toBe('Judul baru');
  });

  it('saves many keys once', async () => {
    const { draft, saves, tick } = newsroomOf(start());
    for (const headline of ['A', 'AB', 'ABC']) draft.changeFurniture({ headline });
    tick();
    await draft.flush();
    expect(saves()).toBe(1);
  });

  it('keeps the text when a save fails, says why, and saves it later', async () => {
    const { draft, fail, stored } = newsroomOf(start());
    fail(new RedaksiError('DISK_FULL', 'full'));
    draft.changeFurniture({ headline: 'Tak boleh hilang' });
    expect(await draft.flush()).toBe(false);
    expect(draft.snapshot().saving).toMatchObject({ phase: 'failed', code: 'DISK_FULL' });
    expect(draft.snapshot().article.headline).toBe('Tak boleh hilang');
    fail(null);
    expect(await draft.flush()).toBe(true);
    expect(stored().headline).toBe('Tak boleh hilang');
  });

  it('keeps both when somebody else committed another block meanwhile', async () => {
    const { draft, elsewhere, stored } = newsroomOf(start());
    draft.setBlocks([paragraph('a', 'Satu dari sini'), paragraph('b', 'Dua')]);
    elsewhere({
      ...start(),
      deck: 'Deck dari sana',
      blocks: [paragraph('a', 'Satu'), paragraph('b', 'Dua dari sana')],
    });
    while (!(await draft.flush())) await Promise.resolve();
    expect(stored()).toMatchObject({
      deck: 'Deck dari sana',
      blocks: [paragraph('a', 'Satu dari sini'), paragraph('b', 'Dua dari sana')],
    });
    expect(draft.snapshot().outside).toBeGreaterThan(0);
  });

  it('takes a newer text in when nothing is unsaved here', () => {
    const { draft, elsewhere, view } = newsroomOf(start());
    elsewhere({ ...start(), headline: 'Dari sana' });
    draft.adopt(view());
    expect(draft.snapshot()).toMatchObject({ outside: 1, article: { headline: 'Dari sana' } });
  });

  it('stops writing, text kept, when another window takes the pen', async () => {
    const { draft, fail, saves } = newsroomOf(start());
    fail(new RedaksiError('STALE_EDITOR', 'another window'));
    draft.changeFurniture({ headline: 'Masih di layar' });
    expect(await draft.flush()).toBe(false);
    draft.changeFurniture({ headline: 'Masih di layar ini' });
    await draft.flush();
    expect(saves()).toBe(1);
    expect(draft.snapshot().article.headline).toBe('Masih di layar ini');
  });
});

describe('the photos of an open story', () => {
  const block: Block = { id: blockIdSchema.parse('p'), kind: 'photo', photoUse: use.id };
  const withPhoto = (): Article => ({
    ...start(),
    photoUses: [use],
    blocks: [...start().blocks, block],
  });

  it('go with their block, and come back with it, words and all', () => {
    const { draft } = newsroomOf(withPhoto());
    draft.changePhotoUse(use.id, { caption: 'Ditulis sesudahnya.' });
    draft.setBlocks(start().blocks);
    expect(draft.snapshot().article.photoUses).toEqual([]);
    draft.setBlocks([...start().blocks, block]);
    expect(draft.snapshot().article.photoUses).toEqual([
      { ...use, caption: 'Ditulis sesudahnya.' },
    ]);
  });

  it('stay above the body when they are made the lead', () => {
    const { draft } = newsroomOf(withPhoto());
    draft.keepAsLead(use.id);
    draft.setBlocks(start().blocks);
    expect(draft.snapshot().article.photoUses).toEqual([use]);
  });
});
