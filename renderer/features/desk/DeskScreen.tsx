import { FilePlus2, Search } from 'lucide-react';
import { useDeferredValue, useRef, useState } from 'react';
import type { StoryListView } from '#shared/contract/core.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import { useCommand } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { errorText, useStories } from '../../newsroom/index.ts';
import { Keys, Notice } from '../../ui/index.ts';
import { NewStory } from './NewStory.tsx';
import { NothingHere } from './NothingHere.tsx';
import { StoryList } from './StoryList.tsx';
import styles from './DeskScreen.module.css';

export interface DeskScreenProps {
  readonly view: StoryListView;
  readonly onOpen: (story: StoryId) => void;
  /** The story that was open last: the list comes back to it. */
  readonly last: StoryId | null;
}

/** The desk: the stories of one view, found, sorted by time, opened. */
export function DeskScreen({ view, onOpen, last }: DeskScreenProps) {
  const words = useWords();
  const { t } = words;
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  const { data, error, isPlaceholderData } = useStories(view, query);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useCommand('desk.search', () => {
    search.current?.focus();
    search.current?.select();
  });

  const stories = data?.stories ?? [];
  return (
    <main className={styles.desk} data-desk aria-label={t(`view.${view}`)}>
      <header className={styles.head}>
        <h1>{t(`view.${view}`)}</h1>
        <label className={styles.search}>
          <Search aria-hidden="true" />
          <input
            ref={search}
            type="search"
            aria-label={t('desk.search')}
            placeholder={t('desk.search')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                setTyped('');
                list.current?.focus();
              } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
                event.preventDefault();
                list.current?.focus();
              }
            }}
          />
          <Keys keys="/" />
        </label>
        <NewStory onMade={onOpen} icon={<FilePlus2 />} />
      </header>
      {error !== null && (
        <div className={styles.problem}>
          <Notice tone="bad">{errorText(words, error)}</Notice>
        </div>
      )}
      {data === undefined ? (
        <Skeleton />
      ) : stories.length === 0 && !isPlaceholderData ? (
        <NothingHere view={view} query={query} />
      ) : (
        <StoryList ref={list} stories={stories} last={last} query={query} onOpen={onOpen} />
      )}
      <span className="unseen" role="status">
        {data === undefined || query === '' ? '' : t('desk.found', { count: stories.length })}
      </span>
    </main>
  );
}

/** The list's shape before its stories: nothing jumps when they come. */
function Skeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div key={row} />
      ))}
    </div>
  );
}
