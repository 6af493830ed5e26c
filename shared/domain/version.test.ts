import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleSchema, emptyArticle, leadPhotoUses, type Article, type Block } from './article.ts';
import { canonicalJson, sha256Text } from './canonical.ts';
import { applyChange, changeBetween, isEmptyChange } from './change.ts';
import {
  newId,
  type BlockId,
  type DeviceId,
  type PersonId,
  type PhotoUseId,
  type StoryId,
} from './ids.ts';
import {
  articleJson,
  contentHash,
  cutVersion,
  putTogether,
  takeApart,
  versionId,
} from './version.ts';

const line = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !text.includes('\0'));
const runs = fc.array(
  fc.record(
    { text: line, bold: fc.constant(true as const), italic: fc.constant(true as const) },
    { requiredKeys: ['text'] },
  ),
  { maxLength: 4 },
);
const body = fc
  .array(
    fc.oneof(
      fc.record({ kind: fc.constant('paragraph' as const), runs }),
      fc.record({
        kind: fc.constant('heading' as const),
        level: fc.constantFrom(2 as const, 3 as const),
        runs,
      }),
      fc.record({ kind: fc.constant('quote' as const), runs, speaker: line, verb: line }),
      fc.record({
        kind: fc.constant('list' as const),
        ordered: fc.boolean(),
        items: fc.array(runs, { maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('related' as const),
        label: line,
        link: fc.record({ title: line }),
      }),
    ),
    { maxLength: 6 },
  )
  .map((blocks) => blocks.map((block, at): Block => ({ ...block, id: `b${at}` as BlockId })));
/** Any sound article. */
const anyArticle: fc.Arbitrary<Article> = fc
  .record({
    headline: line,
    deck: line,
    section: line,
    tags: fc.array(line, { maxLength: 3 }),
    blocks: body,
  })
  .map((some) => ({ ...emptyArticle(), ...some }));

const from = () => ({
  story: newId<StoryId>(),
  parents: [],
  person: newId<PersonId>(),
  device: newId<DeviceId>(),
  at: '2025-06-24T12:00:00.000Z',
  reason: 'pause' as const,
});

describe('a version', () => {
  test('taken apart and put together again is the same article', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const { version, objects } = cutVersion(article, from());
        const stored = new Map(objects.map(({ hash, json }) => [hash, json]));
        for (const { hash, json } of objects) expect(sha256Text(json)).toBe(hash);
        expect(putTogether(version, (hash) => stored.get(hash))).toEqual({ ok: true, article });
      }),
    );
  });

  test('can’t be put together from other blocks than its own', () => {
    const article = {
      ...emptyArticle(),
      headline: 'Satu',
      blocks: [paragraph('a', 'Dua.'), paragraph('b', 'Tiga.')],
    };
    const { version, objects } = cutVersion(article, from());
    const stored = new Map(objects.map(({ hash, json }) => [hash, json]));
    const swapped = { ...version, blocks: version.blocks.toReversed() };
    expect(putTogether(swapped, (hash) => stored.get(hash))).toMatchObject({
      ok: false,
      problem: 'wrong-content',
    });
    stored.set(version.blocks[0]!, stored.get(version.blocks[1]!)!);
    expect(putTogether(version, (hash) => stored.get(hash))).toMatchObject({
      ok: false,
      problem: 'not-an-article',
    });
    stored.delete(version.blocks[0]!);
    expect(putTogether(version, (hash) => stored.get(hash))).toMatchObject({
      ok: false,
      problem: 'missing',
    });
  });

  test('has an id that changes with its content, parents, person, device and time', () => {
    const { version } = cutVersion(emptyArticle(), from());
    const others = [
      { content: contentHash({ ...emptyArticle(), headline: 'Lain' }) },
      { parents: [version.id] },
      { person: newId<PersonId>() },
      { device: newId<DeviceId>() },
      { story: newId<StoryId>() },
      { at: '2025-06-24T12:00:01.000Z' },
    ];
    const ids = [version.id, ...others.map((other) => versionId({ ...version, ...other }))];
    expect(new Set(ids).size).toBe(others.length + 1);
  });

  test('stores equal blocks once', () => {
    const article = { ...emptyArticle(), blocks: [paragraph('a', 'Sama.')] };
    const later = { ...article, headline: 'Baru' };
    const shared = takeApart(article).blocks.filter((hash) =>
      takeApart(later).blocks.includes(hash),
    );
    expect(shared).toHaveLength(1);
  });
});

describe('the content hash', () => {
  test('is the SHA-256 of the RFC 8785 form, whatever the order of the keys', () => {
    const shuffled = Object.fromEntries(Object.entries(emptyArticle()).toReversed()) as Article;
    expect(contentHash(shuffled)).toBe(contentHash(emptyArticle()));
    expect(canonicalJson({ b: 1, a: 'é', c: [1.0, 1e21] })).toBe('{"a":"é","b":1,"c":[1,1e+21]}');
  });

  test('changes with one letter of a caption', () => {
    const use = {
      id: 'p' as PhotoUseId,
      photo: null,
      creditLead: '',
      slug: '',
      caption: 'Bupati',
      credit: '',
      alt: '',
    };
    const one = { ...emptyArticle(), photoUses: [use] };
    expect(contentHash(one)).not.toBe(
      contentHash({ ...one, photoUses: [{ ...use, caption: 'bupati' }] }),
    );
  });
});

describe('a change', () => {
  test('turns one article into the other', () => {
    fc.assert(
      fc.property(anyArticle, anyArticle, (before, after) => {
        expect(applyChange(before, changeBetween(before, after))).toEqual({
          ok: true,
          article: after,
        });
      }),
    );
  });

  test('between equal articles is empty', () => {
    fc.assert(fc.property(anyArticle, (article) => isEmptyChange(changeBetween(article, article))));
  });

  test('that does not fit is refused whole', () => {
    const article = { ...emptyArticle(), blocks: [paragraph('a', 'Satu.')] };
    expect(applyChange(article, { order: ['zz' as BlockId] })).toMatchObject({ ok: false });
    expect(applyChange(article, { blocks: [paragraph('b', 'Dua.')] })).toMatchObject({ ok: false });
    const photo: Block = { id: 'f' as BlockId, kind: 'photo', photoUse: 'none' as PhotoUseId };
    expect(applyChange(article, { blocks: [photo], order: ['f' as BlockId] })).toMatchObject({
      ok: false,
    });
  });
});

describe('an article', () => {
  test('refuses what would be cut, followed or lost', () => {
    const refused: Partial<Article>[] = [
      { headline: 'a\0b' },
      { headline: '\ud800' },
      {
        blocks: [
          { ...paragraph('a', ''), runs: [{ text: 'x', link: 'javascript:alert(1)' }] } as Block,
        ],
      },
      { blocks: [paragraph('a', 'x'), paragraph('a', 'y')] },
      { eventDate: '2025-02-30' },
    ];
    for (const change of refused)
      expect(articleSchema.safeParse({ ...emptyArticle(), ...change }).success).toBe(false);
    expect(articleSchema.safeParse({ ...emptyArticle(), extra: 1 }).success).toBe(false);
    expect(articleSchema.safeParse({ ...emptyArticle(), format: 2 }).success).toBe(false);
  });

  test('leads with the photos that no block names', () => {
    const use = (id: string) => ({
      id: id as PhotoUseId,
      photo: null,
      creditLead: '',
      slug: '',
      caption: '',
      credit: '',
      alt: '',
    });
    const article: Article = {
      ...emptyArticle(),
      photoUses: [use('inside'), use('lead')],
      blocks: [{ id: 'f' as BlockId, kind: 'photo', photoUse: 'inside' as PhotoUseId }],
    };
    expect(leadPhotoUses(article).map((each) => each.id)).toEqual(['lead']);
  });
});

function paragraph(id: string, text: string): Block {
  return { id: id as BlockId, kind: 'paragraph', runs: [{ text }] };
}

describe('what is read again after a key', () => {
  test('the JSON that names an article is its canonical JSON, whatever its texts hold', () => {
    fc.assert(
      fc.property(anyArticle, fc.constantFrom('', '"blocks":[]', '\\"blocks":[]'), (some, text) => {
        const article = { ...some, deck: text, copyright: text };
        expect(articleJson(article)).toBe(canonicalJson(article));
        // Again, from what is known now.
        expect(articleJson(article)).toBe(canonicalJson(article));
      }),
    );
  });

  test('a change leaves the blocks that it does not touch the very same', () => {
    const blocks = ['a', 'b', 'c'].map((text): Block => ({
      id: `b-${text}` as BlockId,
      kind: 'paragraph',
      runs: [{ text }],
    }));
    const before: Article = { ...emptyArticle(), blocks };
    const after: Article = {
      ...before,
      blocks: before.blocks.map((block, at) =>
        at === 1 && block.kind === 'paragraph' ? { ...block, runs: [{ text: 'bb' }] } : block,
      ),
    };
    const applied = applyChange(before, changeBetween(before, after));
    if (!applied.ok) throw new Error(applied.problem);
    expect(applied.article).toEqual(after);
    expect(applied.article.blocks[0]).toBe(blocks[0]);
    expect(applied.article.blocks[2]).toBe(blocks[2]);
  });
});
