/** A comparison shows both texts whole: it is made of them, word by word. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyArticle } from '../../../tests/fixtures/any-article.ts';
import { fullArticle, sampleArticle } from '../../../tests/fixtures/sample-article.ts';
import { articleSchema, type Article, type Block } from '../article.ts';
import type { BlockId } from '../ids.ts';
import { tokensOfText } from '../merge/words.ts';
import { changedPlaces, compareArticles } from './compare.ts';
import { compareWords, type Piece } from './words.ts';

const side = (pieces: readonly Piece[], gone: Piece['is']): string =>
  pieces
    .filter(({ is }) => is !== gone)
    .map(({ text }) => text)
    .join('');
const changed = (before: Article, after: Article) =>
  changedPlaces(before, after).map(({ where, is }) => [where, is]);
const sample = sampleArticle();
const withBlocks = (blocks: readonly Block[]): Article => ({ ...sample, blocks });

describe('two texts', () => {
  test('are both in their comparison, to the letter', () => {
    const text = fc
      .array(fc.constantFrom('tidak', 'Klaten', ' ', '  ', '\n', 'é', '"', 'kerja sama', '👩‍🌾'))
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = compareWords(tokensOfText(before), tokensOfText(after));
        expect(side(pieces, 'added')).toBe(before);
        expect(side(pieces, 'removed')).toBe(after);
      }),
    );
  });

  test('show the one word that came', () => {
    expect(
      compareWords(tokensOfText('Bupati hadir.'), tokensOfText('Bupati tidak hadir.')),
    ).toEqual([
      { text: 'Bupati ', is: 'same' },
      { text: 'tidak ', is: 'added' },
      { text: 'hadir.', is: 'same' },
    ]);
  });
});

describe('two articles', () => {
  test('that are equal differ nowhere', () => {
    fc.assert(
      fc.property(anyArticle(), (random) => {
        const article = articleSchema.parse(random);
        expect(changedPlaces(article, article)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('that are not equal differ somewhere', () => {
    fc.assert(
      fc.property(anyArticle(), anyArticle(), (one, other) => {
        const [before, after] = [articleSchema.parse(one), articleSchema.parse(other)];
        const words = (article: Article) =>
          compareArticles(article, article).flatMap(({ pieces }) => pieces);
        if (JSON.stringify(words(before)) === JSON.stringify(words(after))) return;
        expect(changedPlaces(before, after)).not.toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('name each field, caption and credit that changed', () => {
    const after: Article = {
      ...sample,
      headline: `${sample.headline}?`,
      writers: [...sample.writers, { name: 'Budi Susanto' }],
      photoUses: sample.photoUses.map((use) => ({ ...use, credit: 'Dok/Pemkab' })),
    };
    expect(changed(sample, after)).toEqual([
      ['headline', 'changed'],
      ['writers', 'changed'],
      [`photo:${sample.photoUses[0]?.id}.credit`, 'changed'],
    ]);
  });

  test('tell a paragraph that moved from one that is new and one that is gone', () => {
    const [first, second, ...others] = sample.blocks;
    if (first === undefined || second === undefined) throw new Error('the sample has blocks');
    const fresh: Block = { id: 'baru' as BlockId, kind: 'paragraph', runs: [{ text: 'Baru.' }] };
    const after = withBlocks([...others.slice(1), first, fresh]);
    expect(changed(sample, after)).toEqual([
      [`block:${second.id}`, 'removed'],
      [`block:${others[0]?.id}`, 'removed'],
      [`block:${first.id}`, 'moved'],
      ['block:baru', 'added'],
    ]);
  });

  test('show a link that goes elsewhere, though no word changed', () => {
    const full = fullArticle();
    const after: Article = {
      ...full,
      blocks: full.blocks.map((block) =>
        block.kind === 'paragraph'
          ? {
              ...block,
              runs: block.runs.map((run) =>
                run.link ? { ...run, link: 'https://lain.id/' } : run,
              ),
            }
          : block,
      ),
    };
    expect(changed(full, after)).toEqual([['block:x2', 'changed']]);
  });

  test('show another level of a subhead as a change of it', () => {
    const full = fullArticle();
    const after: Article = {
      ...full,
      blocks: full.blocks.map((block) =>
        block.kind === 'heading' ? { ...block, level: 3 } : block,
      ),
    };
    expect(changed(full, after)).toEqual([['block:x1', 'changed']]);
  });
});
