/**
 * Marks over the text that are no part of it: CSS custom highlights, registered only for blocks near the screen. The
 * editor's nodes know nothing of them, so that they can't disturb typing, an input method or undo.
 */

import './highlights.css';

/** The stylesheet (highlights.css) has a look for each. */
export type HighlightName = 'redaksi-find' | 'redaksi-find-current' | 'redaksi-placeholder';

const PRIORITY: Readonly<Record<HighlightName, number>> = {
  'redaksi-placeholder': 0,
  'redaksi-find': 1,
  'redaksi-find-current': 2,
};

export interface Marked {
  readonly element: HTMLElement;
  /** Asked when the element comes near the screen. */
  readonly ranges: () => readonly Range[];
}

export interface Marks {
  /** Instead of what was marked before. */
  readonly show: (marked: readonly Marked[]) => void;
  readonly clear: () => void;
}

/** Blocks this near the screen are marked already, so that scrolling shows no unmarked text. */
const NEAR = '300px 0px';

function highlightNamed(name: HighlightName): Highlight {
  const there = CSS.highlights.get(name);
  if (there !== undefined) return there;
  const highlight = new Highlight();
  // The current match is one of all matches: it is painted over them.
  highlight.priority = PRIORITY[name];
  CSS.highlights.set(name, highlight);
  return highlight;
}

/** One part's marks of one kind; several parts (two stories side by side) may use the same name. */
export function createMarks(name: HighlightName): Marks {
  const mine = new Map<Element, readonly Range[]>();
  let wanted = new Map<Element, Marked>();
  let observer: IntersectionObserver | null = null;

  const unmark = (element: Element): void => {
    const highlight = highlightNamed(name);
    for (const range of mine.get(element) ?? []) highlight.delete(range);
    mine.delete(element);
  };
  const mark = (element: Element): void => {
    unmark(element);
    const ranges = wanted.get(element)?.ranges() ?? [];
    const highlight = highlightNamed(name);
    for (const range of ranges) highlight.add(range);
    mine.set(element, ranges);
  };
  const clear = (): void => {
    observer?.disconnect();
    observer = null;
    for (const element of mine.keys()) unmark(element);
    wanted = new Map();
  };
  return {
    show: (marked) => {
      clear();
      if (marked.length === 0) return;
      wanted = new Map(marked.map((each) => [each.element, each]));
      observer = new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) {
            if (isIntersecting) mark(target);
            else unmark(target);
          }
        },
        { rootMargin: NEAR },
      );
      for (const element of wanted.keys()) observer.observe(element);
    },
    clear,
  };
}
