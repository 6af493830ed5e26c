import { useCallback, useEffect, useRef, useState } from 'react';
import type { StoryListView } from '#shared/contract/core.ts';
import type { MenuCommand } from '#shared/contract/shell.ts';
import { storyIdSchema, type StoryId } from '#shared/domain/ids.ts';
import {
  keymapStore,
  listenForKeys,
  PLATFORM,
  registry,
  runCommand,
  useCommand,
  type CommandId,
} from '../commands/index.ts';
import { DeskScreen } from '../features/desk/index.ts';
import { SignInAgain, SignInScreen } from '../features/session/index.ts';
import { SettingsDialog, ShortcutsDialog } from '../features/settings/index.ts';
import { StoryScreen } from '../features/story/index.ts';
import { usePlatform, useSession } from '../newsroom/index.ts';
import { Rail } from './Rail.tsx';
import { StatusBar } from './StatusBar.tsx';
import styles from './Workstation.module.css';

type Dialog = 'settings' | 'shortcuts' | 'sign-in' | null;

const OF_MENU = {
  'new-story': 'story.new',
  search: 'desk.search',
  submit: 'story.submit',
  photo: 'insert.photo',
  settings: 'settings.open',
  shortcuts: 'shortcuts.open',
} as const satisfies Record<MenuCommand, CommandId>;

/** Sign-in, then the desk and one story at a time, with the status bar always there. */
export function Workstation() {
  const { shell } = usePlatform();
  const session = useSession();
  const [view, setView] = useState<StoryListView>('mine');
  const [story, setStory] = useState<StoryId | null>(null);
  const [last, setLast] = useState<StoryId | null>(null);
  const [dialog, setDialog] = useState<Dialog>(null);
  /** Why the last command that was asked for by key could not be done. */
  const [refused, setRefused] = useState('');
  const flush = useRef<(() => Promise<boolean>) | null>(null);

  const open = useCallback((next: StoryId) => {
    setLast(next);
    setStory(next);
  }, []);
  const back = useCallback(() => setStory(null), []);
  const onOpened = useCallback((commit: () => Promise<boolean>) => {
    flush.current = commit;
    return () => {
      flush.current = null;
    };
  }, []);

  const toDesk = useCallback(async (then: CommandId): Promise<void> => {
    // A story that is not on disk keeps its screen.
    if (flush.current !== null && !(await flush.current())) return;
    setStory(null);
    requestAnimationFrame(() => void runCommand(then));
  }, []);
  useCommand('story.new', () => void toDesk('story.new'), { fallback: true });
  useCommand('desk.search', () => void toDesk('desk.search'), { fallback: true });
  useCommand('settings.open', () => setDialog('settings'));
  useCommand('shortcuts.open', () => setDialog('shortcuts'));

  useEffect(() => {
    shell.onBeforeClose(async () => {
      // The window stays until every word is on disk; the story's banner says why.
      while (flush.current !== null && !(await flush.current())) {
        await new Promise((resolve) => void setTimeout(resolve, 300));
        if (document.querySelector('[data-saving="stale"]') !== null) return;
      }
    });
    shell.onMenu((command) => void runCommand(OF_MENU[command]));
    shell.onOpenStory?.((linked) => {
      const link = storyIdSchema.safeParse(linked);
      if (link.success) open(link.data);
    });
  }, [shell, open]);

  useEffect(
    () =>
      listenForKeys({
        registry,
        keymap: keymapStore.now,
        platform: PLATFORM,
        onRefused: (_id, refusal) => setRefused(refusal),
      }),
    [],
  );

  if (session.data === undefined) return <div className={styles.window} aria-busy="true" />;
  if (session.data.person === null) return <SignInScreen session={session.data} />;
  return (
    <div className={styles.window}>
      <div className={styles.content}>
        {story === null ? (
          <div className={styles.withRail}>
            <Rail view={view} onView={setView} onSettings={() => setDialog('settings')} />
            <DeskScreen key={view} view={view} last={last} onOpen={open} />
          </div>
        ) : (
          <StoryScreen key={story} story={story} onBack={back} onOpened={onOpened} />
        )}
      </div>
      <StatusBar onSignIn={() => setDialog('sign-in')} onShortcuts={() => setDialog('shortcuts')} />
      <span className="unseen" role="status">
        {refused}
      </span>
      {dialog === 'settings' && <SettingsDialog onClose={() => setDialog(null)} />}
      {dialog === 'shortcuts' && <ShortcutsDialog onClose={() => setDialog(null)} />}
      {dialog === 'sign-in' && (
        <SignInAgain session={session.data} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}
