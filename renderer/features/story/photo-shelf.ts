/**
 * The photo uses of a story while it is edited. A photo block that goes takes its use along, and a use that was taken
 * away stays on the shelf as long as the window is open, so that undo brings back its words too.
 */
import type { Article, Block, PhotoUse } from '#shared/domain/article.ts';
import type { PhotoUseId } from '#shared/domain/ids.ts';

export type Shelf = Map<PhotoUseId, PhotoUse>;

export function newShelf(article: Article): Shelf {
  return new Map(article.photoUses.map((use) => [use.id, use]));
}

export function keepOnShelf(shelf: Shelf, uses: readonly PhotoUse[]): void {
  for (const use of uses) shelf.set(use.id, use);
}

function namedBy(blocks: readonly Block[]): ReadonlySet<PhotoUseId> {
  return new Set(blocks.flatMap((block) => (block.kind === 'photo' ? [block.photoUse] : [])));
}

/** The article with another body: photo uses follow their blocks. `toLead` stay, as photos above the body. */
export function withBlocks(
  article: Article,
  blocks: readonly Block[],
  shelf: Shelf,
  toLead: ReadonlySet<PhotoUseId>,
): Article {
  const before = namedBy(article.blocks);
  const named = namedBy(blocks);
  const kept = article.photoUses.filter(
    (use) => named.has(use.id) || !before.has(use.id) || toLead.has(use.id),
  );
  const here = new Set(kept.map((use) => use.id));
  const back = [...named].flatMap((id) => {
    const use = here.has(id) ? undefined : shelf.get(id);
    return use === undefined ? [] : [use];
  });
  const photoUses =
    back.length === 0 && kept.length === article.photoUses.length
      ? article.photoUses
      : [...kept, ...back];
  return { ...article, blocks, photoUses };
}
