/**
 * Bringing a story's working article and the newsroom's head together: take the newer one, or merge where both have
 * moved on. Derived from what is stored alone, so that a crash in between is healed by doing it again.
 */
import type { Article } from '#shared/domain/article.ts';
import type { StoryId, VersionId } from '#shared/domain/ids.ts';
import { contentHash, cutVersion } from '#shared/domain/version.ts';
import { isoNow } from '../clock.ts';
import { commit } from '../context.ts';
import type { PlacedNote } from '../db/merge-notes.ts';
import { cutStory, moveTo, storeOwnVersion, type CutContext } from '../services/cutting.ts';
import { moveNote, openNotes } from '../services/merge-places.ts';
import { permissionsOf } from '../services/permissions.ts';
import { storyFacts } from '../services/view.ts';
import { versionArticle } from '../services/workings.ts';
import { versionGraph, type VersionGraph } from './graph.ts';
import { mergeVersions, noteKey, notesOfVersion, stillOpen } from './notes-of-versions.ts';

/** Reconciles every story whose head is not the newsroom's. Only when the pull has caught up. */
export function reconcileAll(context: CutContext): void {
  for (const story of context.store.stories.unreconciled()) {
    try {
      if (reconcile(context, story)) {
        const { revision } = context.workings.get(story);
        context.news.tell({ event: 'story.changed', payload: { story, revision } });
        context.news.tellListsSoon();
      }
    } catch (thrown) {
      // One damaged story must not keep the others from moving on.
      context.logger.error({ err: thrown, story }, 'a story could not be reconciled');
    }
  }
}

/** @returns whether the working article or its head changed */
function reconcile(context: CutContext, story: StoryId): boolean {
  const { store } = context;
  return commit(context, () => {
    const theirs = store.stories.get(story)?.remoteHead ?? null;
    // Its objects have not all come: the next pull asks again.
    if (theirs === null || !store.versions.isComplete(theirs)) return false;
    if (othersTextWaits(context, story)) return false;
    const before = store.stories.get(story)?.head ?? null;
    const isBehind = before === null || graphOf(store, story).comesFrom(theirs, before);
    const ours = cutStory(context, story, 'pause');
    if (ours === null || (isBehind && ours === before))
      return adopt(context, story, theirs, graphOf(store, story));
    const graph = graphOf(store, story);
    if (graph.comesFrom(ours, theirs)) return offerAgain(context, { story, ours, theirs });
    if (isOthersWork(context, graph, { ours, theirs })) return adopt(context, story, theirs, graph);
    return merge(context, { story, ours, theirs, graph });
  });
}

/**
 * After a restore the newsroom may lack a colleague's text that came here before. They send it again and merge it:
 * in their name nobody else can. Until then it is a version here.
 */
function isOthersWork(
  { session }: CutContext,
  graph: VersionGraph,
  { ours, theirs }: Omit<TwoHeads, 'story'>,
): boolean {
  return graph.between(theirs, ours).every(({ device }) => device !== session.device());
}

/** Unsent text of a colleague on this laptop waits for them: nobody merges or sends in their name. */
function othersTextWaits({ store, session }: CutContext, story: StoryId): boolean {
  const me = session.person()?.id;
  const journal = store.journal.entries(story).some((entry) => entry.person !== me);
  return journal || store.outbox.ofStory(story).some((entry) => entry.person !== me);
}

function adopt(context: CutContext, story: StoryId, head: VersionId, graph: VersionGraph): boolean {
  const article = versionArticle(context.store, head);
  replaceText(context, story, {
    article,
    head,
    notes: notesAfter(context, { story, head, graph }),
  });
  return true;
}

/**
 * The notes of a text that comes from elsewhere: those that its chain tells, the same on every laptop, and those of ours
 * that it had not seen: whoever changed their place can't have settled them.
 */
function notesAfter(
  { store, workings }: CutContext,
  {
    story,
    head,
    graph,
  }: { readonly story: StoryId; readonly head: VersionId; readonly graph: VersionGraph },
): PlacedNote[] {
  const before = workings.get(story).head;
  const told = before === null ? [] : notesOfVersion(store, graph, before);
  const toldKeys = new Set(told.map(noteKey));
  const there = notesOfVersion(store, graph, head);
  const unseen = stillOpen(told, { id: head, notes: there }, graph);
  // From two windows of this laptop: no chain tells it.
  const own = store.notes.ofStory(story).filter((note) => !toldKeys.has(noteKey(note)));
  const article = versionArticle(store, head);
  const all = [...[...own, ...unseen].flatMap((note) => moveNote(article, note)), ...there];
  return [...new Map(all.map((note) => [noteKey(note), note])).values()];
}

interface TwoHeads {
  readonly story: StoryId;
  readonly ours: VersionId;
  readonly theirs: VersionId;
}

/** Both moved on: a version with two parents. Both stay readable for ever. */
function merge(
  context: CutContext,
  { story, ours, theirs, graph }: TwoHeads & { readonly graph: VersionGraph },
): boolean {
  const { store } = context;
  const merged = mergeVersions(store, graph, [ours, theirs]);
  const content = contentHash(merged.article);
  // Everything of ours is in theirs already: two laptops that merge the same pair meet here.
  if (merged.notes.length === 0 && content === store.versions.get(theirs)?.content) {
    return adopt(context, story, theirs, graph);
  }
  const head = cutMerge(context, { story, ours, theirs }, merged.article);
  const notes = notesAfter(context, { story, head, graph: graphOf(store, story) });
  replaceText(context, story, { article: merged.article, head, notes });
  return true;
}

function graphOf(store: CutContext['store'], story: StoryId): VersionGraph {
  return versionGraph(store.versions.ofStory(story).map(({ version }) => version));
}

/**
 * Ours builds on theirs and the server has it, yet it is not the head: it came when this person had no right to edit.
 * Once they may edit again, it is offered as a version on top of the head.
 */
function offerAgain(context: CutContext, { story, ours, theirs }: TwoHeads): boolean {
  const { store, workings, session } = context;
  const version = store.versions.get(ours);
  if (!store.versions.isOnServer(ours) || version?.person !== session.person()?.id) return false;
  if (version?.content === store.versions.get(theirs)?.content) {
    replaceText(context, story, {
      article: workings.get(story).article,
      head: theirs,
      notes: store.notes.ofStory(story),
    });
    return true;
  }
  const may = permissionsOf(storyFacts(context, story));
  if (!may.edit.allowed && !may['edit-photos'].allowed) return false;
  const { article } = workings.get(story);
  const head = cutMerge(context, { story, ours, theirs }, article);
  replaceText(context, story, { article, head, notes: store.notes.ofStory(story) });
  return true;
}

function cutMerge(
  context: CutContext,
  { story, ours, theirs }: TwoHeads,
  article: Article,
): VersionId {
  const { session, clock } = context;
  const cut = cutVersion(article, {
    story,
    parents: [theirs, ours],
    person: session.requirePerson().id,
    device: session.device(),
    at: isoNow(clock),
    reason: 'merge',
  });
  storeOwnVersion(context, { ...cut, article });
  context.outboxGrew();
  return cut.version.id;
}

interface NewText {
  readonly article: Article;
  readonly head: VersionId;
  readonly notes: readonly PlacedNote[];
}

/** The working article becomes a text that did not come from the window. */
function replaceText(context: CutContext, story: StoryId, { article, head, notes }: NewText): void {
  const { store, workings, clock } = context;
  const before = workings.get(story);
  const content = contentHash(article);
  const isSame = content === before.content;
  const revision = isSame ? before.revision : before.revision + 1;
  if (!isSame && before.head !== null) store.marks.put(story, before.revision, before.head);
  const working = {
    article,
    content,
    head,
    revision,
    foreignRevision: isSame ? before.foreignRevision : revision,
  };
  const updatedAt = store.stories.get(story)?.record?.updatedAt ?? isoNow(clock);
  moveTo(context, story, working, updatedAt);
  store.notes.replace(story, uniqueNotes(openNotes(article, notes)));
}

function uniqueNotes(notes: readonly PlacedNote[]): PlacedNote[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}
