import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseStoryText } from '#shared/domain/story-text/index.ts';
import { blockText } from '#shared/domain/article.ts';
import { DICTIONARY_FILES } from '../dictionaries.ts';
import { isKnownName, knownNames } from '../names.ts';
import { tokensOf } from '../tokens.ts';
import { openDictionary } from './dictionary.ts';
import { createSpeller, type Speller } from './speller.ts';

let speller: Speller;
beforeAll(async () => {
  const open = ({ aff, dic }: (typeof DICTIONARY_FILES)['id']) =>
    openDictionary({
      aff: readFileSync(fileURLToPath(aff)),
      dic: readFileSync(fileURLToPath(dic)),
    });
  speller = createSpeller({
    id: await open(DICTIONARY_FILES.id),
    en: await open(DICTIONARY_FILES.en),
  });
});

const isRight = (word: string, more: { inside?: boolean; foreign?: boolean } = {}): boolean =>
  speller.isRight('id', { word, inside: false, foreign: false, ...more });

describe('Indonesian', () => {
  it.each(
    `anak-anak bapak-bapak warga-warganya menari-nari tolong-menolong sayur-mayur bermain-main rumah-rumahnya
    imbuhnya pungkasnya ujarnya jadwalnya bukunyalah adakah kuambil kauambil difasilitasi digelar direnovasi disertakan
    menggilir digilir terdata bergotong antarkampung pascabencana nonaktif sepekan seusai pertanggungjawabannya
    menindaklanjuti Selasa Pemkab Prokopim Klatennya Jum'at bekerja mengubah menyukseskan keluar kepada`
      .trim()
      .split(/\s+/),
  )('takes %s as it is', (word) => {
    expect(isRight(word)).toBe(true);
  });

  it.each([
    ['kerjasama', 'kerja sama'],
    ['KERJASAMA', 'KERJA SAMA'],
    ['Dimana', 'Di mana'],
    ['disini', 'di sini'],
    ['dirumah', 'di rumah'],
    ['ditengah', 'di tengah'],
    ['keatas', 'ke atas'],
    ['tandatangan', 'tanda tangan'],
    ['silahkan', 'silakan'],
    ['berkerja', 'bekerja'],
    ['mensukseskan', 'menyukseskan'],
    ['pemerntah', 'pemerintah'],
    ['Bupti', 'Bupati'],
    ['Prokopm', 'Prokopim'],
    ['anak-ank', 'anak-anak'],
    ['rumahnyaa', 'rumahnya'],
  ])('finds %s wrong, and offers %s first', (word, right) => {
    expect(isRight(word)).toBe(false);
    expect(speller.suggest('id', word)[0]).toBe(right);
    // What it offers, it takes.
    for (const part of right.split(' ')) expect(isRight(part), part).toBe(true);
  });

  it('takes a capital inside a sentence for a name, but not one slip from an office', () => {
    expect(isRight('Hamenang', { inside: true })).toBe(true);
    expect(isRight('Ruiliang', { inside: true })).toBe(true);
    expect(isRight('Gubenur', { inside: true })).toBe(false);
    expect(isRight('hamenang', { inside: true })).toBe(false);
  });

  it('takes an English word in italics, and only there', () => {
    expect(isRight('subsidiary')).toBe(false);
    expect(isRight('subsidiary', { foreign: true })).toBe(true);
    expect(isRight('subsidiry', { foreign: true })).toBe(false);
  });

  it('learns the newsroom’s words, with their clitics, and forgets them', () => {
    expect(isRight('trucukan')).toBe(false);
    speller.setListed('id', ['trucukan', 'Tleter']);
    expect(['trucukan', 'Trucukan', 'trucukannya', 'TLETER'].map((word) => isRight(word))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(speller.suggest('id', 'trucukn')[0]).toBe('trucukan');
    speller.setListed('id', []);
    expect(isRight('trucukan')).toBe(false);
  });
});

describe('English', () => {
  const asked = (word: string) => ({ word, inside: false, foreign: false });
  it('knows its own words, possessives and the newsroom’s places', () => {
    for (const word of ['government', 'minister’s', "don't", 'well-known', 'Semarang'])
      expect(speller.isRight('en', asked(word)), word).toBe(true);
  });
  it('finds slips', () => {
    expect(speller.isRight('en', asked('goverment'))).toBe(false);
    expect(speller.suggest('en', 'Recieve')[0]).toBe('Receive');
    expect(speller.isRight('en', asked('difasilitasi'))).toBe(false);
  });
});

describe('stories as newsrooms write them', () => {
  const folder = path.resolve(import.meta.dirname, '../../../tests/fixtures');
  const files = [
    'klaten-nanjing.txt',
    ...readdirSync(path.join(folder, 'story-text'))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => `story-text/${name}`),
  ];

  it('give hardly a false alarm: under one word in a hundred is marked that is right', () => {
    let count = 0;
    const alarms: string[] = [];
    for (const file of files) {
      const { article } = parseStoryText(readFileSync(path.join(folder, file), 'utf8'));
      const credits = article.photoUses.map(({ credit }) => credit).join(' ');
      const names = knownNames({ ...article, credits }, undefined);
      for (const text of [article.headline, article.deck, ...article.blocks.map(blockText)]) {
        const tokens = tokensOf(text);
        count += tokens.length;
        for (const { word, inside } of tokens) {
          if (isKnownName(word, names) || REALLY_WRONG.has(word)) continue;
          if (!speller.isRight(article.language, { word, inside, foreign: false })) {
            alarms.push(`${file}: ${word}`);
          }
        }
      }
    }
    expect(count).toBeGreaterThan(1_000);
    expect(alarms.length / count, alarms.join('\n')).toBeLessThan(0.01);
  });
});

/** What the samples really have: two words as one, and English that is not set in italics. */
const REALLY_WRONG: ReadonlySet<string> = new Set(
  'kerjasama Kerjasama KERJASAMA Dimana TANDATANGAN sister Sister city letter of intent subsidiary'.split(
    ' ',
  ),
);
