import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId, type StoryId } from '#shared/domain/ids.ts';
import {
  activeStory,
  besideOf,
  closeTab,
  moveTab,
  NO_TABS,
  nthTab,
  onSide,
  openTab,
  reopenTab,
  restoredTabs,
  selectTab,
  showDesk,
  shownStories,
  stepTab,
  toggleSplit,
  type Tabs,
} from './tabs.ts';

const [a, b, c] = [newId<StoryId>(), newId<StoryId>(), newId<StoryId>()] as const;
const three = [a, b, c].reduce(openTab, NO_TABS);

describe('the tabs of a window', () => {
  it('hold each story once, a new one behind the tab in use', () => {
    expect(three.tabs).toEqual([a, b, c]);
    expect(activeStory(three)).toBe(c);
    const fourth = newId<StoryId>();
    expect(openTab(selectTab(three, a), fourth).tabs).toEqual([a, fourth, b, c]);
    expect(openTab(three, a).tabs).toEqual([a, b, c]);
  });

  it('go to the tab that was used before when one is closed', () => {
    const used = selectTab(selectTab(three, a), c);
    const closed = closeTab(used, c);
    expect(activeStory(closed)).toBe(a);
    expect(activeStory(reopenTab(closed))).toBe(c);
  });

  it('show the desk when the last one is closed', () => {
    const none = [a, b, c].reduce(closeTab, three);
    expect(none.desk).toBe(true);
    expect(activeStory(none)).toBeNull();
    expect(shownStories(none)).toEqual([]);
  });

  it('stay open while the desk is shown, and come back where they were', () => {
    const desk = showDesk(selectTab(three, b));
    expect(desk.tabs).toHaveLength(3);
    expect(activeStory(desk)).toBeNull();
    expect(activeStory(stepTab(desk, 1))).toBe(b);
  });

  it('go round, to the nth and to the last', () => {
    expect(activeStory(stepTab(three, 1))).toBe(a);
    expect(activeStory(stepTab(selectTab(three, a), -1))).toBe(c);
    expect(activeStory(nthTab(three, 2))).toBe(b);
    expect(nthTab(three, 8)).toBe(three);
    expect(activeStory(nthTab(selectTab(three, a), 'last'))).toBe(c);
  });

  it('move along the row and never past its ends', () => {
    expect(moveTab(three, c, 0).tabs).toEqual([c, a, b]);
    expect(moveTab(three, a, 9).tabs).toEqual([b, c, a]);
    expect(moveTab(three, a, -1)).toBe(three);
  });
});

describe('a split window', () => {
  it('shows the story used before beside the one in use', () => {
    const split = toggleSplit(selectTab(three, a));
    expect(shownStories(split)).toEqual([a, c]);
    expect(activeStory(onSide(split, 'right'))).toBe(c);
  });

  it('opens a tab in the half that is in use, and goes to the other half when it is seen there', () => {
    const right = onSide(toggleSplit(selectTab(three, a)), 'right');
    expect(shownStories(selectTab(right, b))).toEqual([a, b]);
    expect(selectTab(right, a)).toMatchObject({ left: a, right: c, side: 'left' });
  });

  it('keeps the story in use when it becomes one again', () => {
    const right = onSide(toggleSplit(selectTab(three, a)), 'right');
    expect(shownStories(toggleSplit(right))).toEqual([c]);
  });

  it('needs a second story', () => {
    const one = openTab(NO_TABS, a);
    expect(besideOf(one)).toBeNull();
    expect(toggleSplit(one)).toBe(one);
  });

  it('becomes one when either half is closed', () => {
    const split = toggleSplit(selectTab(three, a));
    expect(shownStories(closeTab(split, a))).toEqual([c]);
    expect(shownStories(closeTab(split, c))).toEqual([a]);
  });
});

describe('whatever is done', () => {
  const does = fc.constantFrom<(tabs: Tabs, story: StoryId) => Tabs>(
    openTab,
    closeTab,
    selectTab,
    showDesk,
    reopenTab,
    toggleSplit,
    (tabs) => stepTab(tabs, 1),
    (tabs) => stepTab(tabs, -1),
    (tabs, story) => moveTab(tabs, story, 1),
    (tabs) => onSide(tabs, 'right'),
    (tabs) => onSide(tabs, 'left'),
  );

  it('no tab stands twice, what is seen is open, and two halves show two stories', () => {
    const stories = Array.from({ length: 5 }, () => newId<StoryId>());
    fc.assert(
      fc.property(fc.array(fc.tuple(does, fc.nat(4)), { maxLength: 40 }), (steps) => {
        let tabs = NO_TABS;
        for (const [step, at] of steps) {
          tabs = step(tabs, stories[at] ?? a);
          expect(new Set(tabs.tabs).size).toBe(tabs.tabs.length);
          const shown = shownStories(tabs);
          expect(new Set(shown).size).toBe(shown.length);
          for (const story of shown) expect(tabs.tabs).toContain(story);
          if (tabs.right === null) expect(tabs.side).toBe('left');
          if (!tabs.desk) expect(activeStory(tabs)).not.toBeNull();
          expect(tabs.closed.filter((story) => tabs.tabs.includes(story))).toEqual([]);
        }
        const again = restoredTabs({
          tabs: tabs.tabs.map((story) => ({ story, title: '' })),
          left: tabs.left,
          right: tabs.right,
          side: tabs.side,
          desk: tabs.desk,
        });
        expect(again.tabs).toEqual(tabs.tabs);
        expect(shownStories(again)).toEqual(shownStories(tabs));
        expect(activeStory(again)).toEqual(activeStory(tabs));
      }),
    );
  });

  it('a remembered window that does not fit together is mended', () => {
    const mended = restoredTabs({
      tabs: [{ story: a, title: 'A' }],
      left: b,
      right: a,
      side: 'right',
      desk: false,
    });
    expect(shownStories(mended)).toEqual([a]);
    expect(mended.side).toBe('left');
  });
});
