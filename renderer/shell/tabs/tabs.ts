/** The stories that a window has open, and which of them are seen: pure, every function gives new tabs. */
import type { StoryId } from '#shared/domain/ids.ts';
import type { WindowSession } from '#shared/contract/workspace.ts';

export type Side = 'left' | 'right';

export interface Tabs {
  readonly tabs: readonly StoryId[];
  readonly left: StoryId | null;
  /** Beside it, in a split window. */
  readonly right: StoryId | null;
  /** Which half is in use. */
  readonly side: Side;
  /** The list of stories is seen, the open stories wait. */
  readonly desk: boolean;
  /** Last used first. */
  readonly recent: readonly StoryId[];
  /** Closed here, the last one first: they can be opened again. */
  readonly closed: readonly StoryId[];
}

export const NO_TABS: Tabs = {
  tabs: [],
  left: null,
  right: null,
  side: 'left',
  desk: true,
  recent: [],
  closed: [],
};
const REMEMBERED = 20;

/** The story that the writer is in; null at the desk. */
export function activeStory(tabs: Tabs): StoryId | null {
  if (tabs.desk) return null;
  return tabs.side === 'right' && tabs.right !== null ? tabs.right : tabs.left;
}

/** What is on the screen. */
export function shownStories(tabs: Tabs): readonly StoryId[] {
  return tabs.desk ? [] : [tabs.left, tabs.right].filter((story) => story !== null);
}

/** Shows a story, in a tab of its own: the one it has, else a new one behind the tab in use. */
export function openTab(tabs: Tabs, story: StoryId): Tabs {
  if (tabs.tabs.includes(story)) return selectTab(tabs, story);
  const at = tabs.tabs.indexOf(activeStory(tabs) ?? tabs.left ?? story);
  const place = at === -1 ? tabs.tabs.length : at + 1;
  const all = tabs.tabs.toSpliced(place, 0, story);
  return selectTab(
    { ...tabs, tabs: all, closed: tabs.closed.filter((each) => each !== story) },
    story,
  );
}

/** Goes to a tab: where it is seen already, else in the half that is in use. */
export function selectTab(tabs: Tabs, story: StoryId): Tabs {
  if (!tabs.tabs.includes(story)) return tabs;
  const recent = [story, ...tabs.recent.filter((each) => each !== story)].slice(0, REMEMBERED);
  const used = { ...tabs, recent, desk: false };
  if (tabs.left === story) return { ...used, side: 'left' };
  if (tabs.right === story) return { ...used, side: 'right' };
  return tabs.side === 'right' && tabs.right !== null
    ? { ...used, right: story }
    : { ...used, left: story, side: 'left' };
}

export function showDesk(tabs: Tabs): Tabs {
  return tabs.desk ? tabs : { ...tabs, desk: true };
}

/** The tab goes; the one used before it takes its place. */
export function closeTab(tabs: Tabs, story: StoryId): Tabs {
  if (!tabs.tabs.includes(story)) return tabs;
  const rest: Tabs = {
    ...tabs,
    tabs: tabs.tabs.filter((each) => each !== story),
    recent: tabs.recent.filter((each) => each !== story),
    closed: [story, ...tabs.closed.filter((each) => each !== story)].slice(0, REMEMBERED),
  };
  if (tabs.right === story) return { ...rest, right: null, side: 'left' };
  if (tabs.left !== story) return rest;
  if (tabs.right !== null) return { ...rest, left: tabs.right, right: null, side: 'left' };
  const at = tabs.tabs.indexOf(story);
  const next = rest.recent[0] ?? rest.tabs[Math.min(at, rest.tabs.length - 1)] ?? null;
  return next === null
    ? { ...rest, left: null, side: 'left', desk: true }
    : { ...rest, left: next, side: 'left' };
}

/** The tab so many further, round the end; from the desk, the one that was in use. */
export function stepTab(tabs: Tabs, step: number): Tabs {
  const { length } = tabs.tabs;
  if (length === 0) return tabs;
  const from = tabs.desk ? null : activeStory(tabs);
  if (from === null) return selectTab(tabs, tabs.left ?? tabs.tabs[0] ?? ('' as StoryId));
  const at = tabs.tabs.indexOf(from);
  const next = tabs.tabs[(at + step + length) % length];
  return next === undefined ? tabs : selectTab(tabs, next);
}

/** The first to eighth tab; `last` whatever the last one is. */
export function nthTab(tabs: Tabs, nth: number | 'last'): Tabs {
  const story = nth === 'last' ? tabs.tabs.at(-1) : tabs.tabs[nth - 1];
  return story === undefined ? tabs : selectTab(tabs, story);
}

/** Another place in the row; never past its ends. */
export function moveTab(tabs: Tabs, story: StoryId, to: number): Tabs {
  const at = tabs.tabs.indexOf(story);
  const place = Math.max(0, Math.min(to, tabs.tabs.length - 1));
  if (at === -1 || at === place) return tabs;
  return { ...tabs, tabs: tabs.tabs.toSpliced(at, 1).toSpliced(place, 0, story) };
}

export function reopenTab(tabs: Tabs): Tabs {
  const [story] = tabs.closed;
  return story === undefined ? tabs : openTab(tabs, story);
}

/** The story that a split would show beside the one in use; null while only one is open. */
export function besideOf(tabs: Tabs): StoryId | null {
  const active = activeStory(tabs);
  if (active === null) return null;
  return (
    tabs.recent.find((each) => each !== active && tabs.tabs.includes(each)) ??
    tabs.tabs.find((each) => each !== active) ??
    null
  );
}

/** Two stories side by side, or one again: the one in use stays. */
export function toggleSplit(tabs: Tabs): Tabs {
  const active = activeStory(tabs);
  if (active === null) return tabs;
  if (tabs.right !== null) return { ...tabs, left: active, right: null, side: 'left' };
  const beside = besideOf(tabs);
  return beside === null ? tabs : { ...tabs, left: active, right: beside, side: 'left' };
}

export function onSide(tabs: Tabs, side: Side): Tabs {
  if (tabs.desk || tabs.side === side || (side === 'right' && tabs.right === null)) return tabs;
  const story = side === 'right' ? tabs.right : tabs.left;
  return story === null ? tabs : selectTab(tabs, story);
}

/** The tabs that a window had. What does not fit together is left out. */
export function restoredTabs({ tabs, left, right, side, desk }: WindowSession): Tabs {
  const all = [...new Set(tabs.map(({ story }) => story))];
  const shown = left !== null && all.includes(left) ? left : (all[0] ?? null);
  const beside = right !== null && right !== shown && all.includes(right) ? right : null;
  const inUse = beside === null ? 'left' : side;
  const active = inUse === 'right' ? beside : shown;
  return {
    ...NO_TABS,
    tabs: all,
    left: shown,
    right: beside,
    side: inUse,
    desk: desk || shown === null,
    recent: active === null ? [] : [active],
  };
}
