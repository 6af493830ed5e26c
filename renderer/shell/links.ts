/** Links into the window on their way to whoever can open a story: the first may come before anybody is signed in. */
import type { StoryId } from '#shared/domain/ids.ts';

export interface Links {
  readonly follow: (story: StoryId) => void;
  /** Takes what waits, and every later link, until the answer is called. */
  readonly listen: (open: (story: StoryId) => void) => () => void;
}

export function createLinks(): Links {
  let waiting: StoryId | null = null;
  let listener: ((story: StoryId) => void) | null = null;
  return {
    follow: (story) => {
      if (listener === null) waiting = story;
      else listener(story);
    },
    listen: (open) => {
      listener = open;
      if (waiting !== null) open(waiting);
      waiting = null;
      return () => {
        if (listener === open) listener = null;
      };
    },
  };
}
