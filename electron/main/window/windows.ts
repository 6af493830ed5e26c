/** The workstation's windows: opened, found again, remembered with every move so that a crash loses no place. */
import path from 'node:path';
import { BrowserWindow, type WebContents } from 'electron';
import type { OwnWindow } from '#shared/contract/shell.ts';
import { readJsonFile, writeJsonFile } from '../json-file.ts';
import type { Log } from '../log.ts';
import type { CloseHandshake } from './close-handshake.ts';
import type { WindowState } from './window-state.ts';
import { openWorkbench, type WindowPlaces } from './window.ts';
import {
  besideWindow,
  freeName,
  windowsFileSchema,
  type RememberedWindow,
} from './windows-file.ts';

export interface Windows {
  /** Opens those that were open last, or the first one. */
  readonly restore: () => Promise<void>;
  /** A new one, as a person asks for it. @param story opened in it, or none. */
  readonly open: (story: string | null) => void;
  /** What a page may know of its own window; null for a page that is none of ours. */
  readonly own: (contents: WebContents) => OwnWindow | null;
  /** The page of this window has committed everything. */
  readonly finished: (contents: WebContents) => void;
  /** Brings the window used last to the front. */
  readonly toFront: () => void;
}

interface Opened extends OwnWindow {
  readonly window: BrowserWindow;
  readonly closing: CloseHandshake;
  fresh: boolean;
  story: string | null;
}

/** Moves come in bursts. */
const REMEMBER = 400;

export interface WindowsParts extends WindowPlaces {
  readonly log: Log;
  /** The program is ending: what is open now is what is to come back. */
  readonly isQuitting: () => boolean;
  readonly onOpened: (window: BrowserWindow) => void;
}

export function createWindows(parts: WindowsParts): Windows {
  const { shell, log, isQuitting, onOpened } = parts;
  const file = path.join(shell, 'windows.json');
  let opened: Opened[] = [];
  /** What was open when the end began is what comes back. */
  let frozen = false;
  let timer: NodeJS.Timeout | undefined;

  function openOne(name: string, state: WindowState | null, story: string | null, fresh: boolean) {
    const { window, closing } = openWorkbench(parts, state, log);
    const one: Opened = { window, closing, name, fresh, story };
    opened = [...opened, one];
    frozen = false;
    for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) {
      // One of Electron's overloads a call: the event's name is all that differs.
      window.on(event as 'resize', () => soon());
    }
    window.on('close', () => {
      // The last one stays remembered, and so do all of them when the program ends.
      if (!isQuitting() && opened.length > 1) return;
      remember();
      frozen = true;
    });
    window.on('closed', () => {
      opened = opened.filter((each) => each !== one);
      remember();
    });
    onOpened(window);
    soon();
  }

  const placesNow = (): readonly RememberedWindow[] =>
    opened
      .filter(({ window }) => !window.isDestroyed())
      .map(({ name, window }) => ({
        name,
        state: { ...window.getNormalBounds(), maximised: window.isMaximized() },
      }));

  function soon(): void {
    timer ??= setTimeout(remember, REMEMBER);
  }

  function remember(): void {
    clearTimeout(timer);
    timer = undefined;
    if (frozen) return;
    const windows = placesNow();
    writeJsonFile(file, { windows }).catch((error: unknown) =>
      log.warn({ err: error }, 'the places of the windows could not be remembered'),
    );
  }

  const find = (contents: WebContents): Opened | undefined =>
    opened.find(({ window }) => window.webContents === contents);

  return {
    restore: async () => {
      const before = await readJsonFile(file, windowsFileSchema);
      const windows = before?.windows ?? [];
      if (windows.length === 0) openOne(freeName([]), null, null, false);
      for (const { name, state } of windows) openOne(name, state, null, false);
    },
    open: (story) => {
      const front = BrowserWindow.getFocusedWindow() ?? opened.at(-1)?.window;
      const state =
        front === undefined || front.isDestroyed()
          ? null
          : besideWindow({ ...front.getNormalBounds(), maximised: false });
      openOne(freeName(opened.map(({ name }) => name)), state, story, true);
    },
    own: (contents) => {
      const one = find(contents);
      if (one === undefined) return null;
      const answer = { name: one.name, fresh: one.fresh, story: one.story };
      // A page that crashed and comes back finds its tabs, as any other.
      one.fresh = false;
      one.story = null;
      return answer;
    },
    finished: (contents) => find(contents)?.closing.finished(),
    toFront: () => {
      const window = BrowserWindow.getFocusedWindow() ?? opened.at(-1)?.window;
      if (window === undefined || window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.focus();
    },
  };
}
