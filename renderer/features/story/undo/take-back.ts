/**
 * Takes one step of a writer back without touching what anybody else has put in since. Law: every word of the present
 * text that the step itself did not put there is still there afterwards; where the step's own words were changed by
 * somebody else, that place stays as it is.
 */
import {
  FURNITURE_FIELDS,
  withFurniture,
  type Article,
  type Block,
  type PhotoUse,
} from '#shared/domain/article.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { mergeBlock } from '#shared/domain/merge/block.ts';
import { mergeTokens, textOfTokens, tokensOfText } from '#shared/domain/merge/words.ts';

/** One step: the story before and after it. Taking it back is going from `after` to `before`. */
export interface Step {
  readonly before: Article;
  readonly after: Article;
}

/** The present story without the step. Redo is the same with the step turned round. */
export function takeBack(now: Article, { before, after }: Step): Article {
  // The common case: nobody else has touched the story meanwhile.
  if (now === after) return before;
  const furniture: Record<string, unknown> = {};
  for (const field of FURNITURE_FIELDS) {
    if (!same(before[field], after[field])) {
      furniture[field] = valueWithout(
        present(now[field]),
        present(before[field]),
        present(after[field]),
      );
    }
  }
  const blocks = entriesWithout(now.blocks, before.blocks, after.blocks, blockWithout);
  const uses = entriesWithout(now.photoUses, before.photoUses, after.photoUses, useWithout);
  return sound({
    ...withFurniture(now, furniture),
    blocks,
    photoUses: uses,
  });
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b);
}

/** A field's value without the step; as it is now where both changed the same words. */
function valueWithout(now: unknown, before: unknown, after: unknown): unknown {
  if (same(now, after)) return before;
  if (typeof now !== 'string' || typeof after !== 'string' || typeof before !== 'string') {
    return now;
  }
  const { tokens, conflicts } = mergeTokens(
    tokensOfText(now),
    tokensOfText(after),
    tokensOfText(before),
  );
  return conflicts.length === 0 ? textOfTokens(tokens) : now;
}

/** An absent headline counts as an empty one; a field that may be null stays null. */
function present(value: unknown): unknown {
  return value === undefined ? '' : value;
}

function blockWithout(now: Block, before: Block, after: Block): Block {
  const { blocks, conflicts } = mergeBlock(after, now, before);
  const [only] = blocks;
  return only === undefined || blocks.length > 1 || conflicts.length > 0 ? now : only;
}

function useWithout(now: PhotoUse, before: PhotoUse, after: PhotoUse): PhotoUse {
  const fields = (Object.keys(now) as (keyof PhotoUse)[]).map((field) => [
    field,
    same(before[field], after[field])
      ? now[field]
      : same(now[field], after[field])
        ? before[field]
        : valueWithout(now[field], before[field], after[field]),
  ]);
  return Object.fromEntries(fields) as PhotoUse;
}

interface Entry {
  readonly id: string;
}

/** A list of blocks or photo uses without the step: what it changed, put in, took out or moved. */
function entriesWithout<Part extends Entry>(
  now: readonly Part[],
  before: readonly Part[],
  after: readonly Part[],
  without: (now: Part, before: Part, after: Part) => Part,
): readonly Part[] {
  if (same(before, after)) return now;
  const wasBefore = byId(before);
  const wasAfter = byId(after);
  const kept = now.flatMap((part): Part[] => {
    const old = wasBefore.get(part.id);
    const stepped = wasAfter.get(part.id);
    if (stepped === undefined) return [part];
    // Put in by the step: it goes, unless somebody has written in it since.
    if (old === undefined) return same(part, stepped) ? [] : [part];
    if (same(old, stepped)) return [part];
    return [same(part, stepped) ? old : without(part, old, stepped)];
  });
  const there = byId(kept);
  const back = before.filter((part) => !wasAfter.has(part.id) && !there.has(part.id));
  const all = [...kept];
  for (const part of back) all.splice(placeOf(part, before, all), 0, part);
  return inOrder(all, now, before, after);
}

/** Behind the nearest neighbour above that is still there. */
function placeOf<Part extends Entry>(
  part: Part,
  before: readonly Part[],
  all: readonly Part[],
): number {
  const at = before.findIndex((each) => each.id === part.id);
  const above = before.slice(0, at).findLast((each) => all.some((there) => there.id === each.id));
  return above === undefined ? 0 : all.findIndex((each) => each.id === above.id) + 1;
}

/** When the step moved something and nobody else did: as it stood before. */
function inOrder<Part extends Entry>(
  all: readonly Part[],
  now: readonly Part[],
  before: readonly Part[],
  after: readonly Part[],
): readonly Part[] {
  const ids = (parts: readonly Part[]): string => parts.map(({ id }) => id).join(' ');
  const common = (parts: readonly Part[], others: readonly Part[]): readonly Part[] => {
    const there = byId(others);
    return parts.filter(({ id }) => there.has(id));
  };
  const moved = ids(common(before, after)) !== ids(common(after, before));
  if (!moved || ids(common(now, after)) !== ids(common(after, now))) return all;
  const known = byId(all);
  const wanted = before.flatMap(({ id }) => known.get(id) ?? []);
  const wantedIds = byId(wanted);
  let next = 0;
  return all.map((part) => (wantedIds.has(part.id) ? (wanted[next++] ?? part) : part));
}

function byId<Part extends Entry>(parts: readonly Part[]): ReadonlyMap<string, Part> {
  return new Map(parts.map((part) => [part.id, part]));
}

/** A photo block without its photo use can't stand, and a photo stands in the body at most once. */
function sound(article: Article): Article {
  const known = new Set<string>(article.photoUses.map((use) => use.id));
  const named = new Set<string>();
  const blocks = article.blocks.filter((block) => {
    if (block.kind !== 'photo') return true;
    if (!known.has(block.photoUse) || named.has(block.photoUse)) return false;
    named.add(block.photoUse);
    return true;
  });
  return blocks.length === article.blocks.length ? article : { ...article, blocks };
}
