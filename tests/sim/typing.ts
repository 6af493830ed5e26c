/** One turn of a writer's hands: a random edit of an article. */
import { blockText, type Article, type Block } from '#shared/domain/article.ts';
import type { BlockId } from '#shared/domain/ids.ts';
import { weighted, type Chance } from './chance.ts';

type Turn = (article: Article, chance: Chance, coin: () => string) => Article;

const TURNS = {
  'new-paragraph': (article, chance, coin) => {
    const at = chance.below(article.blocks.length + 1);
    const paragraph = paragraphOf(newBlockId(chance), coinSome(chance, coin));
    return { ...article, blocks: article.blocks.toSpliced(at, 0, paragraph) };
  },
  'type-in': (article, chance, coin) =>
    inOne(article, chance, (words) =>
      words.toSpliced(chance.below(words.length + 1), 0, ...coinSome(chance, coin)),
    ),
  headline: (article, chance, coin) => {
    const words = article.headline.split(' ').filter((word) => word !== '');
    return {
      ...article,
      headline: words.toSpliced(chance.below(words.length + 1), 0, coin()).join(' '),
    };
  },
  deck: (article, _chance, coin) => ({ ...article, deck: `${article.deck} ${coin()}`.trim() }),
  'take-out': (article, chance) =>
    inOne(article, chance, (words) =>
      words.toSpliced(chance.below(words.length), 1 + chance.below(2)),
    ),
  'take-out-paragraph': (article, chance) =>
    article.blocks.length < 2
      ? article
      : { ...article, blocks: article.blocks.toSpliced(chance.below(article.blocks.length), 1) },
  split: (article, chance) => {
    const at = chance.below(article.blocks.length);
    const block = article.blocks[at];
    const words = block === undefined ? [] : blockText(block).split(' ');
    if (block === undefined || words.length < 2) return article;
    const cut = 1 + chance.below(words.length - 1);
    const halves = [
      paragraphOf(block.id, words.slice(0, cut)),
      paragraphOf(newBlockId(chance), words.slice(cut)),
    ];
    return { ...article, blocks: article.blocks.toSpliced(at, 1, ...halves) };
  },
  join: (article, chance) => {
    if (article.blocks.length < 2) return article;
    const at = chance.below(article.blocks.length - 1);
    const pair = article.blocks.slice(at, at + 2) as [Block, Block];
    const joined = paragraphOf(pair[0].id, pair.map(blockText));
    return { ...article, blocks: article.blocks.toSpliced(at, 2, joined) };
  },
  move: (article, chance) => {
    const at = chance.below(article.blocks.length);
    const block = article.blocks[at];
    if (block === undefined) return article;
    const rest = article.blocks.toSpliced(at, 1);
    return { ...article, blocks: rest.toSpliced(chance.below(rest.length + 1), 0, block) };
  },
} as const satisfies Record<string, Turn>;

const WEIGHTS = {
  'new-paragraph': 4,
  'type-in': 8,
  headline: 2,
  deck: 1,
  'take-out': 2,
  'take-out-paragraph': 1,
  split: 2,
  join: 1,
  move: 2,
} as const satisfies Record<keyof typeof TURNS, number>;

export function typeSomething(article: Article, chance: Chance, coin: () => string): Article {
  return TURNS[weighted(chance, WEIGHTS)](article, chance, coin);
}

/** Enough for a desk to take it: a headline and a paragraph. */
export function typeFirst(article: Article, chance: Chance, coin: () => string): Article {
  return TURNS['new-paragraph']({ ...article, headline: `${coin()} ${coin()}` }, chance, coin);
}

function inOne(
  article: Article,
  chance: Chance,
  change: (words: readonly string[]) => readonly string[],
): Article {
  const at = chance.below(article.blocks.length);
  const block = article.blocks[at];
  if (block === undefined) return article;
  const words = blockText(block)
    .split(' ')
    .filter((word) => word !== '');
  return {
    ...article,
    blocks: article.blocks.toSpliced(at, 1, paragraphOf(block.id, change(words))),
  };
}

function paragraphOf(id: BlockId, words: readonly string[]): Block {
  const text = words.join(' ');
  return { id, kind: 'paragraph', runs: text === '' ? [] : [{ text }] };
}

function newBlockId(chance: Chance): BlockId {
  return Buffer.from(chance.bytes(9)).toString('hex') as BlockId;
}

function coinSome(chance: Chance, coin: () => string): string[] {
  return Array.from({ length: 1 + chance.below(3) }, coin);
}
