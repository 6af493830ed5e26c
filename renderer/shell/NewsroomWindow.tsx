import { useEffect, useEffectEvent, useState } from 'react';
import type { Session, StoryListView } from '#shared/contract/core.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import { keymapStore, runCommand, useCommand, type CommandId } from '../commands/index.ts';
import { DeskScreen } from '../features/desk/index.ts';
import { SignInAgain } from '../features/session/index.ts';
import { SettingsDialog, ShortcutsDialog } from '../features/settings/index.ts';
import { FileOpening } from '../features/files/index.ts';
import {
  ArticleText,
  createOpenStories,
  fileInto,
  fileTarget,
  OpenStoriesContext,
} from '../features/story/index.ts';
import { usePlatform, useWorkspace } from '../newsroom/index.ts';
import { WordListCommand } from '../spelling/index.ts';
import type { Links } from './links.ts';
import { Palette } from './palette/Palette.tsx';
import { Rail } from './Rail.tsx';
import { StatusBar } from './StatusBar.tsx';
import {
  activeStory,
  closeTab,
  moveTab,
  onSide,
  openTab,
  selectTab,
  showDesk,
  shownStories,
} from './tabs/tabs.ts';
import { Panes } from './tabs/Panes.tsx';
import { TabStrip } from './tabs/TabStrip.tsx';
import { useTabCommands } from './tabs/use-tab-commands.ts';
import { useTabs } from './tabs/use-tabs.ts';
import styles from './Workstation.module.css';

type DialogName = 'palette' | 'settings' | 'shortcuts' | 'sign-in';

const NO_CHANGES = {};
const SYSTEM = { fallback: true, when: () => false } as const;

export interface NewsroomWindowProps {
  readonly session: Session;
  readonly links: Links;
  /** Tells the window how to finish before it closes. */
  readonly onFinish: (finish: () => Promise<void>) => () => void;
}

/** What a person who is signed in sees: the desk, and the stories that are open. */
export function NewsroomWindow({ session, links, onFinish }: NewsroomWindowProps) {
  const platform = usePlatform();
  const [stories] = useState(() => createOpenStories(platform));
  useEffect(() => () => stories.end(), [stories]);
  const { tabs, change, titleOf, keep } = useTabs(platform, stories);
  const [view, setView] = useState<StoryListView>('mine');
  const [last, setLast] = useState<StoryId | null>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);

  const open = (story: StoryId): void => {
    setLast(story);
    change((now) => openTab(now, story));
  };
  /** Commits the stories that are seen; a text that is not on disk keeps its screen. */
  const leaving = async (): Promise<boolean> => {
    const shown = tabs === null ? [] : shownStories(tabs);
    const left = await Promise.all(shown.map((story) => stories.leave(story)));
    return left.every(Boolean);
  };
  const select = (story: StoryId): void => {
    setLast(story);
    change((now) => selectTab(now, story));
  };
  const close = async (story: StoryId): Promise<void> => {
    if (await stories.close(story)) change((now) => closeTab(now, story));
    // Its banner says why it is not on disk.
    else select(story);
  };
  const toDesk = async (then?: CommandId): Promise<void> => {
    if (!(await leaving())) return;
    change(showDesk);
    if (then !== undefined) requestAnimationFrame(() => void runCommand(then));
  };
  useCommand('story.new', () => void toDesk('story.new'), { fallback: true });
  useCommand('desk.search', () => void toDesk('desk.search'), { fallback: true });
  // The system's own undo, for a field that belongs to no story; its keys the field takes itself.
  useCommand('edit.undo', () => void document.execCommand('undo'), SYSTEM);
  useCommand('edit.redo', () => void document.execCommand('redo'), SYSTEM);
  useCommand('palette.open', () => setDialog('palette'));
  useCommand('settings.open', () => setDialog('settings'));
  useCommand('shortcuts.open', () => setDialog('shortcuts'));
  useTabCommands({
    tabs,
    stories,
    change,
    onClose: (story) => void close(story),
    onDesk: () => void toDesk(),
  });

  const followLink = useEffectEvent(open);
  const ready = tabs !== null;
  useEffect(() => (ready ? links.listen((story) => followLink(story)) : undefined), [links, ready]);
  useEffect(
    () =>
      onFinish(async () => {
        // The window stays until every word is on disk; the story's banner says why.
        while (!(await stories.flushAll())) {
          await new Promise((resolve) => void setTimeout(resolve, 300));
        }
        await keep();
      }),
    [keep, onFinish, stories],
  );

  const { workspace } = useWorkspace();
  useEffect(() => keymapStore.remap(workspace.shortcuts ?? NO_CHANGES), [workspace.shortcuts]);

  if (tabs === null) return <div className={styles.window} aria-busy="true" />;
  const active = activeStory(tabs);
  return (
    <OpenStoriesContext value={stories}>
      <div className={styles.window}>
        {tabs.tabs.length > 0 && (
          <TabStrip
            tabs={tabs}
            stories={stories}
            titleOf={titleOf}
            onSelect={select}
            onClose={(story) => void close(story)}
            onMove={(story, to) => change((now) => moveTab(now, story, to))}
            onDesk={() => void toDesk()}
            onSplit={() => void runCommand('split.toggle')}
          />
        )}
        <div className={styles.content}>
          {tabs.desk ? (
            <div className={styles.withRail}>
              <Rail view={view} onView={setView} onSettings={() => setDialog('settings')} />
              <DeskScreen key={view} view={view} last={last} onOpen={open} />
            </div>
          ) : (
            <Panes
              tabs={tabs}
              onSide={(side) => change((now) => onSide(now, side))}
              onBack={() => void toDesk()}
              onClose={(story) => void close(story)}
            />
          )}
        </div>
        <StatusBar
          onSignIn={() => setDialog('sign-in')}
          onShortcuts={() => setDialog('shortcuts')}
        />
        <WordListCommand />
        <FileOpening
          findTarget={() => fileTarget(active === null ? null : stories.snapshot(active).draft)}
          fileInto={fileInto}
          paper={ArticleText}
          onMade={open}
        />
        {dialog === 'palette' && (
          <Palette
            article={
              active === null ? null : (stories.snapshot(active).draft?.snapshot().article ?? null)
            }
            onGoTo={(where) => {
              if (active !== null) stories.goTo(active, where);
            }}
            onOpen={open}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog === 'settings' && <SettingsDialog onClose={() => setDialog(null)} />}
        {dialog === 'shortcuts' && <ShortcutsDialog onClose={() => setDialog(null)} />}
        {dialog === 'sign-in' && <SignInAgain session={session} onClose={() => setDialog(null)} />}
      </div>
    </OpenStoriesContext>
  );
}
