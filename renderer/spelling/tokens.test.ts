import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from './tokens.ts';

const words = (text: string): string[] => tokensOf(text).map(({ word }) => word);
const inside = (text: string): string[] =>
  tokensOf(text).flatMap((token) => (token.inside ? [token.word] : []));

describe('the words of a text', () => {
  it('are letters with hyphens and apostrophes inside, in Unicode', () => {
    expect(words('Anak-anak shalat Jum’at, kafé “naïf”.')).toEqual([
      'Anak-anak',
      'shalat',
      'Jum’at',
      'kafé',
      'naïf',
    ]);
  });

  it.each([
    ['addresses', 'lihat https://tribunnews.com/x?a=b dan www.klaten.go.id/a atau detik.com', 3],
    ['mail and accounts', 'kirim redaksi@tribun.co.id atau @prokopim_klaten #klatenbersinar ya', 3],
    ['numbers and codes', 'jalan 12B, G20, covid19, Rp1.500.000 dan H-1 ya', 3],
    ['short abbreviations in capitals', 'kata BPBD, KPU dan UMKM ya', 3],
    ['words written in a brand’s own way', 'oleh detikJateng, MoU dan iPhone ya', 3],
    ['degrees and initials', 'oleh S.Pd., M.Kom., H.M. dan a.n. ya', 3],
  ])('leave out %s', (_what, text, count) => {
    expect(words(text)).toHaveLength(count);
  });

  it('in long capitals are words: a slug is read too', () => {
    expect(words('TANDATANGAN KERJASAMA (Dok/TRIBUN)')).toEqual([
      'TANDATANGAN',
      'KERJASAMA',
      'Dok',
    ]);
  });

  it('know whether they stand inside a sentence', () => {
    const text = 'Bupati Hamenang tiba. Kata dia: “Kami siap.” Lalu\nWarga pulang! Besok lagi';
    expect(inside(text)).toEqual(['Hamenang', 'tiba', 'dia', 'siap', 'pulang', 'lagi']);
  });

  it('are where they say they are, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { word, at } of tokensOf(text)) {
          expect(text.slice(at, at + word.length)).toBe(word);
        }
      }),
    );
  });
});
