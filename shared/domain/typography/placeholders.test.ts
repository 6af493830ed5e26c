import { describe, expect, it } from 'vitest';
import { blocksSeal, preflight } from '../../preflight/index.ts';
import { sampleArticle } from '../../../tests/fixtures/sample-article.ts';
import type { Article } from '../article.ts';
import { placeholdersIn, placeholdersOf } from './placeholders.ts';

const words = (text: string, language: 'id' | 'en' = 'id') =>
  placeholdersIn(text, language).map(
    ({ start, end, sure }) => `${text.slice(start, end)}${sure ? '' : '?'}`,
  );

describe('placeholders', () => {
  it.each([
    ['Korban berumur TKTK tahun', ['TKTK']],
    ['Nama: XXXX, umur xxx', ['XXXX', 'xxx']],
    ['sebanyak [cek jumlah] orang dan [CEK]', ['[cek jumlah]', '[CEK]']],
    ['[TK nama TKTK] hadir', ['[TK nama TKTK]']],
    ['PON XXX di Klaten', ['XXX?']],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it.each([
    'Murid TK Pertiwi dan TKI di Klaten',
    'Muktamar XXXIII, edisi XX',
    'kaos ukuran XXL, xx',
    '[cekatan] dan [foto: cek]',
    'situs xxxyy',
  ])('%s is none', (text) => expect(words(text)).toEqual([]));

  it('are TK in English, where it is no kindergarten', () => {
    expect(words('The victim, TK, said', 'en')).toEqual(['TK']);
  });

  it('stop a seal wherever they stand; one that may be meant only warns', () => {
    const complete = sampleArticle();
    const rules = (article: Article) => preflight(article).map(({ rule }) => rule);
    expect(placeholdersOf(complete)).toEqual([]);
    const unsure = { ...complete, deck: 'PON XXX' };
    expect(rules(unsure)).toContain('placeholder-perhaps');
    expect(rules(unsure)).not.toContain('placeholder');
    const photoUses = complete.photoUses.map((use) => ({ ...use, caption: 'Bupati TKTK' }));
    const missing = { ...complete, photoUses };
    expect(blocksSeal(preflight(missing))).toBe(true);
    expect(preflight(missing)).toContainEqual({
      rule: 'placeholder',
      severity: 'blocks',
      where: `photo:${photoUses[0]?.id}.caption`,
    });
  });
});
