import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anyArticle } from '../../../tests/fixtures/any-article.ts';
import { emptyArticle, type Article, type Block } from '../article.ts';
import type { BlockId } from '../ids.ts';
import { countText, createCounter } from './count.ts';

const paragraph = (id: string, text: string): Block => ({
  id: id as BlockId,
  kind: 'paragraph',
  runs: [{ text }],
});

describe('counting', () => {
  it('counts words as an editor does', () => {
    const cases: readonly (readonly [string, number])[] = [
      ['', 0],
      ['  \n ', 0],
      ["Salat Jum'at di Klaten.", 4],
      ['anak-anak bermain', 2],
      ['Rp 1.250.000 – naik 3,5 persen', 5],
      ['"Ya," katanya (Kamis, 24/6/2025).', 6],
      ['ini - itu', 2],
    ];
    for (const [text, words] of cases) expect(countText(text, 'id').words, text).toBe(words);
  });

  it('counts characters as a reader sees them', () => {
    expect(countText('e\u0301a', 'id').characters).toBe(2);
    expect(countText('👩‍👩‍👧‍👦!', 'id').characters).toBe(2);
    expect(countText('dua kata', 'id').characters).toBe(8);
  });

  it('knows reading time and the length of the lead, which is the first paragraph with words', () => {
    const article: Article = {
      ...emptyArticle(),
      blocks: [
        { id: 'h' as BlockId, kind: 'heading', level: 2, runs: [{ text: 'Subjudul' }] },
        paragraph('a', ' '),
        paragraph('b', 'satu dua tiga'),
        paragraph('c', 'kata '.repeat(996)),
      ],
    };
    expect(createCounter().count(article)).toMatchObject({ words: 1_000, minutes: 5, lead: 3 });
    expect(createCounter().count(emptyArticle())).toEqual({
      words: 0,
      characters: 0,
      minutes: 0,
      lead: 0,
    });
  });

  it('looks at changed blocks only, and says what counting all anew would say', () => {
    const look = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    const counter = createCounter();
    const blocks = Array.from({ length: 50 }, (_, at) => paragraph(`b${at}`, `kata ${at} lagi`));
    counter.count({ ...emptyArticle(), blocks });
    look.mockClear();
    const next = blocks.with(7, paragraph('b7', 'lain sama sekali'));
    const counted = counter.count({ ...emptyArticle(), blocks: next });
    expect(look).toHaveBeenCalledTimes(1);
    look.mockRestore();
    expect(counted).toEqual(createCounter().count({ ...emptyArticle(), blocks: next }));
  });

  it('counts a long story in slices, and ends', () => {
    const blocks = Array.from({ length: 20 }, (_, at) => paragraph(`b${at}`, 'dua kata'));
    const article = { ...emptyArticle(), blocks };
    const counter = createCounter();
    let slices = 1;
    for (let left = 6; !counter.prepare(article, () => left-- > 0); left = 6) slices += 1;
    expect(slices).toBe(4);
    const look = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    expect(counter.count(article).words).toBe(40);
    expect(look).not.toHaveBeenCalled();
    look.mockRestore();
  });

  it('never counts less because of a block more', () => {
    fc.assert(
      fc.property(anyArticle(), (article) => {
        const all = createCounter().count(article);
        const some = createCounter().count({ ...article, blocks: article.blocks.slice(1) });
        expect(all.words).toBeGreaterThanOrEqual(some.words);
      }),
      { numRuns: 20 },
    );
  });
});
