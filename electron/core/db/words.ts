/** How long a story is, as newsrooms count: the words of its body. */
import { blockText, type Article } from '#shared/domain/article.ts';

export function countWords(article: Article): number {
  return article.blocks.reduce(
    (words, block) =>
      block.kind === 'related'
        ? words
        : words + (blockText(block).match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0),
    0,
  );
}
