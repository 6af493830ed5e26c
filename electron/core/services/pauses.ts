/** A version is cut when a person pauses; typing again starts the wait anew. */
import type { StoryId } from '#shared/domain/ids.ts';
import { cutStory, type CutContext } from './cutting.ts';

/** Milliseconds without a save. */
const PAUSE = 5_000;

export interface Pauses {
  typed(story: StoryId): void;
  callOff(story: StoryId): void;
  /** After a start: what a crash left in the journal is cut at the next pause. */
  resume(): void;
  cutAll(): void;
}

export function createPauses(context: CutContext): Pauses {
  const { clock, store, logger } = context;
  const waiting = new Map<StoryId, () => void>();
  const callOff = (story: StoryId): void => {
    waiting.get(story)?.();
    waiting.delete(story);
  };
  const cut = (story: StoryId): void => {
    waiting.delete(story);
    try {
      cutStory(context, story, 'pause');
    } catch (thrown) {
      // The journal holds every word: the next pause tries again.
      logger.error({ err: thrown, story }, 'a version could not be cut');
    }
  };
  const typed = (story: StoryId): void => {
    callOff(story);
    waiting.set(
      story,
      clock.after(PAUSE, () => cut(story)),
    );
  };
  return {
    typed,
    callOff,
    resume: () => {
      for (const story of store.journal.stories()) typed(story);
    },
    cutAll: () => {
      for (const story of waiting.keys()) callOff(story);
      for (const story of store.journal.stories()) cut(story);
    },
  };
}
