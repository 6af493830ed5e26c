import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleSchema, blockText, emptyArticle, type Article, type Block } from '../article.ts';
import { canonicalJson } from '../canonical.ts';
import type { BlockId, PhotoUseId } from '../ids.ts';
import { mergeArticles, type Merged } from './merge.ts';

const paragraph = (id: string, text: string): Block => ({
  id: id as BlockId,
  kind: 'paragraph',
  runs: [{ text }],
});
const article = (change: Partial<Article>): Article => ({ ...emptyArticle(), ...change });
const texts = (merged: Merged) => merged.article.blocks.map(blockText);

describe('two people change different things', () => {
  const base = article({
    headline: 'Klaten gaet Nanjing',
    blocks: [paragraph('a', 'Satu dua tiga empat.'), paragraph('b', 'Lima enam tujuh.')],
  });

  test('a headline and a paragraph both survive', () => {
    const ours = article({ ...base, headline: 'Klaten Gaet Nanjing RRC' });
    const theirs = article({
      ...base,
      blocks: [base.blocks[0]!, paragraph('b', 'Lima enam tujuh delapan.')],
    });
    const merged = mergeArticles({ base, ours, theirs });
    expect(merged.notes).toEqual([]);
    expect(merged.article.headline).toBe('Klaten Gaet Nanjing RRC');
    expect(texts(merged)).toEqual(['Satu dua tiga empat.', 'Lima enam tujuh delapan.']);
  });

  test('two words of one paragraph both survive', () => {
    const ours = article({
      ...base,
      blocks: [paragraph('a', 'SATU dua tiga empat.'), base.blocks[1]!],
    });
    const theirs = article({
      ...base,
      blocks: [paragraph('a', 'Satu dua tiga EMPAT.'), base.blocks[1]!],
    });
    expect(texts(mergeArticles({ base, ours, theirs }))[0]).toBe('SATU dua tiga EMPAT.');
  });

  test('a caption written during the reporter’s edit survives', () => {
    const use = {
      id: 'p' as PhotoUseId,
      photo: null,
      creditLead: '',
      slug: '',
      caption: '',
      credit: '',
      alt: '',
    };
    const withPhoto = article({ ...base, photoUses: [use] });
    const ours = article({ ...withPhoto, blocks: [paragraph('a', 'Satu dua.'), base.blocks[1]!] });
    const theirs = article({
      ...withPhoto,
      photoUses: [{ ...use, caption: 'Bupati menandatangani.' }],
    });
    const merged = mergeArticles({ base: withPhoto, ours, theirs });
    expect(merged.article.photoUses[0]!.caption).toBe('Bupati menandatangani.');
    expect(texts(merged)[0]).toBe('Satu dua.');
  });
});

describe('two people change the same thing', () => {
  const base = article({ headline: 'Lama', blocks: [paragraph('a', 'Ia menolak tuduhan itu.')] });

  test('both texts of a paragraph are kept and noted', () => {
    const ours = article({ ...base, blocks: [paragraph('a', 'Ia membantah tuduhan itu.')] });
    const theirs = article({ ...base, blocks: [paragraph('a', 'Ia mengakui tuduhan itu.')] });
    const merged = mergeArticles({ base, ours, theirs });
    expect(texts(merged)[0]).toContain('membantah');
    expect(texts(merged)[0]).toContain('mengakui');
    expect(merged.notes).toHaveLength(1);
  });

  test('both headlines are kept: one stands, the other is in the note', () => {
    const merged = mergeArticles({
      base,
      ours: article({ ...base, headline: 'Baru dari reporter' }),
      theirs: article({ ...base, headline: 'Dari meja' }),
    });
    const note = merged.notes[0]!;
    expect([note.kept, note.other].toSorted()).toEqual(['Baru dari reporter', 'Dari meja']);
    expect(merged.article.headline).toBe(note.kept);
  });

  test('a paragraph that one side deleted and the other changed stays', () => {
    const merged = mergeArticles({
      base,
      ours: article({ ...base, blocks: [] }),
      theirs: article({ ...base, blocks: [paragraph('a', 'Ia menolak tuduhan itu keras.')] }),
    });
    expect(texts(merged)).toEqual(['Ia menolak tuduhan itu keras.']);
    expect(merged.notes).toHaveLength(1);
  });
});

const word = fc.constantFrom(
  'bupati',
  'klaten',
  'dan',
  'tidak',
  'kerja',
  'sama',
  'hari',
  'ini',
  '"ujar',
  'Nur."',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

/** A block of each kind that holds words, all of these words in it. */
const SHAPES: readonly ((id: string, text: string) => Block)[] = [
  paragraph,
  paragraph,
  (id, text) => ({ id: id as BlockId, kind: 'pull-quote', runs: [{ text }], speaker: '' }),
  (id, text) => ({ id: id as BlockId, kind: 'list', ordered: true, items: runsOf(text) }),
  (id, text) => ({ id: id as BlockId, kind: 'info-box', title: '', paragraphs: runsOf(text) }),
  (id, text) => ({
    id: id as BlockId,
    kind: 'table',
    caption: text,
    header: false,
    rows: runsOf(text).map((runs) => [runs, []]),
  }),
  (id, text) => ({
    id: id as BlockId,
    kind: 'embed',
    url: 'https://youtu.be/klaten2025',
    title: text,
  }),
];
const runsOf = (text: string) => text.split(' ').map((each) => [{ text: each }]);

/** Random edits, each word of them new to the world, so that a lost one can't hide behind an equal one. */
type Edit = {
  kind: 'replace' | 'insert' | 'delete' | 'move' | 'append' | 'headline';
  at: number;
  to: number;
};
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('replace', 'insert', 'delete', 'move', 'append', 'headline'),
  at: fc.nat(20),
  to: fc.nat(20),
});

function edited(
  start: Article,
  edits: readonly Edit[],
  side: string,
): { article: Article; inserted: string[] } {
  let count = 0;
  const inserted: string[] = [];
  const fresh = () => {
    const made = `${side}${(count += 1)}`;
    inserted.push(made);
    return made;
  };
  let { headline } = start;
  const blocks = [...start.blocks];
  for (const { kind, at, to } of edits) {
    const index = blocks.length === 0 ? 0 : at % blocks.length;
    const block = blocks[index];
    if (kind === 'insert') blocks.splice(index, 0, paragraph(`${side}-${count}`, fresh()));
    else if (kind === 'headline') headline = `${headline} ${fresh()}`;
    else if (block === undefined) continue;
    else if (kind === 'delete') blocks.splice(index, 1);
    else if (kind === 'move') blocks.splice(to % blocks.length, 0, ...blocks.splice(index, 1));
    else {
      const words = blockText(block).split(' ');
      if (kind === 'append') words.push(fresh());
      else words[to % words.length] = fresh();
      blocks[index] = (SHAPES[to % SHAPES.length] ?? paragraph)(block.id, words.join(' '));
    }
  }
  const result = article({ ...start, headline, blocks });
  const left = new Set(wordsOf({ article: result, notes: [] }));
  return { article: result, inserted: inserted.filter((made) => left.has(made)) };
}

function wordsOf({ article: { headline, blocks }, notes }: Merged): string[] {
  const all = [
    headline,
    ...blocks.map(blockText),
    ...notes.flatMap((note) => [note.kept, note.other]),
  ];
  return all.flatMap((text) => text.split(/\s+/u));
}

describe('blocks that are more than one line', () => {
  const table = (caption: string, ...rows: readonly (readonly string[])[]): Block => ({
    id: 't' as BlockId,
    kind: 'table',
    caption,
    header: true,
    rows: rows.map((cells) => cells.map((text) => (text === '' ? [] : [{ text }]))),
  });
  const three = (base: Block, ours: Block, theirs: Block) =>
    mergeArticles({
      base: article({ blocks: [base] }),
      ours: article({ blocks: [ours] }),
      theirs: article({ blocks: [theirs] }),
    });

  test('two cells of one table both survive', () => {
    const base = table('Panen', ['Desa', 'Ton'], ['Jogonalan', '']);
    const merged = three(
      base,
      table('Panen', ['Desa', 'Ton'], ['Jogonalan', '12']),
      table('Panen 2025', ['Desa', 'Ton (GKP)'], ['Jogonalan', '']),
    );
    expect(merged.notes).toEqual([]);
    expect(merged.article.blocks).toEqual([
      table('Panen 2025', ['Desa', 'Ton (GKP)'], ['Jogonalan', '12']),
    ]);
  });

  test('a table that grew on one side and changed on the other stands twice, and a note says so', () => {
    const base = table('', ['Desa'], ['Jogonalan']);
    const merged = three(
      base,
      table('', ['Desa'], ['Jogonalan'], ['Trucuk']),
      table('', ['Desa'], ['Wedi']),
    );
    expect(texts(merged).join('\n')).toContain('Trucuk');
    expect(texts(merged).join('\n')).toContain('Wedi');
    expect(merged.notes).toHaveLength(1);
  });

  test('the title of an info box and its facts both survive', () => {
    const box = (title: string, ...facts: readonly string[]): Block => ({
      id: 'i' as BlockId,
      kind: 'info-box',
      title,
      paragraphs: facts.map((text) => [{ text }]),
    });
    const merged = three(
      box('Fakta', 'Satu', 'Dua'),
      box('Fakta Klaten', 'Satu', 'Dua'),
      box('Fakta', 'Satu', 'Dua', 'Tiga'),
    );
    expect(merged.notes).toEqual([]);
    expect(merged.article.blocks).toEqual([box('Fakta Klaten', 'Satu', 'Dua', 'Tiga')]);
  });

  test('what a newer Redaksi wrote on both sides stands twice, to the letter', () => {
    const newer = (map: string) => ({ id: 'n', kind: 'peta', runs: { map } }) as unknown as Block;
    const merged = three(newer('a'), newer('b'), newer('c'));
    expect(merged.article.blocks).toHaveLength(2);
    expect(canonicalJson(merged.article.blocks)).toMatch(/"map":"b".*"map":"c"/);
    expect(articleSchema.safeParse(merged.article).success).toBe(true);
  });

  test('another headline that one side took away is gone, and one that both changed is kept twice', () => {
    const base = article({ shortHeadline: 'Klaten Gaet Nanjing', printHeadline: 'Lama' });
    const { shortHeadline: _gone, ...without } = base;
    const merged = mergeArticles({
      base,
      ours: { ...without, printHeadline: 'Baru kita' },
      theirs: { ...base, printHeadline: 'Baru mereka' },
    });
    expect(merged.article).not.toHaveProperty('shortHeadline');
    expect(merged.notes).toEqual([
      { where: 'printHeadline', kept: 'Baru mereka', other: 'Baru kita' },
    ]);
  });
});

describe('the law of the merge', () => {
  const three = fc
    .tuple(
      fc.array(sentence, { maxLength: 6 }),
      fc.array(edit, { maxLength: 8 }),
      fc.array(edit, { maxLength: 8 }),
    )
    .map(([sentences, oursEdits, theirsEdits]) => {
      const base = article({
        headline: 'Judul awal',
        blocks: sentences.map((text, at) => paragraph(`b${at}`, text)),
      });
      return {
        base,
        ours: edited(base, oursEdits, 'kita'),
        theirs: edited(base, theirsEdits, 'mereka'),
      };
    });

  test('every word that either side inserted is in the article or in a note', () => {
    fc.assert(
      fc.property(three, ({ base, ours, theirs }) => {
        const merged = mergeArticles({ base, ours: ours.article, theirs: theirs.article });
        const words = new Set(wordsOf(merged));
        for (const made of [...ours.inserted, ...theirs.inserted]) expect(words).toContain(made);
        expect(articleSchema.safeParse(merged.article).error).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test('it does not matter who merges', () => {
    fc.assert(
      fc.property(three, ({ base, ours, theirs }) => {
        const one = mergeArticles({ base, ours: ours.article, theirs: theirs.article });
        const other = mergeArticles({ base, ours: theirs.article, theirs: ours.article });
        expect(canonicalJson(other.article)).toBe(canonicalJson(one.article));
        expect(other.notes).toEqual(one.notes);
      }),
      { numRuns: 300 },
    );
  });

  test('merging a merged article with one of its sides again changes no word', () => {
    fc.assert(
      fc.property(three, ({ base, ours, theirs }) => {
        const once = mergeArticles({ base, ours: ours.article, theirs: theirs.article }).article;
        const twice = mergeArticles({
          base: theirs.article,
          ours: once,
          theirs: theirs.article,
        }).article;
        expect(canonicalJson(twice)).toBe(canonicalJson(once));
      }),
      { numRuns: 300 },
    );
  });
});
