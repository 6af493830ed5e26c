import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { StorySummary } from '#shared/contract/core.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import { useWords } from '../../i18n/index.ts';
import { StoryRow } from './StoryRow.tsx';
import styles from './StoryList.module.css';

const ROW = 84;

/** What a key does in the list: the arrows, and vi's letters for those who are used to them. */
const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  j: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  k: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, count) => count - 1,
  PageDown: (at, count) => Math.min(at + 7, count - 1),
  PageUp: (at) => Math.max(at - 7, 0),
};

/** A long list of stories; only what is seen is drawn. One tab stop; the arrows move inside. */
export function StoryList({
  stories,
  last,
  query,
  onOpen,
  ref,
}: {
  readonly stories: readonly StorySummary[];
  readonly last: StoryId | null;
  readonly query: string;
  readonly onOpen: (story: StoryId) => void;
  readonly ref: Ref<HTMLDivElement | null>;
}) {
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => scroller.current as HTMLDivElement, []);
  const [at, setAt] = useState<StoryId | null>(last);
  const index = Math.max(
    0,
    stories.findIndex((story) => story.id === at),
  );
  const rows = useVirtualizer({
    count: stories.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    getItemKey: (row) => stories[row]?.id ?? row,
  });

  // The list takes the keys as soon as it is there, unless somebody is writing elsewhere.
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (last !== null) rows.scrollToIndex(index, { align: 'auto' });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when the list comes back
  }, []);
  useEffect(() => {
    if (query !== '') setAt(stories[0]?.id ?? null);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new search starts at the top
  }, [query]);

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('desk.list')}
      aria-activedescendant={
        stories[index] === undefined ? undefined : `story-${stories[index].id}`
      }
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const step = STEPS[event.key];
        if (step !== undefined) {
          event.preventDefault();
          const next = step(index, stories.length);
          setAt(stories[next]?.id ?? null);
          rows.scrollToIndex(next, { align: 'auto' });
        } else if (event.key === 'Enter' && stories[index] !== undefined) {
          event.preventDefault();
          onOpen(stories[index].id);
        }
      }}
    >
      <div className={styles.all} style={{ height: rows.getTotalSize() }} role="presentation">
        {rows.getVirtualItems().map((row) => {
          const story = stories[row.index];
          if (story === undefined) return null;
          return (
            <div
              key={row.key}
              className={styles.place}
              style={{ height: row.size, transform: `translateY(${row.start}px)` }}
              role="presentation"
            >
              <StoryRow
                story={story}
                chosen={row.index === index}
                position={row.index + 1}
                count={stories.length}
                onOpen={() => onOpen(story.id)}
                onChoose={() => setAt(story.id)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
