import { useCallback, useEffect, useRef, useState } from 'react';
import { WINDOW_TABS, type WindowSession } from '#shared/contract/workspace.ts';
import { storyIdSchema, type StoryId } from '#shared/domain/ids.ts';
import type { OpenStories } from '../../features/story/index.ts';
import type { Platform } from '../../platform/index.ts';
import { NO_TABS, openTab, restoredTabs, type Tabs } from './tabs.ts';

const KEEP_MS = 600;

export interface UsedTabs {
  /** null until the last session is read. */
  readonly tabs: Tabs | null;
  readonly change: (change: (tabs: Tabs) => Tabs) => void;
  /** Titles of tabs whose story is not opened yet. */
  readonly titleOf: (story: StoryId) => string;
  /** Puts what is open on disk now. */
  readonly keep: () => Promise<void>;
}

/** The window's tabs: as they were last time, and kept with every change, so that a crash loses none. */
export function useTabs(platform: Platform, stories: OpenStories): UsedTabs {
  const { core, shell } = platform;
  const [tabs, setTabs] = useState<Tabs | null>(null);
  const latest = useRef<Tabs | null>(null);
  const name = useRef('main');
  const titles = useRef(new Map<StoryId, string>());
  const kept = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (latest.current === null) return;
    const session = sessionOf(latest.current, stories, titles.current);
    const text = JSON.stringify(session);
    if (text === kept.current) return;
    try {
      await core.call('window.set', { window: name.current, session });
      kept.current = text;
    } catch {
      // The next change keeps it; what is typed is safe in the drafts.
    }
  }, [core, stories]);

  const soon = useCallback((): void => {
    timer.current ??= setTimeout(() => void keep(), KEEP_MS);
  }, [keep]);

  const change = useCallback(
    (next: (tabs: Tabs) => Tabs): void => {
      const before = latest.current ?? NO_TABS;
      const after = next(before);
      if (after === before && latest.current !== null) return;
      latest.current = after;
      setTabs(after);
      soon();
    },
    [soon],
  );

  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const own = await shell.ownWindow?.();
      if (own !== undefined) name.current = own.name;
      const session =
        own?.fresh === true ? null : await core.call('window.get', { window: name.current });
      if (gone) return;
      for (const { story, title, place } of session?.tabs ?? []) {
        titles.current.set(story, title);
        if (place !== undefined) stories.setPlace(story, place);
      }
      const story = storyIdSchema.safeParse(own?.story);
      change(() => {
        const restored = session === null ? NO_TABS : restoredTabs(session);
        return story.success ? openTab(restored, story.data) : restored;
      });
    };
    read().catch(() => {
      if (!gone) change(() => NO_TABS);
    });
    const stop = stories.onPlaced(soon);
    return () => {
      gone = true;
      stop();
      clearTimeout(timer.current);
    };
  }, [change, core, shell, soon, stories]);

  const titleOf = useCallback((story: StoryId) => titles.current.get(story) ?? '', []);
  return { tabs, change, titleOf, keep };
}

function sessionOf(
  tabs: Tabs,
  stories: OpenStories,
  titles: ReadonlyMap<StoryId, string>,
): WindowSession {
  const { left, right, side, desk } = tabs;
  return {
    tabs: tabs.tabs.slice(0, WINDOW_TABS).map((story) => {
      const place = stories.place(story);
      const draft = stories.snapshot(story).draft;
      const title = draft?.snapshot().article.headline ?? titles.get(story) ?? '';
      return { story, title: title.slice(0, 1_000), ...(place !== undefined && { place }) };
    }),
    left,
    right,
    side,
    desk,
  };
}
