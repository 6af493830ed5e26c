import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyArticle } from '../../../tests/fixtures/any-article.ts';
import { sampleArticle } from '../../../tests/fixtures/sample-article.ts';
import { articleSchema, emptyArticle, runsText, type Article, type Run } from '../article.ts';
import type { BlockId } from '../ids.ts';
import {
  replaceIn,
  replaceInRuns,
  replacementFor,
  replacementOf,
  type Edit,
  type ReplaceWith,
} from './replace.ts';
import { MOST_MATCHES, search, type Match, type Query } from './search.ts';
import { articleTexts, placeKey } from './texts.ts';

const plain = (text: string, more: Partial<Query> = {}): Query => ({
  text,
  matchCase: false,
  wholeWord: false,
  pattern: false,
  ...more,
});

function matchesIn(query: Query, text: string): readonly Match[] {
  const answer = search(query, [text], 'id');
  if ('problem' in answer) throw new Error(answer.reason);
  return answer.matches;
}

const found = (query: Query, text: string): readonly string[] =>
  matchesIn(query, text).map(({ start, end }) => text.slice(start, end));

describe('finding', () => {
  it('takes capital and small letters for the same, unless asked', () => {
    expect(found(plain('klaten'), 'Klaten, KLATEN, klaten')).toHaveLength(3);
    expect(found(plain('klaten', { matchCase: true }), 'Klaten, KLATEN, klaten')).toEqual([
      'klaten',
    ]);
  });

  it('knows whole words of every script, with their apostrophes', () => {
    const whole = (text: string) => plain(text, { wholeWord: true });
    expect(found(whole('at'), "Jum'at at atas")).toEqual(['at']);
    expect(found(whole("jum'at"), "Jum'at")).toEqual(["Jum'at"]);
    expect(found(whole('anak'), 'anak-anak beranak')).toEqual(['anak', 'anak']);
    expect(found(whole('été'), 'été étés')).toEqual(['été']);
    expect(found(plain('a|an', { wholeWord: true, pattern: true }), 'an a')).toEqual(['an', 'a']);
  });

  it('reads plain words as they stand, also the signs that patterns are made of', () => {
    expect(found(plain('(Rp 1.000)'), 'biaya (Rp 1.000) atau (Rp 1x000)')).toEqual(['(Rp 1.000)']);
  });

  it('finds patterns with their groups, line by line', () => {
    const [match] = matchesIn(
      plain('^(\\w+) di (\\w+)$', { pattern: true }),
      'satu\nrapat di Klaten',
    );
    expect(match).toEqual({
      text: 0,
      start: 5,
      end: 20,
      groups: ['rapat di Klaten', 'rapat', 'Klaten'],
    });
  });

  it('says what is wrong with a pattern', () => {
    for (const text of ['(', '[a', '(?=a)', '(a)\\1', '((a{900}){900}){900}', 'a'.repeat(2_000)]) {
      expect(search(plain(text, { pattern: true }), ['a'], 'id'), text).toHaveProperty('problem');
    }
  });

  it('comes to an end with every evil pattern', () => {
    const evil = ['(a+)+$', '(a|aa)+$', '(a|a?)+$', '(.*a){12}$', '([a-z]+)*!', '(x+x+)+y'];
    const text = `${'a'.repeat(5_000)}!${'x'.repeat(5_000)}`;
    for (const pattern of evil) {
      expect(search(plain(pattern, { pattern: true }), [text], 'id')).toHaveProperty('matches');
    }
  });

  it('never gives an empty match, and stops where nobody looks any more', () => {
    expect(found(plain('b*', { pattern: true }), 'abba')).toEqual(['bb']);
    const answer = search(plain('a'), ['a'.repeat(MOST_MATCHES + 5)], 'id');
    expect(answer).toMatchObject({ more: true });
    expect('matches' in answer && answer.matches.length).toBe(MOST_MATCHES);
  });
});

describe('the words put in', () => {
  const how = (template: string, more: Partial<ReplaceWith> = {}): ReplaceWith => ({
    template,
    groups: false,
    keepCase: false,
    ...more,
  });
  const match: Match = { text: 0, start: 0, end: 3, groups: ['a b', 'a', null] };

  it('take groups from a pattern, and nothing from plain words', () => {
    expect(replacementFor('a b', match, how('$1-$2-$0-$&-$$1-$7', { groups: true }))).toBe(
      'a--a b-a b-$1-$7',
    );
    expect(replacementFor('a b', match, how('$12', { groups: true }))).toBe('a2');
    expect(replacementFor('a b', { text: 0, start: 0, end: 3 }, how('$1'))).toBe('$1');
  });

  it('keep the case of what they replace, when asked', () => {
    const keep = how('kota solo', { keepCase: true });
    expect(replacementFor('SEMARANG', match, keep)).toBe('KOTA SOLO');
    expect(replacementFor('Semarang', match, keep)).toBe('Kota solo');
    expect(replacementFor('semarang', match, keep)).toBe('kota solo');
  });

  it('look like the first letter that they replace, across the borders of looks', () => {
    const runs: readonly Run[] = [
      { text: 'ma' },
      { text: 'sya', bold: true },
      { text: 'rakat desa', link: 'https://example.com/' },
    ];
    expect(replaceInRuns(runs, [{ start: 0, end: 10, text: 'warga' }])).toEqual([
      { text: 'warga' },
      { text: ' desa', link: 'https://example.com/' },
    ]);
    expect(replaceInRuns(runs, [{ start: 3, end: 4, text: '' }])).toEqual([
      { text: 'ma' },
      { text: 'sa', bold: true },
      { text: 'rakat desa', link: 'https://example.com/' },
    ]);
  });
});

/** Everything that a search finds in an article, replaced. */
function replaceAll(article: Article, query: Query, how: ReplaceWith): Article {
  const texts = articleTexts(article);
  const answer = search(
    query,
    texts.map(({ text }) => text),
    article.language,
  );
  if ('problem' in answer) throw new Error(answer.reason);
  const edits = answer.matches.flatMap((match): Edit[] => {
    const placed = texts[match.text];
    if (placed === undefined || placed.fixed) return [];
    const { start, end } = match;
    const text = replacementFor(placed.text.slice(start, end), match, how);
    return [{ place: placed.place, start, end, text }];
  });
  const next = replaceIn(article, replacementOf(article, edits));
  if (next === null) throw new Error('too long');
  return next;
}

const swap = (to: string): ReplaceWith => ({ template: to, groups: false, keepCase: false });
const anyWords = fc.oneof(
  fc.constantFrom('a', 'dua', 'Kata', ' ', '<b>', '👩', '$', 'e\u0301', '\n'),
  fc
    .string({ minLength: 1, maxLength: 3 })
    .map((text) => text.replaceAll('\0', 'n').toWellFormed()),
);
const valid = (article: Article): boolean => articleSchema.safeParse(article).success;

describe('replacing in an article', () => {
  it('reaches every kind of text, and leaves the title of another story as it is', () => {
    const id = (text: string) => text as BlockId;
    const article: Article = {
      ...emptyArticle(),
      headline: 'x',
      printHeadline: 'x',
      deck: 'x',
      photoUses: sampleArticle()
        .photoUses.slice(0, 1)
        .map((use) => ({
          ...use,
          creditLead: 'x',
          slug: 'X',
          caption: 'x',
          credit: 'x',
          alt: 'x',
        })),
      blocks: [
        { id: id('b1'), kind: 'quote', runs: [{ text: 'x', bold: true }], speaker: 'x', verb: 'x' },
        { id: id('b2'), kind: 'list', ordered: false, items: [[{ text: 'x' }], [{ text: 'x' }]] },
        { id: id('b3'), kind: 'table', caption: 'x', header: true, rows: [[[{ text: 'x' }]]] },
        { id: id('b4'), kind: 'info-box', title: 'x', paragraphs: [[{ text: 'x' }]] },
        { id: id('b5'), kind: 'pull-quote', runs: [{ text: 'x' }], speaker: 'x' },
        { id: id('b6'), kind: 'related', label: 'x', link: { title: 'x' } },
        { id: id('b7'), kind: 'embed', url: 'https://youtu.be/xxxxxxxx', title: 'x' },
        {
          id: id('b8'),
          kind: 'related',
          label: 'q',
          link: { title: 'x', story: '01979f9b-6f4e-7c41-8d5c-2f6a1e5b7c90' as never },
        },
      ],
    };
    const after = replaceAll(article, plain('x'), swap('Y'));
    const left = articleTexts(after).filter(({ text }) => /x/i.test(text));
    expect(left.map(({ place }) => placeKey(place))).toEqual(['block:b8#title']);
    expect(articleTexts(after).filter(({ text }) => text === 'Y')).toHaveLength(22);
    expect(after.blocks[0]).toMatchObject({ runs: [{ text: 'Y', bold: true }] });
  });

  it('changes nothing when nothing matches: the very same blocks', () => {
    fc.assert(
      fc.property(anyArticle().filter(valid), (article) => {
        const after = replaceAll(article, plain('qzqzqz'), swap('x'));
        expect(after).toEqual(article);
        expect(after.blocks.every((block, at) => block === article.blocks[at])).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('puts the words in where they were found and touches no other letter', () => {
    fc.assert(
      fc.property(
        anyArticle().filter(valid),
        anyWords,
        fc.string({ maxLength: 4 }),
        (article, from, to) => {
          fc.pre(!to.includes('\0') && to.isWellFormed());
          const query = plain(from, { matchCase: true });
          const after = replaceAll(article, query, swap(to));
          const expected = new Map(
            articleTexts(article).map(({ place, text, fixed }) => {
              const slug = place.in === 'photo' && place.field === 'slug';
              const swapped = fixed ? text : swapPlainly(text, from, to);
              return [
                placeKey(place),
                slug && swapped !== text ? swapped.toLocaleUpperCase('id') : swapped,
              ];
            }),
          );
          const texts = new Map(
            articleTexts(after).map(({ place, text }) => [placeKey(place), text]),
          );
          for (const [key, text] of expected) expect(texts.get(key) ?? '', key).toBe(text);
          // Taking the changed blocks back gives the very article.
          const { blocks, ...rest } = article;
          expect({ ...after, ...rest, blocks }).toEqual(article);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('keeps every look outside the words', () => {
    const look = fc.record(
      { text: fc.stringMatching(/^[a-c ]{1,5}$/), bold: fc.constant(true as const) },
      { requiredKeys: ['text'] },
    );
    fc.assert(
      fc.property(
        fc.array(look, { maxLength: 5 }),
        fc.stringMatching(/^[a-c]{1,2}$/),
        (runs, word) => {
          const text = runsText(runs);
          const edits = matchesIn(plain(word, { matchCase: true }), text).map(({ start, end }) => ({
            start,
            end,
            text: 'Z'.repeat(end - start),
          }));
          const after = replaceInRuns(runs, edits);
          const letters = (list: readonly Run[]) =>
            list.flatMap((run) =>
              run.text.split('').map((letter) => `${letter}${run.bold === true}`),
            );
          const before = letters(runs);
          letters(after).forEach((letter, at) => {
            if (!letter.startsWith('Z')) expect(letter).toBe(before[at]);
          });
          expect(runsText(after).length).toBe(text.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refuses what would be longer than an article holds', () => {
    const article = { ...emptyArticle(), headline: 'a'.repeat(300) };
    const edits = Array.from({ length: 300 }, (_, at) => ({
      place: { in: 'field', field: 'headline' } as const,
      start: at,
      end: at + 1,
      text: 'panjang sekali',
    }));
    expect(replaceIn(article, replacementOf(article, edits))).toBeNull();
  });
});

function swapPlainly(text: string, from: string, to: string): string {
  return text.split(from).join(to);
}
