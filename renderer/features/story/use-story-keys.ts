import { useEffect, useRef } from 'react';

export interface StoryKeys {
  readonly onLeave: () => void;
  readonly onSubmit: () => void;
  readonly onSave: () => void;
  readonly onPaste: () => void;
}

/** What has the keys before the story: an open dialog, menu or list. */
const ABOVE = '[role="dialog"], [role="menu"], [role="listbox"] [role="option"]';

/** The shortcuts of an open story. */
export function useStoryKeys(keys: StoryKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const free = (): boolean => document.querySelector(ABOVE) === null;
    // Before the editor, which would make a new line of Ctrl+Enter.
    const onCommand = (event: KeyboardEvent): void => {
      if (event.isComposing || !(event.ctrlKey || event.metaKey) || !free()) return;
      const key = event.key.toLowerCase();
      if (key === 'enter') latest.current.onSubmit();
      else if (key === 's' && !event.shiftKey) latest.current.onSave();
      else if (key === 'v' && event.shiftKey) latest.current.onPaste();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // After everything else: Escape leaves the field first, then the story.
    const onEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !free()) return;
      const at = document.activeElement;
      if (at instanceof HTMLElement && at !== document.body) at.blur();
      else latest.current.onLeave();
    };
    window.addEventListener('keydown', onCommand, { capture: true });
    window.addEventListener('keydown', onEscape);
    return () => {
      window.removeEventListener('keydown', onCommand, { capture: true });
      window.removeEventListener('keydown', onEscape);
    };
  }, []);
}
