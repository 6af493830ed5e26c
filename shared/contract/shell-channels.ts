/** Names of what travels between preload and main. Only those two use them; the page sees ShellBridge (shell.ts). */

/** Preload asks main. Main checks sender and input of each (electron/main/shell-calls.ts). */
export const SHELL_CALLS = {
  connectCore: 'shell.connect-core',
  admitPath: 'shell.admit-path',
  admitBytes: 'shell.admit-bytes',
  pickStory: 'shell.pick-story',
  admitStoryPath: 'shell.admit-story-path',
  admitStoryBytes: 'shell.admit-story-bytes',
  saveFile: 'shell.save-file',
  printStory: 'shell.print-story',
  openExternal: 'shell.open-external',
  readPreferences: 'shell.read-preferences',
  writePreferences: 'shell.write-preferences',
  finished: 'shell.finished',
  showMenu: 'shell.show-menu',
  ownWindow: 'shell.own-window',
  openWindow: 'shell.open-window',
} as const;
export type ShellCall = (typeof SHELL_CALLS)[keyof typeof SHELL_CALLS];

/** Main tells a window. */
export const SHELL_NEWS = {
  /** Brings the window's message port to core. */
  corePort: 'shell.core-port',
  coreGone: 'shell.core-gone',
  /** The window is about to close: finish, then say `finished`. */
  beforeClose: 'shell.before-close',
  menu: 'shell.menu',
  /** Somebody followed a link into the workstation: open that story. */
  openStory: 'shell.open-story',
} as const;
export type ShellNews = (typeof SHELL_NEWS)[keyof typeof SHELL_NEWS];

/** What a page may hand over as bytes (a pasted picture); a file from disk may be as large as a photo may be. */
export const PASTED_BYTES = 50_000_000;
