/** Where a merge note stands, and whether a person has settled it: its place no longer reads as the merge left it. */
import type { Article } from '#shared/domain/article.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { MergeNote } from '#shared/domain/merge/merge.ts';
import type { PlacedNote } from '../db/merge-notes.ts';

/** The canonical JSON of what stands at a place: a block, a field of a photo use, or a furniture field. */
function valueAt(article: Article, where: string): string {
  const block = /^block:(.+)$/.exec(where);
  if (block !== null) return json(article.blocks.find(({ id }) => id === block[1]));
  const photo = /^photo:([^.]+)\.(.+)$/.exec(where);
  if (photo !== null) {
    const use = article.photoUses.find(({ id }) => id === photo[1]);
    return json(use?.[photo[2] as keyof typeof use]);
  }
  return json(article[where as keyof Article]);
}

function json(value: unknown): string {
  return canonicalJson(value ?? null);
}

/** Notes of a merge, with what the merge put at each place. */
export function placeNotes(merged: Article, notes: readonly MergeNote[]): PlacedNote[] {
  return notes.map((note) => ({ ...note, placed: valueAt(merged, note.where) }));
}

export function openNotes(article: Article, notes: readonly PlacedNote[]): PlacedNote[] {
  return notes.filter((note) => valueAt(article, note.where) === note.placed);
}

/** A note that stays open over a text that came without it; where its place is gone, it stands at the headline. */
export function moveNote(article: Article, note: PlacedNote): PlacedNote[] {
  const isGone = valueAt(article, note.where) === json(null);
  return placeNotes(article, [isGone ? { ...note, where: 'headline' } : note]);
}
