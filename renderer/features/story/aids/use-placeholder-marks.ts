import { useEffect, useState, type RefObject } from 'react';
import { placeholdersOf } from '#shared/domain/typography/placeholders.ts';
import { createMarks, type ManuscriptHandle } from '../../../editor/index.ts';
import type { Draft } from '../draft.ts';
import { marksOf } from '../find/show-found.ts';
import { useCalmArticle } from './use-calm-article.ts';

/** Marks what is still to be filled in, when the writer pauses. */
export function usePlaceholderMarks(draft: Draft, body: RefObject<ManuscriptHandle | null>): void {
  const article = useCalmArticle(draft);
  const [marks] = useState(() => createMarks('redaksi-placeholder'));
  useEffect(() => {
    const found = placeholdersOf(article).map(({ placed, start, end }) => ({
      placed,
      match: { text: 0, start, end },
    }));
    const blocks = found.length === 0 ? undefined : body.current?.elements();
    if (blocks === undefined) marks.clear();
    else marks.show(marksOf({ screen: document.body, blocks }, found));
  }, [article, body, marks]);
  useEffect(() => marks.clear, [marks]);
}
