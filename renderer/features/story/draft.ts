/**
 * An open story: its text as typed, and its way to the disk. React sees snapshots; the rules of saving are in
 * saving.ts; who may do what comes from core with every view.
 */
import type { StoryView } from '#shared/contract/core.ts';
import { RedaksiError, type ErrorCode } from '#shared/contract/errors.ts';
import {
  withFurniture,
  type Article,
  type Block,
  type FurnitureFields,
  type PhotoUse,
} from '#shared/domain/article.ts';
import { changeBetween, isEmptyChange } from '#shared/domain/change.ts';
import type { PhotoUseId, StoryId } from '#shared/domain/ids.ts';
import { mergeArticles, type MergeNote } from '#shared/domain/merge/merge.ts';
import type { CoreClient } from '#shared/rpc/client.ts';
import { keepOnShelf, newShelf, withBlocks } from './photo-shelf.ts';
import { isCommitted, stepSaving, type Saving, type SavingEvent } from './saving.ts';
import { createHistory, type EditHints } from './undo/history.ts';
import type { ChangedPlace } from './undo/place.ts';

export interface DraftState {
  readonly view: StoryView;
  /** As typed; ahead of `view.article` until it is saved. */
  readonly article: Article;
  readonly saving: Saving;
  readonly savedAt: string | null;
  /** Rises when the body comes from outside the editor. */
  readonly outside: number;
  /** Where somebody else's words and ours met, in this window. */
  readonly notes: readonly MergeNote[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What undo or redo did; null: there was nothing. `place` null: all of it had been changed by others meanwhile. */
export type Turned = { readonly place: ChangedPlace | null } | null;

export interface Draft {
  readonly story: StoryId;
  readonly snapshot: () => DraftState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly changeFurniture: (fields: FurnitureFields) => void;
  /** The body as the editor has it now. */
  readonly setBlocks: (blocks: readonly Block[], hints?: EditHints) => void;
  readonly addPhotoUse: (use: PhotoUse) => void;
  readonly changePhotoUse: (
    id: PhotoUseId,
    fields: Partial<Omit<PhotoUse, 'id'>>,
    hints?: EditHints,
  ) => void;
  readonly removePhotoUse: (id: PhotoUseId) => void;
  /** From now on its block may go and the use stays, above the body. */
  readonly keepAsLead: (id: PhotoUseId) => void;
  readonly knowsPhoto: (id: PhotoUseId) => boolean;
  /** A whole other article, from outside the editor. */
  readonly replace: (article: Article) => void;
  /**
   * Everything that `change` does to the story, body and fields, is one step to undo. Changes of the body made through
   * the editor must be discrete: what comes after `change` has returned is a step of its own.
   */
  readonly step: (change: () => void) => void;
  /** Takes the newest step back, wherever in the story it was; what others put in since stays. */
  readonly undo: () => Turned;
  readonly redo: () => Turned;
  /** True when everything typed is on disk. */
  readonly flush: () => Promise<boolean>;
  /** Takes in what core says about the story. */
  readonly adopt: (view: StoryView) => void;
  readonly refresh: () => Promise<void>;
  /** Takes the pen back for this window. */
  readonly reopen: () => Promise<void>;
  /** Makes a version of what was typed since the last one: the writer goes elsewhere. */
  readonly cut: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Timers {
  readonly start: (run: () => void, ms: number) => unknown;
  readonly stop: (timer: unknown) => void;
  /** Milliseconds, for telling a pause from going on; any beginning. */
  readonly now: () => number;
}

export const browserTimers: Timers = {
  start: (run, ms) => setTimeout(run, ms),
  stop: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  now: () => performance.now(),
};

export async function openDraft(
  core: CoreClient,
  story: StoryId,
  timers: Timers = browserTimers,
): Promise<Draft> {
  return createDraft(core, await core.call('story.open', { story, forEditing: true }), timers);
}

export function createDraft(core: CoreClient, opened: StoryView, timers: Timers): Draft {
  const story = opened.summary.id;
  let state: DraftState = {
    view: opened,
    article: opened.article,
    saving: { phase: 'clean' },
    savedAt: null,
    outside: 0,
    notes: [],
    canUndo: false,
    canRedo: false,
  };
  /** What core has: the text that the next save builds on. */
  let base = opened.article;
  let timer: unknown;
  let dirtySinceCut = false;
  const shelf = newShelf(opened.article);
  const history = createHistory(timers.now);
  const toLead = new Set<PhotoUseId>();
  const listeners = new Set<() => void>();
  const waiting = new Set<() => void>();

  function set(next: Partial<DraftState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
    if (state.saving.phase === 'saving' || state.saving.phase === 'rebasing') return;
    for (const settled of waiting) settled();
    waiting.clear();
  }

  function happen(event: SavingEvent): void {
    const { state: saving, effects } = stepSaving(state.saving, event);
    if (saving !== state.saving) set({ saving });
    for (const effect of effects) {
      if (effect.do === 'save') void save();
      else if (effect.do === 'rebase') void rebase();
      else {
        timers.stop(timer);
        timer = timers.start(() => happen({ type: 'due' }), effect.ms);
      }
    }
  }

  async function save(): Promise<void> {
    const { article, view } = state;
    const change = changeBetween(base, article);
    if (isEmptyChange(change) || view.editing === null) {
      base = article;
      happen({ type: 'saved' });
      return;
    }
    try {
      const answer = await core.call('story.save', {
        story,
        editing: view.editing,
        revision: view.revision,
        change,
      });
      base = article;
      dirtySinceCut = true;
      const { revision, content, savedAt } = answer;
      const { seal, summary } = state.view;
      // Said at once, not when core is asked again: whoever edits sealed text must see it at the first key.
      const changedSinceSeal = seal !== null && seal.content !== content;
      set({
        view: {
          ...state.view,
          article,
          revision,
          content,
          summary: { ...summary, changedSinceSeal },
        },
        savedAt,
      });
      happen({ type: 'saved' });
    } catch (thrown) {
      happen({ type: 'failed', code: codeOf(thrown) });
    }
  }

  async function rebase(): Promise<void> {
    try {
      takeIn(await core.call('story.open', { story, forEditing: false }));
      happen({ type: 'rebased', dirty: state.article !== base });
    } catch (thrown) {
      const code = codeOf(thrown);
      happen({ type: 'failed', code: code === 'CONFLICT' ? 'INTERNAL' : code });
    }
  }

  /** Core's text becomes the base; what was typed here and is not saved stays on top of it. */
  function takeIn(view: StoryView): void {
    const typed = state.article !== base;
    const merged = typed
      ? mergeArticles({ base, ours: state.article, theirs: view.article })
      : { article: view.article, notes: [] };
    base = view.article;
    keepOnShelf(shelf, view.article.photoUses);
    set({
      view: { ...view, editing: view.editing ?? state.view.editing },
      article: merged.article,
      outside: state.outside + 1,
      notes: [...state.notes, ...merged.notes],
    });
  }

  function edit(article: Article, hints?: EditHints): void {
    if (article === state.article) return;
    keepOnShelf(shelf, article.photoUses);
    history.record(state.article, article, hints);
    set({ article, canUndo: history.canUndo(), canRedo: history.canRedo() });
    happen({ type: 'edited' });
  }

  function turn(towards: 'undo' | 'redo'): Turned {
    const turned = history[towards](state.article);
    if (turned === null) return null;
    const { article, place } = turned;
    keepOnShelf(shelf, article.photoUses);
    const changed = article !== state.article;
    set({
      article,
      canUndo: history.canUndo(),
      canRedo: history.canRedo(),
      // Fields show the article by themselves; the editor is told.
      outside: article.blocks === state.article.blocks ? state.outside : state.outside + 1,
    });
    if (changed) happen({ type: 'edited' });
    return { place };
  }

  const settled = (): Promise<void> => new Promise((resolve) => void waiting.add(resolve));

  async function flush(): Promise<boolean> {
    happen({ type: 'flush' });
    while (state.saving.phase === 'saving' || state.saving.phase === 'rebasing') await settled();
    if (state.saving.phase === 'gathering') return flush();
    return isCommitted(state.saving);
  }

  async function cutVersion(): Promise<void> {
    if (!(await flush()) || !dirtySinceCut) return;
    dirtySinceCut = false;
    await core.call('story.cut', { story, reason: 'leave' });
  }

  function adopt(view: StoryView): void {
    const newer = view.revision > state.view.revision;
    if (newer && isCommitted(state.saving)) {
      takeIn(view);
      return;
    }
    // While something is on its way, only the facts about the story are taken, never its text.
    const { article, revision, content, editing } = state.view;
    set({
      view: { ...view, article, revision, content, editing: view.editing ?? editing },
    });
    if (newer) happen({ type: 'edited' });
  }

  return {
    story,
    snapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    changeFurniture: (fields) => edit(withFurniture(state.article, fields)),
    setBlocks: (blocks, hints) => {
      const known = state.article.blocks;
      // A caret that moved, an empty line: the same blocks are no edit.
      if (blocks.length === known.length && blocks.every((block, at) => block === known[at]))
        return;
      edit(withBlocks(state.article, blocks, shelf, toLead), hints);
    },
    addPhotoUse: (use) => {
      shelf.set(use.id, use);
      edit({ ...state.article, photoUses: [...state.article.photoUses, use] });
    },
    changePhotoUse: (id, fields, hints) =>
      edit(
        {
          ...state.article,
          photoUses: state.article.photoUses.map((use) =>
            use.id === id ? { ...use, ...fields } : use,
          ),
        },
        hints,
      ),
    removePhotoUse: (id) =>
      edit({
        ...state.article,
        photoUses: state.article.photoUses.filter((use) => use.id !== id),
      }),
    keepAsLead: (id) => void toLead.add(id),
    knowsPhoto: (id) => shelf.has(id),
    replace: (article) => {
      edit(article, { apart: true });
      set({ outside: state.outside + 1 });
    },
    step: (change) => {
      const end = history.group();
      try {
        change();
      } finally {
        end();
      }
    },
    undo: () => turn('undo'),
    redo: () => turn('redo'),
    flush,
    adopt,
    refresh: async () => adopt(await core.call('story.open', { story, forEditing: false })),
    reopen: async () => {
      takeIn(await core.call('story.open', { story, forEditing: true }));
      happen({ type: 'reopened', dirty: state.article !== base });
    },
    cut: cutVersion,
    close: async () => {
      await cutVersion();
      timers.stop(timer);
    },
  };
}

function codeOf(thrown: unknown): ErrorCode {
  return thrown instanceof RedaksiError ? thrown.code : 'INTERNAL';
}
