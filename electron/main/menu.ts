/** The native menu, in the person's language. Its commands are the page's own; the page decides whether they fit. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, Preferences } from '#shared/contract/shell.ts';
import { MENU_WORDS } from './menu-words.ts';

export interface MenuOptions {
  readonly language: Preferences['language'];
  readonly platform: NodeJS.Platform;
  /** SECURITY: a packaged workstation has no developer tools, not even by a shortcut. */
  readonly packaged: boolean;
  readonly send: (command: MenuCommand) => void;
}

export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { language, platform, packaged, send } = options;
  const words = MENU_WORDS[language];
  const command = (
    label: string,
    accelerator: string,
    name: MenuCommand,
  ): MenuItemConstructorOptions => ({ label, accelerator, click: () => send(name) });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const developerTools: MenuItemConstructorOptions[] = packaged
    ? []
    : [line, { role: 'toggleDevTools', label: words.developerTools }];

  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: words.file,
      submenu: [
        command(words.newStory, 'CmdOrCtrl+N', 'new-story'),
        command(words.addPhoto, 'CmdOrCtrl+Shift+P', 'photo'),
        command(words.submit, 'CmdOrCtrl+Enter', 'submit'),
        line,
        command(words.settings, 'CmdOrCtrl+,', 'settings'),
        line,
        platform === 'darwin'
          ? { role: 'close', label: words.close }
          : { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        line,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'pasteAndMatchStyle', label: words.pasteText },
        { role: 'selectAll', label: words.selectAll },
        line,
        command(words.search, 'CmdOrCtrl+K', 'search'),
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.larger },
        { role: 'zoomOut', label: words.smaller },
        { role: 'resetZoom', label: words.normalSize },
        line,
        { role: 'togglefullscreen', label: words.fullScreen },
        ...developerTools,
      ],
    },
    {
      label: words.window,
      submenu: [
        { role: 'minimize', label: words.minimise },
        { role: 'close', label: words.close },
      ],
    },
    {
      label: words.help,
      role: 'help',
      submenu: [command(words.shortcuts, 'CmdOrCtrl+/', 'shortcuts')],
    },
  ];
}
