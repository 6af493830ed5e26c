import { Columns2, LayoutList, X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import type { StoryId } from '#shared/domain/ids.ts';
import { useCommandState, useShortcut } from '../../commands/index.ts';
import { useCalmPhase, type OpenStories } from '../../features/story/index.ts';
import { useWords } from '../../i18n/index.ts';
import { STATES } from '../../newsroom/index.ts';
import { classes, IconButton } from '../../ui/index.ts';
import { activeStory, shownStories, type Tabs } from './tabs.ts';
import styles from './TabStrip.module.css';

export interface TabStripProps {
  readonly tabs: Tabs;
  readonly stories: OpenStories;
  readonly titleOf: (story: StoryId) => string;
  readonly onSelect: (story: StoryId) => void;
  readonly onClose: (story: StoryId) => void;
  readonly onMove: (story: StoryId, to: number) => void;
  readonly onDesk: () => void;
  readonly onSplit: () => void;
}

/** The open stories in a row: where each stands, whether it is on disk, and which is in use. */
export function TabStrip(props: TabStripProps) {
  const { tabs, onDesk, onSplit } = props;
  const { t } = useWords();
  const row = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<StoryId | null>(null);
  const active = activeStory(tabs);
  const split = useCommandState('split.toggle');
  const splitKeys = useShortcut('split.toggle');
  const deskKeys = useShortcut('go.desk');

  const onKeys = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = [...(row.current?.querySelectorAll<HTMLElement>('[data-tab]') ?? [])];
    const at = all.indexOf(event.target as HTMLElement);
    all[(at + step + all.length) % all.length]?.focus();
    event.preventDefault();
  };
  return (
    <nav className={styles.strip} aria-label={t('tabs.name')} data-chrome>
      <button
        type="button"
        className={classes(styles.desk, tabs.desk && styles.current)}
        aria-current={tabs.desk ? 'page' : undefined}
        aria-keyshortcuts={deskKeys}
        onClick={onDesk}
      >
        <LayoutList aria-hidden="true" />
        {t('tabs.desk')}
      </button>
      {/* One stop for Tab; the arrows move along the row, Delete closes. */}
      <ul ref={row} className={styles.row}>
        {tabs.tabs.map((story, index) => (
          <StoryTab
            key={story}
            {...props}
            story={story}
            index={index}
            current={story === active}
            shown={shownStories(tabs).includes(story)}
            stop={story === (active ?? tabs.left ?? tabs.tabs[0])}
            dragged={dragged}
            onDragged={setDragged}
            onArrow={onKeys}
          />
        ))}
      </ul>
      <IconButton
        name={tabs.right === null ? t('tabs.split') : t('tabs.one')}
        icon={<Columns2 />}
        size="small"
        aria-pressed={tabs.right !== null}
        refusal={split.refusal}
        {...(splitKeys !== undefined && { shortcut: splitKeys })}
        onClick={onSplit}
      />
    </nav>
  );
}

interface StoryTabProps extends TabStripProps {
  readonly story: StoryId;
  readonly index: number;
  readonly current: boolean;
  readonly shown: boolean;
  /** The one that Tab stops at. */
  readonly stop: boolean;
  readonly dragged: StoryId | null;
  readonly onDragged: (story: StoryId | null) => void;
  readonly onArrow: (event: KeyboardEvent) => void;
}

function StoryTab(props: StoryTabProps) {
  const { story, index, current, shown, stop, dragged, onDragged } = props;
  const { onArrow, onSelect, onClose, onMove } = props;
  const { t } = useWords();
  const { title, state, saving } = useTabFacts(props.stories, story);
  const name = (title ?? props.titleOf(story)) || t('untitled');
  useWindowTitle(current ? name : null);
  return (
    <li
      className={classes(styles.tab, current && styles.current, shown && styles.shown)}
      data-dragged={dragged === story || undefined}
    >
      <button
        type="button"
        className={styles.title}
        data-tab={story}
        tabIndex={stop ? 0 : -1}
        aria-current={current ? 'page' : undefined}
        title={name}
        onClick={() => onSelect(story)}
        onKeyDown={(event) => {
          if (event.key === 'Delete') onClose(story);
          else onArrow(event);
        }}
        draggable
        onDragStart={(event) => {
          // No text goes along: a tab that is dropped into a story must not become words.
          event.dataTransfer.setData('application/x-redaksi-tab', story);
          event.dataTransfer.effectAllowed = 'move';
          onDragged(story);
        }}
        onDragOver={(event) => {
          if (dragged === null) return;
          event.preventDefault();
          if (dragged !== story) onMove(dragged, index);
        }}
        onDragEnd={() => onDragged(null)}
        onAuxClick={(event) => {
          if (event.button === 1) onClose(story);
        }}
      >
        {state !== null && (
          <span className={classes(styles.state, styles[STATES[state].tone])}>
            <span className="unseen">{t(STATES[state].name)}: </span>
          </span>
        )}
        <span className={styles.name}>{name}</span>
        {saving !== 'clean' && (
          <span className={classes(styles.unsaved, saving === 'failed' && styles.bad)}>
            <span className="unseen">{t('tabs.unsaved')}</span>
          </span>
        )}
      </button>
      <button
        type="button"
        className={styles.close}
        tabIndex={stop ? 0 : -1}
        aria-label={t('tabs.close', { title: name })}
        onClick={() => onClose(story)}
      >
        <X aria-hidden="true" />
      </button>
    </li>
  );
}

/** The window is called after the story in use: so the system's list of windows tells them apart. */
function useWindowTitle(name: string | null): void {
  useEffect(() => {
    if (name === null) return undefined;
    document.title = `${name} · Redaksi`;
    return () => {
      document.title = 'Redaksi';
    };
  }, [name]);
}

const nothing = (): (() => void) => () => undefined;

/** Of an open draft, as it is typed; nothing of a story that is not opened yet. */
function useTabFacts(stories: OpenStories, story: StoryId) {
  const { draft } = useSyncExternalStore(stories.subscribe, () => stories.snapshot(story));
  const subscribe = draft?.subscribe ?? nothing;
  const title = useSyncExternalStore(subscribe, () => draft?.snapshot().article.headline ?? null);
  const state = useSyncExternalStore(subscribe, () => draft?.snapshot().view.summary.state ?? null);
  const saving = useCalmPhase(draft);
  return { title, state, saving };
}
