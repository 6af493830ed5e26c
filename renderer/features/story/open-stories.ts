/**
 * The stories that are open in this window: each with its draft, its history of undo and the writer's place, alive
 * from its first showing until its tab is closed, seen or not.
 */
import type { StoryPlace } from '#shared/contract/workspace.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { openDraft, type Draft } from './draft.ts';

/** News comes in bursts; one question answers them all. What is not seen can wait. */
const NEWS_MS = 60;
const UNSEEN_MS = 2_000;
const AFTER_SAVE_MS = 600;

export interface OpenedDraft {
  readonly draft: Draft | null;
  readonly failure: unknown;
}

const OPENING: OpenedDraft = { draft: null, failure: null };

interface Entry {
  opened: OpenedDraft;
  /** How many screens show it. */
  seen: number;
  gone: boolean;
  stop: () => void;
}

export interface OpenStories {
  /** The draft of a story; opening begins with the first question. */
  readonly snapshot: (story: StoryId) => OpenedDraft;
  /** Starts opening it, if it is not open; the answer is called when a screen shows it no more. */
  readonly show: (story: StoryId) => () => void;
  /** A draft was opened, failed or closed. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Commits and cuts a version; the story stays open. False: a word is not on disk. */
  readonly leave: (story: StoryId) => Promise<boolean>;
  /** The same, and the story is open no more; a text that is not on disk stays. */
  readonly close: (story: StoryId) => Promise<boolean>;
  /** Everything typed in every story. False while a word is not on disk. */
  readonly flushAll: () => Promise<boolean>;
  readonly place: (story: StoryId) => StoryPlace | undefined;
  readonly setPlace: (story: StoryId, place: StoryPlace) => void;
  /** Brings the writer to a place of a story that is seen: a field or a block. */
  readonly goTo: (story: StoryId, where: string) => void;
  /** The screen of a story says how to go to its places, until the answer is called. */
  readonly onGoTo: (story: StoryId, go: (where: string) => void) => () => void;
  /** A writer's place changed: worth remembering. */
  readonly onPlaced: (listener: () => void) => () => void;
  /** Ends them all, for a window that goes or a person who signs out. */
  readonly end: () => void;
}

export function createOpenStories(platform: Platform): OpenStories {
  const entries = new Map<StoryId, Entry>();
  const places = new Map<StoryId, StoryPlace>();
  const listeners = new Set<() => void>();
  const placed = new Set<() => void>();
  const screens = new Map<StoryId, (where: string) => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  function begin(story: StoryId): Entry {
    const entry: Entry = {
      opened: OPENING,
      seen: 0,
      gone: false,
      stop: () => undefined,
    };
    entries.set(story, entry);
    void load(story, entry);
    return entry;
  }

  async function load(story: StoryId, entry: Entry): Promise<void> {
    try {
      const draft = await openDraft(platform.core, story);
      if (entry.gone) {
        await draft.close();
        return;
      }
      entry.stop = follow(platform, draft, () => entry.seen > 0);
      entry.opened = { draft, failure: null };
    } catch (failure) {
      if (entry.gone) return;
      entry.opened = { draft: null, failure };
      // Core may have gone while it answered: when it is back, the story is asked for again.
      entry.stop = platform.onCoreRestart(() => {
        entry.stop();
        entry.opened = OPENING;
        tell();
        void load(story, entry);
      });
    }
    tell();
  }

  function forget(story: StoryId, entry: Entry): void {
    entry.gone = true;
    entry.stop();
    entries.delete(story);
    tell();
  }

  const committed = async (draft: Draft): Promise<boolean> =>
    // A window without the pen has nothing more to write: whoever took it has the text.
    (await draft.flush()) || draft.snapshot().saving.phase === 'stale';

  const drafts = (): readonly Draft[] =>
    [...entries.values()].flatMap(({ opened }) => (opened.draft === null ? [] : [opened.draft]));

  return {
    snapshot: (story) => entries.get(story)?.opened ?? OPENING,
    show: (story) => {
      const entry = entries.get(story) ?? begin(story);
      entry.seen += 1;
      if (entry.seen === 1) void entry.opened.draft?.refresh().catch(() => undefined);
      return () => {
        entry.seen -= 1;
      };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    leave: async (story) => {
      const draft = entries.get(story)?.opened.draft;
      if (draft === null || draft === undefined) return true;
      if (!(await committed(draft))) return false;
      void draft.cut().catch(() => undefined);
      return true;
    },
    close: async (story) => {
      const entry = entries.get(story);
      if (entry === undefined) return true;
      const { draft } = entry.opened;
      if (draft !== null && !(await committed(draft))) return false;
      forget(story, entry);
      places.delete(story);
      void draft?.close().catch(() => undefined);
      return true;
    },
    flushAll: async () => {
      const all = await Promise.all(drafts().map(committed));
      return all.every(Boolean);
    },
    place: (story) => places.get(story),
    setPlace: (story, place) => {
      places.set(story, place);
      for (const listener of placed) listener();
    },
    goTo: (story, where) => screens.get(story)?.(where),
    onGoTo: (story, go) => {
      screens.set(story, go);
      return () => {
        if (screens.get(story) === go) screens.delete(story);
      };
    },
    onPlaced: (listener) => {
      placed.add(listener);
      return () => void placed.delete(listener);
    },
    end: () => {
      for (const [story, entry] of entries) {
        const { draft } = entry.opened;
        forget(story, entry);
        void draft?.close().catch(() => undefined);
      }
    },
  };
}

/** Keeps a draft in step with core as long as it is open. */
function follow(platform: Platform, draft: Draft, isSeen: () => boolean): () => void {
  let again: ReturnType<typeof setTimeout> | undefined;
  const refresh = (ms: number): void => {
    clearTimeout(again);
    again = setTimeout(() => void draft.refresh().catch(() => undefined), ms);
  };
  let { savedAt } = draft.snapshot();
  const commit = (): void => void draft.flush();
  window.addEventListener('blur', commit);
  const stops = [
    // A save may change what is allowed (a hand-in, a new seal): ask once the writer pauses.
    draft.subscribe(() => {
      if (draft.snapshot().savedAt === savedAt) return;
      savedAt = draft.snapshot().savedAt;
      refresh(AFTER_SAVE_MS);
    }),
    platform.core.on('story.changed', (news) => {
      if (news.story === draft.story) refresh(isSeen() ? NEWS_MS : UNSEEN_MS);
    }),
    platform.core.on('sync.changed', () => {
      if (isSeen()) refresh(NEWS_MS);
    }),
    platform.onCoreRestart(() => void draft.reopen().catch(() => undefined)),
    () => window.removeEventListener('blur', commit),
    () => clearTimeout(again),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
