/** Law 3, and one story of every house: each field as a person would fill it in, and the words in their order. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { articleSchema, type Article } from '../article.ts';
import { readStory } from './parse.ts';
import { printStoryText } from './print.ts';
import { storyWords } from './words.ts';

const folder = new URL('../../../tests/fixtures/story-text/', import.meta.url);
const corpus = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const sample = readFileSync(new URL('../klaten-nanjing.txt', folder), 'utf8');

function read(text: string) {
  let last = 0;
  return readStory(text, { newId: () => `b${(last += 1)}` });
}

/** An article as a person checks it: no ids, each photo block with its photo's place in the list. */
function withoutIds(article: Article): unknown {
  const places = new Map(article.photoUses.map((use, at) => [use.id, at]));
  return {
    ...article,
    photoUses: article.photoUses.map(({ id: _id, ...use }) => use),
    blocks: article.blocks.map(({ id: _id, ...block }) =>
      block.kind === 'photo' ? { kind: 'photo', photoUse: places.get(block.photoUse) } : block,
    ),
  };
}

/** The words of a text without those that the report lists as left over, each taken from its own line. */
function keptWords(text: string, leftOver: readonly { line: number; text: string }[]): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(storyWords);
  for (const left of leftOver) {
    const words = storyWords(left.text);
    if (words.length === 0) continue;
    const line = lines[left.line - 1] ?? [];
    const at = line.findIndex((_, from) => words.every((word, next) => line[from + next] === word));
    expect(at, `line ${left.line} holds "${left.text}"`).toBeGreaterThanOrEqual(0);
    line.splice(at, words.length);
  }
  return lines.flat();
}

describe.each(corpus)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const { article, report, added, missing } = read(text);

  test('every field is right', async () => {
    const { form, hasHeadline, leftOver } = report;
    const seen = {
      form,
      hasHeadline,
      article: withoutIds(article),
      leftOver,
      addedByPrinting: added,
    };
    expect(articleSchema.safeParse(article).error?.issues ?? []).toEqual([]);
    await expect(`${JSON.stringify(seen, null, 2)}\n`).toMatchFileSnapshot(
      new URL(name.replace('.txt', '.expected.json'), folder).pathname,
    );
  });

  test('the printed story has the same words in the same order', () => {
    expect(missing).toEqual([]);
    const printed = storyWords(printStoryText(article, report.form)).filter(
      (word) => !added.includes(word),
    );
    expect(printed).toEqual(keptWords(text, report.leftOver));
  });

  test('what was printed reads as the same article', () => {
    expect(withoutIds(read(printStoryText(article, report.form)).article)).toEqual(
      withoutIds(article),
    );
  });
});

test('the corpus holds every form, and printing adds a word in at most one of its stories', () => {
  const forms = corpus.map((name) => read(readFileSync(new URL(name, folder), 'utf8')));
  expect(corpus.length).toBeGreaterThanOrEqual(14);
  expect(new Set(forms.map(({ report }) => report.form)).size).toBe(7);
  expect(forms.filter(({ added }) => added.length > 0).length).toBeLessThanOrEqual(1);
});

describe('the sample', () => {
  const { article, report, added, missing } = read(sample);

  test('has every field right', () => {
    const { blocks, photoUses, ...furniture } = article;
    expect(report.form).toBe('tribun');
    expect(report.hasHeadline).toBe(true);
    expect(furniture).toEqual({
      format: 1,
      language: 'id',
      section: 'Berita Klaten',
      headline: 'Bentuk Pertukaran Persahabatan, Klaten Gaet Nanjing RRC Jadi Sister City',
      deck: 'Pemerintah Kabupaten Klaten menggaet Kabupaten Nanjing Republik Rakyat Cina (RRC) sebagai sister city.',
      writers: [{ name: 'Laili Shofiyah' }],
      editors: [{ name: 'M Zainal Arifin' }],
      dateline: {
        form: 'brand-first',
        brand: 'TRIBUNJATENG.COM',
        place: 'KLATEN',
        date: '',
        separator: '-',
      },
      eventDate: '2025-06-24',
      signoffs: [{ short: 'Laili S', code: '***' }],
      source: 'Tribun Jateng',
      related: [],
      latest: [],
      tags: [],
      copyright: '© 2025 TRIBUNnews.com Network,a subsidiary of KG Media.\nAll Right Reserved',
    });
    expect(photoUses).toHaveLength(1);
    expect(photoUses[0]).toMatchObject({
      photo: null,
      creditLead: 'Istimewa',
      slug: 'TANDATANGAN KERJASAMA',
      credit: 'Dok/Prokopim Setda Klaten',
      alt: '',
    });
    expect(photoUses[0]?.caption).toMatch(/^Bupati Klaten, .* sebagai sister city\.$/);
    const kinds = blocks.map((block) => block.kind);
    expect(kinds.filter((kind) => kind === 'paragraph')).toHaveLength(12);
    expect(kinds.flatMap((kind, at) => (kind === 'related' ? [at] : []))).toEqual([6, 11]);
    expect(kinds).toHaveLength(14);
  });

  test('leaves the site around it over', () => {
    expect(report.leftOver).toEqual([
      { line: 1, text: 'Wonosobo Hebat', why: 'chrome' },
      { line: 2, text: 'Selamat Datang di Superhub Pemkab Wonosobo', why: 'chrome' },
      { line: 43, text: 'Berita Terkait', why: 'label' },
      { line: 44, text: 'Ikuti kami di', why: 'chrome' },
      { line: 45, text: 'AA', why: 'chrome' },
      { line: 47, text: 'Berita Terkini', why: 'label' },
    ]);
  });

  test('prints the same lines, and nothing besides', () => {
    const left = new Set(report.leftOver.map(({ line }) => line));
    const lines = sample.split('\n').filter((line, at) => line.trim() !== '' && !left.has(at + 1));
    const printed = printStoryText(article)
      .split('\n')
      .filter((line) => line !== '');
    expect(printed).toEqual(lines.map((line) => line.trimEnd()));
    expect([...added, ...missing]).toEqual([]);
  });

  test('survives Windows line ends and a byte order mark', () => {
    const windows = read(`\uFEFF${sample.replaceAll('\n', '\r\n')}`);
    expect(windows.article).toEqual(article);
  });
});
