/** What an article may hold, and what it keeps of a newer Redaksi's blocks. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  articleSchema,
  blockSchema,
  emptyArticle,
  isNewerBlock,
  withFurniture,
  type Block,
} from './article.ts';
import { canonicalJson } from './canonical.ts';
import { applyChange, changeBetween } from './change.ts';
import { contentHash, putTogether, takeApart } from './version.ts';

const withBlocks = (...blocks: readonly unknown[]) =>
  articleSchema.safeParse({ ...emptyArticle(), blocks });

describe('a block that a newer Redaksi wrote', () => {
  // As it comes over the network: JSON has no -0.
  const json = fc
    .jsonValue({ noUnicodeString: false })
    .map((value): unknown => JSON.parse(JSON.stringify(value)))
    .filter(isSafe);
  const newer = fc
    .record({ id: fc.constant('b1'), kind: fc.constantFrom('peta', 'grafik', 'video-2') })
    .chain((named) => fc.dictionary(fc.string(), json).map((fields) => ({ ...fields, ...named })))
    .filter(isSafe);

  test('goes through article, change and version without a changed letter', () => {
    fc.assert(
      fc.property(newer, (block) => {
        const parsed = articleSchema.parse({ ...emptyArticle(), blocks: [block] });
        expect(canonicalJson(parsed.blocks)).toBe(canonicalJson([block]));
        expect(parsed.blocks.every(isNewerBlock)).toBe(true);
        const applied = applyChange(emptyArticle(), changeBetween(emptyArticle(), parsed));
        expect(applied.ok && contentHash(applied.article)).toBe(contentHash(parsed));
        const parts = takeApart(parsed);
        const stored = new Map(parts.objects.map((object) => [object.hash, object.json]));
        expect(putTogether(parts, (hash) => stored.get(hash))).toEqual({
          ok: true,
          article: parsed,
        });
      }),
    );
  });

  test('needs an id, and is none when it is a broken block of ours', () => {
    expect(withBlocks({ kind: 'peta' }).success).toBe(false);
    expect(withBlocks({ id: 'b', kind: 'paragraph', runs: 'teks' }).success).toBe(false);
    expect(withBlocks({ id: 'b', kind: 'divider', more: 1 }).success).toBe(false);
  });

  test('may hold no text that SQLite or JSON would cut', () => {
    expect(withBlocks({ id: 'b', kind: 'peta', place: 'Kla\0ten' }).success).toBe(false);
    expect(withBlocks({ id: 'b', kind: 'peta', places: [{ 'Kla\uD800ten': 1 }] }).success).toBe(
      false,
    );
  });
});

describe('a table', () => {
  const cell = [{ text: 'Klaten' }];
  const table = (rows: unknown) =>
    withBlocks({ id: 't', kind: 'table', caption: '', header: true, rows });

  test('is rectangular and has a cell', () => {
    expect(
      table([
        [cell, []],
        [[], cell],
      ]).success,
    ).toBe(true);
    expect(table([[cell, cell], [cell]]).success).toBe(false);
    expect(table([]).success).toBe(false);
    expect(table([[]]).success).toBe(false);
  });
});

describe('an embed', () => {
  const embed = (url: string) =>
    blockSchema.safeParse({ id: 'e', kind: 'embed', url, title: '' }).success;

  test.each([
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://m.youtube.com/watch?feature=share&v=dQw4w9WgXcQ',
    'https://youtu.be/dQw4w9WgXcQ?t=10',
    'https://www.youtube.com/shorts/dQw4w9WgXcQ',
    'https://x.com/klatenkab/status/1937412345678901234',
    'https://twitter.com/klatenkab/status/1937412345678901234?s=20',
    'https://www.instagram.com/p/DLQabc_12-3/',
    'https://www.instagram.com/klatenkab/reel/DLQabc_12-3/',
    'https://www.tiktok.com/@klaten.kab/video/7519000000000000000',
    'https://vt.tiktok.com/ZSabc123/',
    'https://www.facebook.com/klatenkab/posts/pfbid0abc',
    'https://fb.watch/abc-123/',
  ])('may be %s', (url) => {
    expect(embed(url)).toBe(true);
  });

  test.each([
    'https://youtube.com.example.net/watch?v=dQw4w9WgXcQ',
    'https://example.net/https://youtu.be/dQw4w9WgXcQ',
    'https://user@youtu.be/dQw4w9WgXcQ',
    'https://youtu.be:8443/dQw4w9WgXcQ',
    'https://www.youtube.com/@klatenkab',
    'https://www.instagram.com/klatenkab/',
    'javascript:alert(1)//youtu.be/dQw4w9WgXcQ',
    'https://x.com/klatenkab',
  ])('is never %s', (url) => {
    expect(embed(url)).toBe(false);
  });
});

describe('the other headlines', () => {
  test('are absent when empty, so that one article has one hash', () => {
    const article = withFurniture(emptyArticle(), { shortHeadline: 'Klaten', printHeadline: '' });
    expect(Object.keys(article)).not.toContain('printHeadline');
    expect(contentHash(withFurniture(article, { shortHeadline: '' }))).toBe(
      contentHash(emptyArticle()),
    );
  });

  test('can be taken away by a change', () => {
    const article = withFurniture(emptyArticle(), { socialHeadline: 'Klaten dan Nanjing' });
    const applied = applyChange(article, changeBetween(article, emptyArticle()));
    expect(applied).toEqual({ ok: true, article: emptyArticle() });
  });
});

function isSafe(value: unknown): boolean {
  const block = { id: 'b', kind: 'peta', value } as unknown as Block;
  return (
    blockSchema.safeParse(block).success &&
    JSON.stringify(value) === JSON.stringify(JSON.parse(JSON.stringify(value)))
  );
}
