import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import type { StoryId } from '#shared/domain/ids.ts';
import type { OpenedDraft, OpenStories } from './open-stories.ts';

/** The stories that this window has open; the shell makes and ends them. */
export const OpenStoriesContext = createContext<OpenStories | null>(null);

export function useOpenStories(): OpenStories {
  const stories = use(OpenStoriesContext);
  if (stories === null) throw new Error('useOpenStories outside OpenStoriesContext');
  return stories;
}

/** Opens a story, or finds it open: its draft outlives the screen, and ends with its tab. */
export function useOpenDraft(story: StoryId): OpenedDraft {
  const stories = useOpenStories();
  const opened = useSyncExternalStore(stories.subscribe, () => stories.snapshot(story));
  useEffect(() => stories.show(story), [stories, story]);
  return opened;
}
