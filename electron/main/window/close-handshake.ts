import type { BrowserWindow } from 'electron';
import { SHELL_NEWS } from '#shared/contract/shell-channels.ts';
import { tellWindow } from '../ipc.ts';

export interface CloseHandshake {
  /** The page has committed everything. */
  readonly finished: () => void;
}

/** How long a page may take to finish; what is typed is in core's journal long before. */
const PATIENCE = 4_000;

/** Lets the page finish before its window closes. A page that is dead or silent can't keep a window open. */
export function askBeforeClosing(
  window: BrowserWindow,
  milliseconds: number = PATIENCE,
): CloseHandshake {
  let state: 'open' | 'asked' | 'done' = 'open';
  let patience: NodeJS.Timeout | undefined;
  const done = (): void => {
    if (state !== 'asked') return;
    state = 'done';
    clearTimeout(patience);
    if (!window.isDestroyed()) window.close();
  };
  window.on('close', (event) => {
    if (state === 'done' || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (state === 'asked') return;
    state = 'asked';
    patience = setTimeout(done, milliseconds);
    tellWindow(window.webContents, SHELL_NEWS.beforeClose);
  });
  return { finished: done };
}
