import { useEffect, useState } from 'react';
import type { Draft } from './draft.ts';
import type { Saving } from './saving.ts';

/** Milliseconds without a key after which it is said that all is on disk: not after each of them. */
const CALM = 500;

/**
 * How it stands with saving, for people: while a person types it is said once that it is being saved. What goes wrong
 * is said at once. Without a draft there is nothing to save.
 */
export function useCalmPhase(draft: Draft | null): Saving['phase'] {
  const [phase, setPhase] = useState<Saving['phase']>(
    () => draft?.snapshot().saving.phase ?? 'clean',
  );
  useEffect(() => {
    if (draft === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      const { phase: now } = draft.snapshot().saving;
      if (now === 'clean') timer = setTimeout(() => setPhase(now), CALM);
      else setPhase(now === 'gathering' || now === 'rebasing' ? 'saving' : now);
    };
    look();
    const stop = draft.subscribe(look);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [draft]);
  return phase;
}
