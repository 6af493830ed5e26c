/** Where a step was: the field or block, and the place in its text, so that undo brings the writer there. */
import {
  blockText,
  FURNITURE_FIELDS,
  type Article,
  type Block,
  type PhotoUse,
} from '#shared/domain/article.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';

export interface ChangedPlace {
  /** A furniture field, `photo:<use>.<field>`, `block:<id>` or `blocks`. */
  readonly where: string;
  /** Characters into the text of that place, in the second of the two articles. */
  readonly offset: number;
  /** Further places changed too. */
  readonly more: boolean;
}

/** The first place where two articles differ; null when they are the same. */
export function changedPlace(from: Article, to: Article): ChangedPlace | null {
  const places = [...blockPlaces(from, to), ...fieldPlaces(from, to), ...photoPlaces(from, to)];
  const [first] = places;
  if (first === undefined) return null;
  const kinds = new Set(places.map(({ where }) => where.replace(/^block:.*/, 'blocks')));
  return { ...first, more: kinds.size > 1 };
}

type Found = Pick<ChangedPlace, 'where' | 'offset'>;

function blockPlaces(from: Article, to: Article): Found[] {
  if (from.blocks === to.blocks) return [];
  const before = new Map(from.blocks.map((block) => [block.id, block]));
  const after = new Map(to.blocks.map((block) => [block.id, block]));
  const changed = to.blocks.filter((block) => !same(before.get(block.id), block));
  const gone = from.blocks.filter((block) => !after.has(block.id));
  const last = changed.at(-1);
  if (last !== undefined) {
    const old = before.get(last.id);
    return [{ where: `block:${last.id}`, offset: endOfChange(textOf(old), textOf(last)) }];
  }
  if (gone[0] !== undefined) {
    // Only taken out: the end of what stood above.
    const at = from.blocks.indexOf(gone[0]);
    const above = from.blocks.slice(0, at).findLast((block) => after.has(block.id));
    const place = above ?? to.blocks[0];
    if (place === undefined) return [{ where: 'blocks', offset: 0 }];
    return [{ where: `block:${place.id}`, offset: above === undefined ? 0 : textOf(above).length }];
  }
  const moved = to.blocks.find((block, index) => from.blocks[index]?.id !== block.id);
  return moved === undefined ? [] : [{ where: `block:${moved.id}`, offset: 0 }];
}

function fieldPlaces(from: Article, to: Article): Found[] {
  return FURNITURE_FIELDS.filter((field) => !same(from[field], to[field])).map((field) => ({
    where: field,
    offset: endOfChange(wordsOf(from[field]), wordsOf(to[field])),
  }));
}

function photoPlaces(from: Article, to: Article): Found[] {
  if (from.photoUses === to.photoUses) return [];
  const before = new Map(from.photoUses.map((use) => [use.id, use]));
  return to.photoUses.flatMap((use): Found[] => {
    const old = before.get(use.id);
    if (old === undefined) return [{ where: `photo:${use.id}.photo`, offset: 0 }];
    return (Object.keys(use) as (keyof PhotoUse)[])
      .filter((field) => !same(old[field], use[field]))
      .map((field) => ({
        where: `photo:${use.id}.${field}`,
        offset: endOfChange(wordsOf(old[field]), wordsOf(use[field])),
      }));
  });
}

/** Where, in the second text, the change between the two ends. */
export function endOfChange(from: string, to: string): number {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < most - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  return to.length - end;
}

function textOf(block: Block | undefined): string {
  return block === undefined ? '' : blockText(block);
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b);
}
