import { useEffect, useState } from 'react';
import type { Article } from '#shared/domain/article.ts';
import type { Draft } from '../draft.ts';

/** What follows from the text, and may wait until the writer pauses. */
const PAUSE_MS = 350;

/** The story's text as of the last pause: whoever reads only this costs nothing per key. */
export function useCalmArticle(draft: Draft): Article {
  const [article, setArticle] = useState(() => draft.snapshot().article);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = (): void => setArticle(draft.snapshot().article);
    const stop = draft.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(take, PAUSE_MS);
    });
    take();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [draft]);
  return article;
}
