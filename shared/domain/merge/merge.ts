/**
 * Three-way merge of articles. The law: every word that either side inserted is in the merged article or in a merge
 * note; the result is the same whichever side merges; merging again changes nothing.
 */
import { z } from 'zod';
import {
  FURNITURE_FIELDS,
  type Article,
  type Block,
  withFurniture,
  type PhotoUse,
} from '../article.ts';
import { canonicalJson, sha256Text } from '../canonical.ts';
import type { BlockId } from '../ids.ts';
import { mergeBlock } from './block.ts';
import { mergeOrder } from './sequence.ts';
import { mergeTokens, textOfTokens, tokensOfText } from './words.ts';

/** Both sides changed the same words. `kept` stands in the article; `other` stands behind it, or only here. */
export const mergeNoteSchema = z.strictObject({
  /** A furniture field, `photo:<use>.<field>` or `block:<id>`. */
  where: z.string(),
  kept: z.string(),
  other: z.string(),
});
export type MergeNote = Readonly<z.infer<typeof mergeNoteSchema>>;

export interface Merged {
  readonly article: Article;
  readonly notes: readonly MergeNote[];
}

export interface ThreeArticles {
  /** The newest article that both sides come from. */
  readonly base: Article;
  readonly ours: Article;
  readonly theirs: Article;
}

export function mergeArticles({ base, ours, theirs }: ThreeArticles): Merged {
  // One order of the sides, so that two laptops that merge the same pair make the same article.
  const [a, b] = [ours, theirs].toSorted((x, y) =>
    canonicalJson(x) < canonicalJson(y) ? -1 : 1,
  ) as [Article, Article];
  const notes: MergeNote[] = [];
  const furniture: Record<string, unknown> = {};
  for (const field of FURNITURE_FIELDS) {
    // An absent headline merges as an empty one.
    const of = (side: Article) => (side[field] === undefined ? '' : side[field]);
    furniture[field] = mergeField({ where: field, base: of(base), a: of(a), b: of(b) }, notes);
  }
  const blocks = mergeBlocks(base, a, b, notes);
  const photoUses = mergePhotoUses({ base, a, b, blocks }, notes);
  const known = new Set<string>(photoUses.map((use) => use.id));
  return {
    article: withFurniture({ ...a, photoUses, blocks: wellFormed(blocks, known) }, furniture),
    notes,
  };
}

/** What two sound articles can make unsound together: one photo use named twice, one id used twice. */
function wellFormed(blocks: readonly Block[], photoUses: ReadonlySet<string>): Block[] {
  const named = new Set<string>();
  const ids = new Map<string, string>();
  return blocks.flatMap((block) => {
    if (block.kind === 'photo') {
      if (!photoUses.has(block.photoUse) || named.has(block.photoUse)) return [];
      named.add(block.photoUse);
    }
    const json = canonicalJson(block);
    const taken = ids.get(block.id);
    ids.set(block.id, json);
    if (taken === undefined) return [block];
    return taken === json ? [] : [{ ...block, id: sha256Text(json).slice(0, 24) as BlockId }];
  });
}

interface FieldSides<Value = unknown> {
  readonly where: string;
  readonly base: Value | undefined;
  readonly a: Value;
  readonly b: Value;
}

/** One field: the side that changed it; by word or by entry where both did; with a note where that can't be. */
function mergeField(sides: FieldSides, notes: MergeNote[]): unknown {
  const { where, base, a, b } = sides;
  const json = (value: unknown) => (value === undefined ? '' : canonicalJson(value));
  if (json(a) === json(b) || json(b) === json(base)) return a;
  if (json(a) === json(base)) return b;
  if (Array.isArray(a) && Array.isArray(b))
    return mergeEntries(Array.isArray(base) ? base : [], a, b);
  if (typeof a === 'string' && typeof b === 'string') {
    const merged = mergeTokens(
      tokensOfText(a),
      tokensOfText(typeof base === 'string' ? base : ''),
      tokensOfText(b),
    );
    if (merged.conflicts.length === 0) return textOfTokens(merged.tokens);
    const [kept, other] = a.length >= b.length ? [a, b] : [b, a];
    notes.push({ where, kept, other });
    return kept;
  }
  notes.push({ where, kept: json(a), other: json(b) });
  return a;
}

function mergeEntries(
  base: readonly unknown[],
  a: readonly unknown[],
  b: readonly unknown[],
): unknown[] {
  const keys = [a, base, b].map((side) => side.map(canonicalJson)) as [
    string[],
    string[],
    string[],
  ];
  return mergeOrder(...keys, new Set()).map((key) => JSON.parse(key) as unknown);
}

function mergeBlocks(base: Article, a: Article, b: Article, notes: MergeNote[]): Block[] {
  const [inBase, inA, inB] = [base, a, b].map(
    (article) => new Map<string, Block>(article.blocks.map((block) => [block.id, block])),
  ) as [Map<string, Block>, Map<string, Block>, Map<string, Block>];
  const edited = (side: Map<string, Block>, id: string) =>
    side.has(id) &&
    (!inBase.has(id) || canonicalJson(side.get(id)) !== canonicalJson(inBase.get(id)));
  const mustStay = new Set(
    [...inA.keys(), ...inB.keys()].filter((id) => edited(inA, id) || edited(inB, id)),
  );
  const ids = [a, base, b].map((article) => article.blocks.map((block) => block.id as string)) as [
    string[],
    string[],
    string[],
  ];
  return mergeOrder(...ids, mustStay).flatMap((id) => {
    const [blockA, blockB] = [inA.get(id), inB.get(id)];
    if (blockA === undefined || blockB === undefined) {
      const only = blockA ?? blockB;
      const deleted = inBase.get(id);
      // One side deleted what the other changed: it stays, and the person who deleted it is told.
      if (only !== undefined && deleted !== undefined)
        notes.push({ where: `block:${id}`, kept: 'changed', other: 'deleted' });
      return only === undefined ? [] : [only];
    }
    const merged = mergeBlock(inBase.get(id), blockA, blockB);
    notes.push(
      ...merged.conflicts.map(({ first, second }) => ({
        where: `block:${id}`,
        kept: first,
        other: second,
      })),
    );
    return merged.blocks;
  });
}

interface PhotoSides {
  readonly base: Article;
  readonly a: Article;
  readonly b: Article;
  readonly blocks: readonly Block[];
}

function mergePhotoUses({ base, a, b, blocks }: PhotoSides, notes: MergeNote[]): PhotoUse[] {
  const [inBase, inA, inB] = [base, a, b].map(
    (article) => new Map(article.photoUses.map((use) => [use.id as string, use])),
  ) as [Map<string, PhotoUse>, Map<string, PhotoUse>, Map<string, PhotoUse>];
  const edited = (side: Map<string, PhotoUse>, id: string) =>
    side.has(id) && canonicalJson(side.get(id)) !== canonicalJson(inBase.get(id) ?? null);
  const named = blocks.flatMap((block) =>
    block.kind === 'photo' ? [block.photoUse as string] : [],
  );
  const mustStay = new Set(
    [...inA.keys(), ...inB.keys()].filter(
      (id) => edited(inA, id) || edited(inB, id) || named.includes(id),
    ),
  );
  const ids = [a, base, b].map((article) => article.photoUses.map((use) => use.id as string)) as [
    string[],
    string[],
    string[],
  ];
  return mergeOrder(...ids, mustStay).flatMap((id) => {
    const [useA, useB] = [inA.get(id), inB.get(id)];
    if (useA === undefined || useB === undefined) return useA ?? useB ?? [];
    const merged: Record<string, unknown> = { id };
    for (const field of Object.keys(useA) as (keyof PhotoUse)[]) {
      if (field === 'id') continue;
      merged[field] = mergeField(
        {
          where: `photo:${id}.${field}`,
          base: inBase.get(id)?.[field],
          a: useA[field],
          b: useB[field],
        },
        notes,
      );
    }
    return [merged as PhotoUse];
  });
}
