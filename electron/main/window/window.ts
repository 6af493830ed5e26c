/** One window of the workstation. */
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Log } from '../log.ts';
import { WORKBENCH_URL } from '../policy/origins.ts';
import { askBeforeClosing, type CloseHandshake } from './close-handshake.ts';
import { reloadAfterCrash } from './crash.ts';
import { windowOptions } from './window-options.ts';
import { openingState, type WindowState } from './window-state.ts';

export interface WorkbenchWindow {
  readonly window: BrowserWindow;
  readonly closing: CloseHandshake;
}

export interface WindowPlaces {
  /** The shell's folder: remembers which windows were open, and where. */
  readonly shell: string;
  readonly preload: string;
}

/** Longest wait for the first paint; then the window is shown as it is, so that a fault is seen. */
const PAINT_PATIENCE = 8_000;

/** @param saved where it was last, or where it is wanted; null: large, in the middle. */
export function openWorkbench(
  { preload }: WindowPlaces,
  saved: WindowState | null,
  log: Log,
): WorkbenchWindow {
  const opening = openingState(
    saved,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow(
    windowOptions(opening, { preload, dark: nativeTheme.shouldUseDarkColors }),
  );
  if (opening.maximised) window.maximize();
  reloadAfterCrash(window, log);
  const closing = askBeforeClosing(window);

  const show = (): void => {
    clearTimeout(late);
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  };
  const late = setTimeout(show, PAINT_PATIENCE);
  window.once('ready-to-show', show);
  window.once('closed', () => clearTimeout(late));
  window.loadURL(WORKBENCH_URL).catch((error: unknown) => {
    log.error({ err: error }, 'the window could not be loaded');
    show();
  });
  return { window, closing };
}
