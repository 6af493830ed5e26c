/** The workstation's window. */
import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { readJsonFile, writeJsonFile } from '../json-file.ts';
import type { Log } from '../log.ts';
import { WORKBENCH_URL } from '../policy/origins.ts';
import { askBeforeClosing, type CloseHandshake } from './close-handshake.ts';
import { reloadAfterCrash } from './crash.ts';
import { windowOptions } from './window-options.ts';
import { openingState, windowStateSchema } from './window-state.ts';

export interface WorkbenchWindow {
  readonly window: BrowserWindow;
  readonly closing: CloseHandshake;
}

export interface WindowPlaces {
  /** The shell's folder: remembers where the window was. */
  readonly shell: string;
  readonly preload: string;
}

/** Longest wait for the first paint; then the window is shown as it is, so that a fault is seen. */
const PAINT_PATIENCE = 8_000;

export async function openWorkbench(
  { shell, preload }: WindowPlaces,
  log: Log,
): Promise<WorkbenchWindow> {
  const stateFile = path.join(shell, 'window.json');
  const saved = await readJsonFile(stateFile, windowStateSchema);
  const opening = openingState(
    saved,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow(
    windowOptions(opening, { preload, dark: nativeTheme.shouldUseDarkColors }),
  );
  if (opening.maximised) window.maximize();
  rememberState(window, stateFile, log);
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

function rememberState(window: BrowserWindow, file: string, log: Log): void {
  window.on('close', () => {
    const state = { ...window.getNormalBounds(), maximised: window.isMaximized() };
    writeJsonFile(file, state).catch((error: unknown) =>
      log.warn({ err: error }, 'the place of the window could not be remembered'),
    );
  });
}
