/** What goes out as a file comes back as the same story. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { blockText, type Article, type Block } from '#shared/domain/article.ts';
import { storyWords } from '#shared/domain/story-text/words.ts';
import { printMarkdown } from '#shared/export/markdown/markdown.ts';
import { readDocx } from './read/docx.ts';
import { fileStory } from './read/file-story.ts';
import { readMarkdown } from './read/markdown.ts';
import { articles, withCountedIds } from './testing/articles.ts';
import { writeDocx } from './write/docx.ts';

vi.setConfig({ testTimeout: 120_000 });
const numRuns = Number(process.env['FILES_RUNS'] ?? 150);

test('a story as Markdown comes back exactly: every block, look, link and field', () => {
  fc.assert(
    fc.property(articles('nasty'), (article) => {
      const markdown = printMarkdown(article);
      const filed = fileStory(readMarkdown(markdown));
      expect(filed.leftOver, markdown).toEqual([]);
      expect(withCountedIds(filed.article), markdown).toEqual(withCountedIds(article));
    }),
    { numRuns },
  );
});

test('a story as a Word file comes back with the same words in order and the same kinds of block', async () => {
  await fc.assert(
    fc.asyncProperty(articles('plain'), async (article) => {
      const bytes = await writeDocx({
        article,
        pictures: new Map(),
        state: 'Konsep',
        creator: 'Redaksi',
      });
      const filed = fileStory(await readDocx(bytes));
      expect(filed.article.blocks.map((block) => block.kind)).toEqual(
        article.blocks.map((block) => block.kind),
      );
      expect(bodyWords(filed.article)).toEqual(bodyWords(article));
      expect(filed.leftOver.filter(({ why }) => why !== 'header')).toEqual([]);
      const { photoUses: _uses, blocks: _blocks, eventDate: _date, ...furniture } = article;
      expect(filed.article).toMatchObject(furniture);
    }),
    { numRuns: Math.ceil(numRuns / 5) },
  );
});

function bodyWords(article: Article): readonly string[] {
  const uses = new Map(article.photoUses.map((use) => [use.id, use]));
  const words = (block: Block): string => {
    const use = block.kind === 'photo' ? uses.get(block.photoUse) : undefined;
    return use === undefined
      ? blockText(block)
      : [use.creditLead, use.slug, use.caption, use.credit].join(' ');
  };
  return article.blocks.flatMap((block) => storyWords(words(block)));
}
