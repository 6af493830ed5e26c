import { describe, expect, it } from 'vitest';
import { emptyArticle, type Article } from '../article.ts';
import { newBlockId } from '../ids.ts';
import { salientPhrases } from './salient.ts';

const about = (headline: string, ...paragraphs: readonly string[]): Article => ({
  ...emptyArticle(),
  headline,
  blocks: paragraphs.map((text) => ({ id: newBlockId(), kind: 'paragraph', runs: [{ text }] })),
});
const phrases = (article: Article): string[] =>
  salientPhrases(article).map(({ words }) => words.join(' '));

describe('the salient phrases of a story', () => {
  it('are led by the people that it names', () => {
    const found = phrases(
      about(
        'Panen raya dimulai',
        'Bupati Klaten, Hamenang Wajar Ismoyo membuka panen. Petani berharap Hamenang Wajar menepati janji.',
      ),
    );
    expect(found.slice(0, 3)).toContain('hamenang wajar');
    expect(found.indexOf('wajar ismoyo')).toBeLessThan(found.indexOf('panen'));
    expect(found.indexOf('wajar ismoyo')).toBeGreaterThanOrEqual(0);
  });

  it('hold no offices, days and function words', () => {
    const found = phrases(
      about(
        'Wakil Bupati dan Kepala Dinas hadir',
        'Acara itu digelar pada Selasa di Desa Gondang.',
      ),
    );
    expect(found).toEqual(expect.arrayContaining(['gondang', 'hadir']));
    for (const word of ['wakil', 'bupati', 'dan', 'selasa', 'desa', 'pada'])
      expect(found).not.toContain(word);
  });

  it('take no word for a name because it opens a sentence', () => {
    expect(phrases(about('', 'Puluhan warga datang. Ribuan lain menunggu.'))).toEqual([]);
  });

  it('are the same, however the text is cut into runs', () => {
    const article = about('Judul', 'Hamenang datang ke Gondang.');
    const cut: Article = {
      ...article,
      blocks: article.blocks.map((block) => ({
        ...block,
        kind: 'paragraph',
        runs: [{ text: 'Hame' }, { text: 'nang datang', bold: true }, { text: ' ke Gondang.' }],
      })),
    };
    expect(salientPhrases(cut)).toEqual(salientPhrases(article));
  });

  it('are few, also of a long story', () => {
    const long = Array.from({ length: 400 }, (_, n) => `Kata Nama${n} Lain${n} ditulis.`).join(' ');
    expect(phrases(about('', long)).length).toBeLessThanOrEqual(24);
  });

  it('leave out the titles of stories that are linked already', () => {
    const article: Article = {
      ...emptyArticle(),
      blocks: [
        {
          id: newBlockId(),
          kind: 'related',
          label: 'Baca juga',
          link: { title: 'Lomba di Alun-alun Wonosobo' },
        },
      ],
    };
    expect(phrases(article)).toEqual([]);
  });
});
