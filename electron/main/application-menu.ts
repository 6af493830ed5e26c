/** Keeps the native menu in step with the window in front. */
import { app, BrowserWindow, Menu, type WebContents } from 'electron';
import type { ShownMenu } from '#shared/contract/native-menu.ts';
import { SHELL_NEWS } from '#shared/contract/shell-channels.ts';
import type { Preferences } from '#shared/contract/shell.ts';
import { tellWindow } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { sameShape } from './menu-shape.ts';

export interface ApplicationMenu {
  /** A page tells what its menu is now. */
  readonly show: (contents: WebContents, menu: ShownMenu) => void;
  /** The language changed: the system's words are made anew; the page tells its own. */
  readonly languageChanged: () => void;
}

export function keepMenu(language: () => Preferences['language']): ApplicationMenu {
  const told = new Map<number, ShownMenu>();
  let front: WebContents | null = null;
  let up: ShownMenu | null = null;
  let menu: Menu | null = null;

  const build = (): void => {
    up = front === null ? null : (told.get(front.id) ?? null);
    menu = Menu.buildFromTemplate(
      menuTemplate({
        language: language(),
        platform: process.platform,
        packaged: app.isPackaged,
        shown: up,
        send: (pick) => {
          if (front !== null) tellWindow(front, SHELL_NEWS.menu, pick);
        },
      }),
    );
    Menu.setApplicationMenu(menu);
  };
  /** Only what can be done changed: the menu that is up learns it, without being made anew under somebody's pointer. */
  const update = (next: ShownMenu): void => {
    if (menu === null || up === null || !sameShape(up, next)) {
      build();
      return;
    }
    up = next;
    for (const { entries } of next.groups) {
      for (const { command, enabled, checked } of entries) {
        const item = menu.getMenuItemById(command);
        if (item === null) continue;
        if (item.enabled !== enabled) item.enabled = enabled;
        if (checked !== null && item.checked !== checked) item.checked = checked;
      }
    }
  };
  app.on('browser-window-focus', (_event, window) => {
    if (front === window.webContents) return;
    front = window.webContents;
    build();
  });
  app.on('web-contents-created', (_event, contents) => {
    const { id } = contents;
    contents.once('destroyed', () => {
      told.delete(id);
      if (front?.id !== id) return;
      front = BrowserWindow.getFocusedWindow()?.webContents ?? null;
      build();
    });
  });
  build();
  return {
    show: (contents, next) => {
      told.set(contents.id, next);
      // The first window tells its menu before it is shown and has the focus.
      front ??= contents;
      if (front.id === contents.id) update(next);
    },
    languageChanged: build,
  };
}
