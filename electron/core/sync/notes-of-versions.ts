/**
 * Which merge notes are open in a version. It follows from the chain alone, so every laptop that has the chain finds the
 * same: a merge makes notes, an edit of their place settles them, and a merge with somebody who had not seen a note
 * keeps it open.
 */
import { emptyArticle, type Article } from '#shared/domain/article.ts';
import type { VersionId } from '#shared/domain/ids.ts';
import { mergeArticles, type Merged } from '#shared/domain/merge/merge.ts';
import { contentHash, type Version } from '#shared/domain/version.ts';
import type { PlacedNote } from '../db/merge-notes.ts';
import type { Store } from '../db/store.ts';
import { moveNote, openNotes, placeNotes } from '../services/merge-places.ts';
import { versionArticle } from '../services/workings.ts';
import type { VersionGraph } from './graph.ts';

/** A note, and the merge that made it. */
interface MadeNote extends PlacedNote {
  readonly by: VersionId;
}
interface Known {
  readonly notes: readonly MadeNote[];
  /** False while a text of the chain has not come. */
  readonly sure: boolean;
}
type Found = Map<VersionId, Known>;
const NONE: Known = { notes: [], sure: true };

/** A version never changes, so neither do its notes: found once for each store. */
const foundIn = new WeakMap<Store, Found>();

/** The same note, wherever it stands by now. */
export function noteKey({ kept, other }: Pick<PlacedNote, 'kept' | 'other'>): string {
  return JSON.stringify([kept, other]);
}

/** The notes that are open in a version. Where a text of the chain is not here yet, its notes are not known. */
export function notesOfVersion(
  store: Store,
  graph: VersionGraph,
  id: VersionId,
): readonly MadeNote[] {
  const kept: Found = foundIn.get(store) ?? new Map();
  foundIn.set(store, kept);
  const found: Found = new Map();
  const known = (one: VersionId): Known | undefined => kept.get(one) ?? found.get(one);
  // Parents first, without recursion: chains are long.
  const open = [id];
  for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
    const version = graph.get(at);
    const missing = (version?.parents ?? []).filter((parent) => known(parent) === undefined);
    if (missing.length > 0 && known(at) === undefined) open.push(...missing);
    else {
      open.pop();
      if (known(at) !== undefined) continue;
      const notes = version === null ? NONE : notesIn(store, graph, version, known);
      (notes.sure ? kept : found).set(at, notes);
    }
  }
  return known(id)?.notes ?? [];
}

function notesIn(
  store: Store,
  graph: VersionGraph,
  version: Version,
  known: (id: VersionId) => Known | undefined,
): Known {
  const parents = version.parents.map((id) => ({ id, ...(known(id) ?? NONE) }));
  const [first, second] = parents;
  if (first === undefined) return NONE;
  const sure = parents.every((parent) => parent.sure);
  const isHere = (id: VersionId): boolean => store.versions.isComplete(id);
  if (second === undefined) {
    if (first.notes.length === 0) return { notes: [], sure };
    if (!isHere(version.id)) return { notes: first.notes, sure: false };
    const article = versionArticle(store, version.id);
    return { notes: first.notes.filter((note) => openNotes(article, [note]).length > 0), sure };
  }
  if (![version.id, first.id, second.id].every(isHere)) return { notes: [], sure: false };
  const article = versionArticle(store, version.id);
  const kept = [...stillOpen(first.notes, second, graph), ...stillOpen(second.notes, first, graph)];
  const moved = kept.flatMap((note) =>
    moveNote(article, note).map((there) => ({ ...there, by: note.by })),
  );
  const merged = mergeVersions(store, graph, [first.id, second.id]);
  // Text that was put on top of the head whole, not by the merge: then nobody met anybody.
  const made =
    contentHash(merged.article) === version.content ? placeNotes(merged.article, merged.notes) : [];
  const all = [...moved, ...made.map((note) => ({ ...note, by: version.id }))];
  return { notes: [...new Map(all.map((note) => [noteKey(note), note])).values()], sure };
}

/** Notes of one side of a merge, without those that the other side had seen and settled. */
export function stillOpen(
  notes: readonly MadeNote[],
  other: { readonly id: VersionId; readonly notes: readonly MadeNote[] },
  graph: VersionGraph,
): readonly MadeNote[] {
  const there = new Set(other.notes.map(noteKey));
  return notes.filter((note) => there.has(noteKey(note)) || !graph.comesFrom(other.id, note.by));
}

/** The merge of two versions over the newest that both come from. */
export function mergeVersions(
  store: Store,
  graph: VersionGraph,
  [ours, theirs]: readonly [VersionId, VersionId],
): Merged {
  const base = graph.base(ours, theirs);
  const of = (id: VersionId): Article => versionArticle(store, id);
  return mergeArticles({
    base: base === null ? emptyArticle() : of(base),
    ours: of(ours),
    theirs: of(theirs),
  });
}
