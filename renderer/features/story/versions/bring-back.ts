/** Bringing back a part of an old version: one block, one field or one caption, into the article as it is now. */
import {
  FURNITURE_FIELDS,
  withFurniture,
  type Article,
  type Block,
  type Furniture,
  type PhotoUse,
} from '#shared/domain/article.ts';

/**
 * The article now, with one place as an old version had it. A block that is gone comes back behind the nearest block
 * that stood before it and is still there; a block or field that the old version did not have is taken away. A photo
 * block comes with its photo use.
 */
export function bringBack(now: Article, old: Article, where: string): Article {
  const block = /^block:(.+)$/.exec(where)?.[1];
  if (block !== undefined) return bringBackBlock(now, old, block);
  const [, use, field] = /^photo:(.+)\.(\w+)$/.exec(where) ?? [];
  if (use !== undefined && field !== undefined) return bringBackWords(now, old, use, field);
  const furniture = FURNITURE_FIELDS.find((name) => name === where);
  return furniture === undefined
    ? now
    : withFurniture(now, { [furniture]: fieldOf(old, furniture) });
}

/** An other headline that was not there is an empty one: that takes it away. */
function fieldOf(article: Article, field: keyof Furniture): unknown {
  return article[field] === undefined ? '' : article[field];
}

function bringBackBlock(now: Article, old: Article, id: string): Article {
  const was = old.blocks.findIndex((block) => block.id === id);
  const before = old.blocks[was];
  const others = now.blocks.filter((block) => block.id !== id);
  if (before === undefined) return { ...now, blocks: others };
  const at = now.blocks.findIndex((block) => block.id === id);
  const still = (block: Block): boolean => others.some((each) => each.id === block.id);
  const neighbour = old.blocks.slice(0, was).findLast(still);
  const place =
    at >= 0
      ? at
      : neighbour === undefined
        ? 0
        : others.findIndex(({ id: each }) => each === neighbour.id) + 1;
  return {
    ...now,
    photoUses: before.kind === 'photo' ? withUse(now, old, before.photoUse) : now.photoUses,
    blocks: others.toSpliced(place, 0, before),
  };
}

function withUse(now: Article, old: Article, id: string): readonly PhotoUse[] {
  const use = old.photoUses.find((each) => each.id === id);
  if (use === undefined || now.photoUses.some((each) => each.id === id)) return now.photoUses;
  return [...now.photoUses, use];
}

function bringBackWords(now: Article, old: Article, id: string, field: string): Article {
  const use = old.photoUses.find((each) => each.id === id);
  if (use === undefined || !(field in use) || field === 'id') return now;
  if (!now.photoUses.some((each) => each.id === id))
    return { ...now, photoUses: [...now.photoUses, use] };
  return {
    ...now,
    photoUses: now.photoUses.map((each) =>
      each.id === id ? { ...each, [field]: use[field as keyof PhotoUse] } : each,
    ),
  };
}
