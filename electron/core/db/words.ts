/** How long a story is, as newsrooms count: the words of its body. */
import { blockText, type Article, type Block } from '#shared/domain/article.ts';

export function countWords(article: Article): number {
  return article.blocks.reduce((words, block) => words + wordsOf(block), 0);
}

/** A block that nothing changed is counted once. */
const counted = new WeakMap<Block, number>();

function wordsOf(block: Block): number {
  if (block.kind === 'related') return 0;
  const known = counted.get(block);
  if (known !== undefined) return known;
  const words = blockText(block).match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  counted.set(block, words);
  return words;
}
