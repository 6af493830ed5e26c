import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyArticle } from '#shared/domain/article.ts';
import { fileInto, isBlank, looksLikeStory, readPastedStory } from './paste-story.ts';

const sample = readFileSync(
  new URL('../../../tests/fixtures/klaten-nanjing.txt', import.meta.url),
  'utf8',
);

describe('a pasted text', () => {
  it('with furniture is offered for filing', () => {
    expect(looksLikeStory(sample, [])).toBe(true);
  });

  it('of plain paragraphs is pasted as it is', () => {
    const prose =
      'Hujan turun sejak pagi.\n\nWarga tetap bekerja di sawah.\n\nSore hari langit cerah.';
    expect(looksLikeStory(prose, [])).toBe(false);
    expect(looksLikeStory('satu kata', [])).toBe(false);
  });

  it('fills the fields it speaks of and leaves the others', () => {
    const before = {
      ...emptyArticle(),
      section: 'Berita Solo',
      tags: ['Solo'],
      source: 'Suara Merapi',
    };
    const after = fileInto(before, readPastedStory(sample, []).article);
    expect(after.section).toBe('Berita Klaten');
    expect(after.tags).toEqual(['Solo']);
    expect(after.source).toBe('Tribun Jateng');
    expect(isBlank(after)).toBe(false);
  });

  it('never drops the text that stood there', () => {
    const { article } = readPastedStory(sample, []);
    const before = {
      ...emptyArticle(),
      blocks: article.blocks
        .slice(0, 1)
        .map((block) => ({ ...block, id: 'lama' as typeof block.id })),
    };
    expect(fileInto(before, article).blocks.at(-1)?.id).toBe('lama');
  });
});
