import { useEffect, useRef, useState } from 'react';
import { createMarks } from '../../../editor/index.ts';
import { marksOf, reveal, ringFields, unringFields, type FoundPage } from './show-found.ts';
import type { Search } from './use-find.ts';

/** Marks what was found as long as the bar is open, and scrolls to the match that is looked at. */
export function useShowFound(page: () => FoundPage | null, search: Search): void {
  const [marks] = useState(() => ({
    all: createMarks('redaksi-find'),
    current: createMarks('redaksi-find-current'),
  }));

  useEffect(() => {
    const at = page();
    if (at === null) return;
    const current = search.found[search.at] ?? null;
    marks.all.show(marksOf(at, search.found));
    marks.current.show(current === null ? [] : marksOf(at, [current]));
    ringFields(at, search.found, current);
  }, [marks, page, search]);

  const { shown, found, at: index } = search;
  const revealed = useRef(0);
  useEffect(() => {
    const current = found[index];
    if (shown === revealed.current || current === undefined) return;
    revealed.current = shown;
    const at = page();
    if (at !== null) reveal(at, current);
  }, [found, index, page, shown]);

  useEffect(
    () => () => {
      marks.all.clear();
      marks.current.clear();
      const at = page();
      if (at !== null) unringFields(at.screen);
    },
    [marks, page],
  );
}
