import { use, useEffect, useState } from 'react';
import { CommandScope, useCommand } from '../../../commands/index.ts';
import './focus.css';

/** What has Escape before focus mode: an open dialog, menu or list, and the find bar. */
const ABOVE =
  '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"] [role="option"]';

export interface FocusMode {
  readonly on: boolean;
  readonly leave: () => void;
}

/** Everything but the text goes out of sight; Escape brings it back. */
export function useFocusMode(): FocusMode {
  const active = use(CommandScope);
  const [on, setOn] = useState(false);
  useCommand('view.focus', () => setOn((before) => !before), { checked: on });
  const showing = on && active;
  useEffect(() => {
    if (!showing) return undefined;
    const { dataset } = document.documentElement;
    dataset['focusMode'] = '';
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || event.keyCode === 229) return;
      const at = event.target instanceof Element ? event.target : null;
      if (document.querySelector(ABOVE) !== null || at?.closest('[role="search"]')) return;
      event.preventDefault();
      event.stopPropagation();
      setOn(false);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      delete dataset['focusMode'];
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [showing]);
  return { on: showing, leave: () => setOn(false) };
}
