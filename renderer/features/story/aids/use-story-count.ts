import { useEffect, useState } from 'react';
import type { Article } from '#shared/domain/article.ts';
import { createCounter, type StoryCount } from '#shared/domain/counting/count.ts';

/** A slice of counting is shorter than a frame. */
const SLICE_MS = 6;

/** The counts of a story, taken in slices between frames: opening or typing never waits for them. Null at first. */
export function useStoryCount(article: Article): StoryCount | null {
  const [counter] = useState(createCounter);
  const [count, setCount] = useState<StoryCount | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const goOn = (): void => {
      const start = performance.now();
      if (counter.prepare(article, () => performance.now() - start < SLICE_MS)) {
        setCount(counter.count(article));
      } else timer = setTimeout(goOn);
    };
    timer = setTimeout(goOn);
    return () => clearTimeout(timer);
  }, [article, counter]);
  return count;
}
