import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleSchema, type Article } from '#shared/domain/article.ts';
import { replaceIn, replacementOf, type ReplaceWith } from '#shared/domain/find/replace.ts';
import { search, type Query } from '#shared/domain/find/search.ts';
import { articleTexts, placeKey } from '#shared/domain/find/texts.ts';
import { anyArticle } from '../../../../tests/fixtures/any-article.ts';
import { fullArticle } from '../../../../tests/fixtures/sample-article.ts';
import { createHistory } from '../undo/history.ts';
import { editsOf, firstFrom, foundIn, inContext, stepFrom, type Found } from './finding.ts';

const query = (text: string): Query => ({
  text,
  matchCase: true,
  wholeWord: false,
  pattern: false,
});
const how = (template: string): ReplaceWith => ({ template, groups: false, keepCase: false });

function find(article: Article, text: string): readonly Found[] {
  const texts = articleTexts(article);
  const answer = search(
    query(text),
    texts.map((each) => each.text),
    article.language,
  );
  return 'matches' in answer ? foundIn(texts, answer.matches) : [];
}

describe('walking through what was found', () => {
  it('begins at the caret and goes around the ends', () => {
    const article = fullArticle();
    const found = find(article, 'a');
    const [first, second] = found;
    const at = (each: Found | undefined, more = 0) =>
      each === undefined
        ? null
        : { key: placeKey(each.placed.place), offset: each.match.start + more };
    expect(firstFrom(article, found, null)).toBe(0);
    expect(firstFrom(article, found, at(second))).toBe(1);
    expect(firstFrom(article, found, at(first, 1))).toBe(1);
    expect(firstFrom(article, found, { key: 'gone', offset: 3 })).toBe(0);
    // Behind the last one: from the top again.
    expect(firstFrom(article, found, at(found.at(-1), 1))).toBe(0);
    expect([stepFrom(0, -1, 3), stepFrom(2, 1, 3), stepFrom(0, 1, 0)]).toEqual([2, 0, 0]);
  });

  it('shows a match between whole words', () => {
    const text = `${'kata '.repeat(20)}INI ${'lagi '.repeat(20)}`;
    const placed = { place: { in: 'field', field: 'deck' } as const, text, fixed: false };
    const shown = inContext({ placed, match: { text: 0, start: 100, end: 103 } });
    expect(shown.words).toBe('INI');
    expect(shown.before).toMatch(/^…(?:kata )+$/);
    expect(shown.after).toMatch(/^(?: lagi)+…$/);
  });
});

describe('replacing all', () => {
  it('is one step, and undo gives the very article', () => {
    const valid = anyArticle().filter((article) => articleSchema.safeParse(article).success);
    const words = fc.constantFrom('a', 'dua', ' ', '<b>', 'Kata', 'k', '\n', 'FOTO');
    fc.assert(
      fc.property(valid, words, fc.constantFrom('', 'x', 'dua dua'), (article, from, to) => {
        const edits = editsOf(find(article, from), how(to));
        const next = replaceIn(article, replacementOf(article, edits));
        fc.pre(next !== null && edits.length > 0);
        if (next === null) return;
        const history = createHistory(() => 0);
        history.record(article, next);
        expect(history.undo(next)?.article).toEqual(article);
        expect(history.canUndo()).toBe(false);
        expect(history.redo(article)?.article).toEqual(next);
      }),
      { numRuns: 25 },
    );
  });
});
