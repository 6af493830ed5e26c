/** Writing on this laptop: making a story, saving changes. An answer means: committed to disk. */
import type { CoreOutput, CoreParsedInput } from '#shared/contract/core.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import { emptyArticle, type Article } from '#shared/domain/article.ts';
import { applyChange, changeBetween, isEmptyChange } from '#shared/domain/change.ts';
import type { DeskId, StoryId } from '#shared/domain/ids.ts';
import { mergeArticles } from '#shared/domain/merge/merge.ts';
import { rolesAt } from '#shared/domain/roles.ts';
import { contentHash } from '#shared/domain/version.ts';
import { askWorkflow } from '#shared/domain/workflow.ts';
import { DEFAULT_TIME_ZONE } from '#shared/render/page.ts';
import { isoNow } from '../clock.ts';
import { commit } from '../context.ts';
import type { PlacedNote } from '../db/merge-notes.ts';
import { moveTo, type CutContext } from './cutting.ts';
import { firstArticle } from './first-furniture.ts';
import { openNotes, placeNotes } from './merge-places.ts';
import { keepAside, putAside } from './set-aside.ts';
import { versionArticle, type Working } from './workings.ts';

/** Makes a story with its furniture filled in. FORBIDDEN for who may not write at this desk; NOT_FOUND for no such desk. */
export function createStory(context: CutContext, deskId: DeskId): StoryId {
  const { store, session, clock } = context;
  const person = session.requirePerson();
  const desk = store.registers.desk(deskId);
  const site = desk === null ? null : store.registers.site(desk.site);
  if (desk === null || site === null) {
    throw new RedaksiError('NOT_FOUND', 'this laptop knows no such desk', { desk: deskId });
  }
  const answer = askWorkflow({
    state: 'draft',
    command: 'edit',
    roles: rolesAt(person, deskId),
    holds: new Set(['own-story']),
  });
  if (!answer.allowed) {
    throw new RedaksiError('FORBIDDEN', 'no right to write at this desk', {
      because: answer.because,
    });
  }
  const story = context.newId() as StoryId;
  const at = isoNow(clock);
  const article = firstArticle({ person, desk, site, year: yearOf(clock.now()) });
  const working: Working = {
    article,
    content: contentHash(article),
    head: null,
    revision: 1,
    foreignRevision: 1,
  };
  commit(context, () => {
    const { id: createdBy } = person;
    store.stories.add({
      id: story,
      desk: deskId,
      createdBy,
      at,
      working: { ...working, changedAt: at },
    });
    const change = changeBetween(emptyArticle(), article);
    store.journal.append(story, { revision: 1, at, person: createdBy, change });
    store.outbox.add({
      kind: 'story',
      ref: story,
      story,
      person: createdBy,
      body: JSON.stringify({ desk: deskId }),
    });
    moveTo(context, story, working, at);
  });
  context.outboxGrew();
  context.news.tellListsSoon();
  return story;
}

type Save = CoreParsedInput<'story.save'>;
type Saved = CoreOutput<'story.save'>;

/**
 * Commits a change. A window that no longer edits gets STALE_EDITOR, and its text is kept as a version. A window that
 * has not taken in a newer text is merged with it, block by block.
 */
export function saveStory(context: CutContext, save: Save): Saved {
  const { store, workings, clock, news } = context;
  const person = context.session.requirePerson();
  const row = store.stories.get(save.story);
  if (row === null) {
    throw new RedaksiError('NOT_FOUND', 'this laptop has no such story', { story: save.story });
  }
  // SECURITY: the fencing token; only the window that opened the story last writes to it.
  if (row.editing !== save.editing) {
    const version = keepAside(context, save);
    throw new RedaksiError(
      'STALE_EDITOR',
      'another window edits this story; this text is kept as a version',
      {
        version,
      },
    );
  }
  const working = workings.get(save.story);
  const step = nextText(context, save, working);
  if (!step.fits) {
    const version = keepAside(context, save);
    throw new RedaksiError('CONFLICT', `the change does not fit the story: ${step.problem}`, {
      version,
    });
  }
  const at = isoNow(clock);
  const change = changeBetween(working.article, step.article);
  workings.rememberWindow(save.story, { token: save.editing, article: step.inWindow });
  // Words that met a colleague's at the same place may stand in a merge note alone.
  if (isEmptyChange(change) && step.notes.length === 0) {
    return {
      revision: step.merged ? save.revision : working.revision,
      content: working.content,
      savedAt: at,
    };
  }
  const revision = working.revision + 1;
  const next: Working = {
    ...working,
    article: step.article,
    content: contentHash(step.article),
    revision,
    // The window does not have the merged text yet: its next saves are merged as well.
    foreignRevision: step.merged ? revision : working.foreignRevision,
  };
  commit(context, () => {
    store.journal.append(save.story, { revision, at, person: person.id, change });
    store.stories.putWorking(save.story, { ...next, changedAt: at });
    // A note is gone once it is settled; the window's own text stays readable in the history.
    if (step.notes.length > 0)
      putAside(context, { story: save.story, head: working.head, article: step.inWindow });
    const notes = store.notes.ofStory(save.story);
    const open = [...openNotes(next.article, notes), ...step.notes];
    if (open.length !== notes.length || step.notes.length > 0)
      store.notes.replace(save.story, open);
  });
  workings.remember(save.story, next);
  news.tellListsSoon();
  if (!step.merged) return { revision, content: next.content, savedAt: at };
  news.tell({ event: 'story.changed', payload: { story: save.story, revision } });
  return { revision: save.revision, content: next.content, savedAt: at };
}

type NextText =
  | {
      readonly fits: true;
      readonly article: Article;
      /** The text as the window has it now. */
      readonly inWindow: Article;
      readonly merged: boolean;
      readonly notes: readonly PlacedNote[];
    }
  | { readonly fits: false; readonly problem: string };

function nextText(context: CutContext, save: Save, working: Working): NextText {
  if (save.revision >= working.foreignRevision) {
    const applied = applyChange(working.article, save.change);
    if (!applied.ok) return { fits: false, problem: applied.problem };
    const { article } = applied;
    return { fits: true, article, inWindow: article, merged: false, notes: [] };
  }
  const base = windowBase(context, save, working);
  const applied = applyChange(base, save.change);
  if (!applied.ok) return { fits: false, problem: applied.problem };
  const { article, notes } = mergeArticles({
    base,
    ours: working.article,
    theirs: applied.article,
  });
  return {
    fits: true,
    article,
    inWindow: applied.article,
    merged: true,
    notes: placeNotes(article, notes),
  };
}

/** What the window had before this change. */
function windowBase({ store, workings }: CutContext, save: Save, working: Working): Article {
  const known = workings.windowText(save.story);
  if (known?.token === save.editing) return known.article;
  const mark = store.marks.baseOf(save.story, save.revision);
  return mark === null ? working.article : versionArticle(store, mark);
}

/** The year in the newsroom's own time zone, for the copyright line. */
function yearOf(now: number): number {
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: DEFAULT_TIME_ZONE });
  return Number(year.format(now));
}
