import { app, BrowserWindow, Menu } from 'electron';
import { SHELL_NEWS } from '#shared/contract/shell-channels.ts';
import type { Preferences } from '#shared/contract/shell.ts';
import { tellWindow } from './ipc.ts';
import { menuTemplate } from './menu.ts';

/** Puts the native menu up, in this language; its commands go to the window in front. */
export function useMenu(language: Preferences['language']): void {
  const template = menuTemplate({
    language,
    platform: process.platform,
    packaged: app.isPackaged,
    send: (command) => {
      const front = BrowserWindow.getFocusedWindow();
      if (front !== null) tellWindow(front.webContents, SHELL_NEWS.menu, command);
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
