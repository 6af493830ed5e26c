/** A change to an article: what the journal stores for a few keystrokes, instead of the whole article. */
import { z } from 'zod';
import {
  articleSchema,
  blockSchema,
  furnitureSchema,
  LIMITS,
  photoUseSchema,
  withFurniture,
  type Article,
  type Furniture,
} from './article.ts';
import { canonicalJson } from './canonical.ts';
import { blockIdSchema } from './ids.ts';

export const articleChangeSchema = z.strictObject({
  /** The furniture fields that changed, whole. */
  furniture: furnitureSchema
    .extend({
      // An empty one says that the headline is gone: JSON has no other way to say it.
      shortHeadline: furnitureSchema.shape.headline,
      socialHeadline: furnitureSchema.shape.headline,
      printHeadline: furnitureSchema.shape.headline,
    })
    .partial()
    .optional(),
  /** All photo uses, when any changed: they are few. */
  photoUses: z.array(photoUseSchema).max(LIMITS.photoUses).readonly().optional(),
  /** The blocks that are new or changed. */
  blocks: z.array(blockSchema).max(LIMITS.blocks).readonly().optional(),
  /** The ids of all blocks in order, when blocks came, went or moved. */
  order: z.array(blockIdSchema).max(LIMITS.blocks).readonly().optional(),
});
export type ArticleChange = Readonly<z.infer<typeof articleChangeSchema>>;

/** True when a change would change nothing. */
export function isEmptyChange(change: ArticleChange): boolean {
  return Object.keys(change).length === 0;
}

/** What turns one article into another. `applyChange(from, changeBetween(from, to))` is `to`. */
export function changeBetween(from: Article, to: Article): ArticleChange {
  const furniture: Record<string, unknown> = {};
  for (const field of Object.keys(furnitureSchema.shape) as (keyof Furniture)[]) {
    if (!sameJson(from[field], to[field]))
      furniture[field] = to[field] === undefined ? '' : to[field];
  }
  const before = new Map(from.blocks.map((block) => [block.id, block]));
  const blocks = to.blocks.filter((block) => !sameJson(before.get(block.id), block));
  const order = to.blocks.map((block) => block.id);
  return {
    ...(Object.keys(furniture).length > 0 && { furniture }),
    ...(!sameJson(from.photoUses, to.photoUses) && { photoUses: to.photoUses }),
    ...(blocks.length > 0 && { blocks }),
    ...(!sameJson(
      from.blocks.map((block) => block.id),
      order,
    ) && { order }),
  };
}

export type Applied =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly problem: string };

/** The article after a change, checked as a whole; a change that does not fit is refused and nothing is altered. */
export function applyChange(article: Article, change: ArticleChange): Applied {
  const blocks = new Map(article.blocks.map((block) => [block.id, block]));
  for (const block of change.blocks ?? []) blocks.set(block.id, block);
  const order = change.order ?? article.blocks.map((block) => block.id);
  const ordered = order.map((id) => blocks.get(id));
  if (ordered.includes(undefined))
    return { ok: false, problem: 'the order names a block that is not here' };
  const unplaced = (change.blocks ?? []).find((block) => !order.includes(block.id));
  if (unplaced !== undefined)
    return { ok: false, problem: `block ${unplaced.id} has no place in the order` };
  const parsed = articleSchema.safeParse({
    ...withFurniture(article, change.furniture ?? {}),
    photoUses: change.photoUses ?? article.photoUses,
    blocks: ordered,
  });
  if (!parsed.success) return { ok: false, problem: z.prettifyError(parsed.error) };
  // A block that nothing changed stays the very same: whoever reads all of an article again reads only the others.
  const changed = new Set(change.blocks?.map((block) => block.id));
  return {
    ok: true,
    article: {
      ...parsed.data,
      blocks: parsed.data.blocks.map((block, at) =>
        changed.has(block.id) ? block : (ordered[at] ?? block),
      ),
    },
  };
}

function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b);
}
