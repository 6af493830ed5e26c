import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_SNIPPETS, printSnippets, readSnippets, type Snippet } from './snippets.ts';
import { correctTyping, PLAIN_TYPOGRAPHY, type TypingRules } from './typing.ts';

const PLAIN: TypingRules = { typography: PLAIN_TYPOGRAPHY, snippets: [] };
const CURLY: TypingRules = { typography: { quotes: 'curly', dash: 'en' }, snippets: [] };
const SHORT: TypingRules = {
  typography: PLAIN_TYPOGRAPHY,
  snippets: [
    { short: 'pemkab', long: 'Pemerintah Kabupaten' },
    { short: 'dgn', long: 'dengan' },
    { short: 'PMI', long: 'Palang Merah Indonesia' },
    { short: 'jln.', long: 'Jalan' },
  ],
};

/** The text that comes of typing one character after the other. */
function type(text: string, rules: TypingRules): string {
  let line = '';
  for (const character of text) {
    const correction = correctTyping({ before: line, character }, rules);
    line =
      correction === null
        ? line + character
        : line.slice(0, line.length - correction.remove) + correction.insert;
  }
  return line;
}

describe('quotes and dashes', () => {
  it('stand as typed where the newsroom prints them straight', () => {
    const text = `"Ya," kata dia. '98 -- Jum'at --- selesai`;
    expect(type(text, PLAIN)).toBe(text);
  });

  it.each([
    [`"Ya," kata dia.`, '“Ya,” kata dia.'],
    [`("Ya")`, '(“Ya”)'],
    [`Jum'at`, 'Jum’at'],
    [`tahun '98`, 'tahun ’98'],
    [`'Ya', "'98"`, '‘Ya’, “’98”'],
    [`"kata 'dalam' kata"`, '“kata ‘dalam’ kata”'],
    [`KLATEN -- Bupati`, 'KLATEN – Bupati'],
    [`2024--2025`, '2024–2025'],
    [`-----`, '–---'],
    [`anak-anak`, 'anak-anak'],
    [`https://contoh.id/"a--b' lalu "c"`, `https://contoh.id/"a--b' lalu “c”`],
    [`surel@contoh.id'`, `surel@contoh.id'`],
  ])('%s becomes %s in a newsroom with curly quotes', (typed, printed) => {
    expect(type(typed, CURLY)).toBe(printed);
  });
});

describe('abbreviations', () => {
  it('are written out after a space', () => {
    expect(type('pemkab dgn ', SHORT)).toBe('Pemerintah Kabupaten dengan ');
    expect(type('Dgn itu (pemkab ', SHORT)).toBe('Dengan itu (Pemerintah Kabupaten ');
    expect(type('jln. Pemuda', SHORT)).toBe('Jalan Pemuda');
  });

  it('stay when they are part of a word or have no space after them', () => {
    expect(type('spemkab pemkab. pemkab', SHORT)).toBe('spemkab pemkab. pemkab');
    expect(type('https://contoh.id/?q=dgn ', SHORT)).toBe('https://contoh.id/?q=dgn ');
  });

  it('leave every text without them as it is typed', () => {
    const rules = { ...SHORT, snippets: [{ short: 'qqq', long: 'x' }] };
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/qqq/i.test(text));
        expect(type(text, rules)).toBe(text);
      }),
    );
  });
});

describe('a list of abbreviations as text', () => {
  const snippet = fc.record({
    short: fc.stringMatching(/^[^\s=\\]{1,12}$/u),
    long: fc.stringMatching(/^[^\s\\][^\0\r\t]{0,30}$/u).map((text) => text.trim()),
  });

  it('reads back as it was printed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(snippet, { selector: ({ short }) => short, maxLength: 6 }),
        (snippets) => {
          fc.pre(snippets.every(({ short, long }) => short !== '' && long !== ''));
          expect(readSnippets(printSnippets(snippets))).toEqual({ snippets, leftOver: [] });
        },
      ),
    );
  });

  it('reads what people write, and gives back what it does not understand', () => {
    const { snippets, leftOver } = readSnippets(
      'pemkab = Pemerintah Kabupaten\r\n\ndgn - dengan\nsatu kata tanpa arti\npemkab=Pemkab\n',
    );
    expect(snippets).toEqual([
      { short: 'pemkab', long: 'Pemkab' },
      { short: 'dgn', long: 'dengan' },
    ] satisfies Snippet[]);
    expect(leftOver).toEqual(['satu kata tanpa arti']);
  });

  it('holds a limit, and names what did not fit', () => {
    const lines = Array.from({ length: MOST_SNIPPETS + 3 }, (_, at) => `k${at}=kata ${at}`);
    const read = readSnippets(lines.join('\n'));
    expect(read.snippets).toHaveLength(MOST_SNIPPETS);
    expect(read.leftOver).toHaveLength(3);
  });
});
