import { use, useEffect, useRef } from 'react';
import { CommandScope } from '../../commands/index.ts';

/** What has the keys before the story: an open dialog, menu or list. */
const ABOVE = '[role="dialog"], [role="menu"], [role="listbox"] [role="option"]';

/** Escape leaves the field first, then the story. After everything else: whoever takes it, keeps it. */
export function useEscape(onLeave: () => void): void {
  const active = use(CommandScope);
  const latest = useRef(onLeave);
  useEffect(() => {
    latest.current = onLeave;
  });
  useEffect(() => {
    if (!active) return undefined;
    const onEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      if (document.querySelector(ABOVE) !== null) return;
      const at = document.activeElement;
      if (at instanceof HTMLElement && at !== document.body) at.blur();
      else latest.current();
    };
    window.addEventListener('keydown', onEscape);
    return () => window.removeEventListener('keydown', onEscape);
  }, [active]);
}
