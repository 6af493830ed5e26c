import { useCallback, useLayoutEffect, useRef } from 'react';

/** Chromium does it by itself since 123, without a layout for each field of each card. */
const BY_ITSELF = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

/** A text area as tall as its text: give the ref, and the value that it shows. */
export function useGrowingHeight(value: unknown): (element: HTMLTextAreaElement | null) => void {
  const area = useRef<HTMLTextAreaElement | null>(null);
  const fit = useCallback(() => {
    const element = area.current;
    if (element === null || BY_ITSELF) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
  }, []);
  useLayoutEffect(fit, [fit, value]);
  return useCallback(
    (element) => {
      area.current = element;
      if (element === null) return undefined;
      if (BY_ITSELF) {
        element.style.setProperty('field-sizing', 'content');
        // `rows` counts no more: an empty field still shows how much it asks for.
        if (element.rows > 1) element.style.minHeight = `calc(${element.rows}lh + 1em)`;
        return undefined;
      }
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
