import { useEffect, useState } from 'react';
import type { StoryId } from '#shared/domain/ids.ts';
import { usePlatform } from '../../newsroom/index.ts';
import { openDraft, type Draft } from './draft.ts';

/** News comes in bursts; one question answers them all. */
const NEWS_MS = 60;
const AFTER_SAVE_MS = 600;

export interface OpenedDraft {
  readonly draft: Draft | null;
  readonly failure: unknown;
}

/** Opens a story for as long as the screen shows it; leaving commits what was typed and cuts a version. */
export function useOpenDraft(story: StoryId): OpenedDraft {
  const platform = usePlatform();
  const [opened, setOpened] = useState<OpenedDraft>({ draft: null, failure: null });
  useEffect(() => {
    let gone = false;
    let draft: Draft | null = null;
    const stops: (() => void)[] = [];
    openDraft(platform.core, story)
      .then((fresh) => {
        if (gone) return fresh.close();
        draft = fresh;
        let again: ReturnType<typeof setTimeout> | undefined;
        const refresh = (ms: number): void => {
          clearTimeout(again);
          again = setTimeout(() => void fresh.refresh().catch(() => undefined), ms);
        };
        let savedAt = fresh.snapshot().savedAt;
        stops.push(
          // A save may change what is allowed (a hand-in, a new seal): ask once the writer pauses.
          fresh.subscribe(() => {
            if (fresh.snapshot().savedAt === savedAt) return;
            savedAt = fresh.snapshot().savedAt;
            refresh(AFTER_SAVE_MS);
          }),
          platform.core.on('story.changed', (news) => {
            if (news.story === story) refresh(NEWS_MS);
          }),
          platform.core.on('sync.changed', () => refresh(NEWS_MS)),
          platform.onCoreRestart(() => void fresh.reopen().catch(() => undefined)),
          () => clearTimeout(again),
        );
        setOpened({ draft: fresh, failure: null });
        return undefined;
      })
      .catch((failure: unknown) => {
        if (!gone) setOpened({ draft: null, failure });
      });
    const commit = (): void => void draft?.flush();
    window.addEventListener('blur', commit);
    return () => {
      gone = true;
      window.removeEventListener('blur', commit);
      for (const stop of stops) stop();
      void draft?.close().catch(() => undefined);
    };
  }, [platform, story]);
  return opened;
}
