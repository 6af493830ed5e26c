import { useCallback, useLayoutEffect, useRef } from 'react';

/** A text area as tall as its text: give the ref, and the value that it shows. */
export function useGrowingHeight(value: unknown): (element: HTMLTextAreaElement | null) => void {
  const area = useRef<HTMLTextAreaElement | null>(null);
  const fit = useCallback(() => {
    const element = area.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
  }, []);
  useLayoutEffect(fit, [fit, value]);
  return useCallback(
    (element) => {
      area.current = element;
      if (element === null) return undefined;
      const watcher = new ResizeObserver(fit);
      watcher.observe(element.parentElement ?? element);
      fit();
      return () => {
        area.current = null;
        watcher.disconnect();
      };
    },
    [fit],
  );
}
