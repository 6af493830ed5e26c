import type { StoryId } from '#shared/domain/ids.ts';
import { useCommand } from '../../commands/index.ts';
import type { OpenStories } from '../../features/story/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useShell } from '../../newsroom/index.ts';
import {
  activeStory,
  besideOf,
  moveTab,
  NO_TABS,
  nthTab,
  onSide,
  reopenTab,
  stepTab,
  toggleSplit,
  type Tabs,
} from './tabs.ts';

interface TabCommands {
  readonly tabs: Tabs | null;
  readonly stories: OpenStories;
  readonly change: (change: (tabs: Tabs) => Tabs) => void;
  readonly onClose: (story: StoryId) => void;
  readonly onDesk: () => void;
}

/** What the keys and menus do with tabs, the split and windows. */
export function useTabCommands(parts: TabCommands): void {
  const { stories, change, onClose, onDesk } = parts;
  const { t } = useWords();
  const shell = useShell();
  const tabs = parts.tabs ?? NO_TABS;
  const active = activeStory(tabs);
  const noTab = tabs.tabs.length === 0 ? t('tabs.none') : undefined;
  const noStory = active === null ? t('tabs.no-story') : undefined;
  const noSplit = tabs.right === null ? t('tabs.not-split') : undefined;
  const noWindows = shell.openWindow === undefined ? t('tabs.no-windows') : undefined;
  const at = active === null ? -1 : tabs.tabs.indexOf(active);
  const step = (by: number) => (): void => change((now) => stepTab(now, by));
  const move = (by: number) => (): void => {
    if (active !== null) change((now) => moveTab(now, active, at + by));
  };
  const nth = (n: number | 'last') => (): void => change((now) => nthTab(now, n));

  useCommand('go.desk', onDesk, { refusal: tabs.desk ? t('tabs.at-desk') : undefined });
  useCommand(
    'tab.close',
    () => {
      if (active !== null) onClose(active);
    },
    { refusal: noStory },
  );
  useCommand('tab.reopen', () => change(reopenTab), {
    refusal: tabs.closed.length === 0 ? t('tabs.none-closed') : undefined,
  });
  useCommand('tab.next', step(1), { refusal: noTab });
  useCommand('tab.previous', step(-1), { refusal: noTab });
  useCommand('tab.move-left', move(-1), { refusal: noStory });
  useCommand('tab.move-right', move(1), { refusal: noStory });
  useCommand('tab.1', nth(1), { refusal: noTab });
  useCommand('tab.2', nth(2), { refusal: noTab });
  useCommand('tab.3', nth(3), { refusal: noTab });
  useCommand('tab.4', nth(4), { refusal: noTab });
  useCommand('tab.5', nth(5), { refusal: noTab });
  useCommand('tab.6', nth(6), { refusal: noTab });
  useCommand('tab.7', nth(7), { refusal: noTab });
  useCommand('tab.8', nth(8), { refusal: noTab });
  useCommand('tab.last', nth('last'), { refusal: noTab });
  useCommand('split.toggle', () => change(toggleSplit), {
    checked: tabs.right !== null,
    refusal:
      noStory ?? (tabs.right === null && besideOf(tabs) === null ? t('tabs.one-only') : undefined),
  });
  useCommand(
    'split.other',
    () => {
      const other = tabs.side === 'left' ? 'right' : 'left';
      change((now) => onSide(now, other));
      focusHalf(other);
    },
    { refusal: noSplit },
  );
  useCommand('window.new', () => void shell.openWindow?.(null), { refusal: noWindows });
  useCommand(
    'tab.to-window',
    () => {
      if (active === null) return;
      // This window lets go first, so that the other one takes the pen without a fence between them.
      void stories.leave(active).then((left) => {
        if (!left) return;
        onClose(active);
        void shell.openWindow?.(active);
      });
    },
    { refusal: noWindows ?? noStory },
  );
}

/** The text of that half, else its first field. */
function focusHalf(side: 'left' | 'right'): void {
  const half = document.querySelector(`[data-pane="${side}"]`);
  const target =
    half?.querySelector<HTMLElement>('[contenteditable="true"]') ??
    half?.querySelector<HTMLElement>('input, textarea, button');
  target?.focus({ preventScroll: true });
}
