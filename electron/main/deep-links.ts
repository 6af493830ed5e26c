/** Links into the workstation: the first one may come before any window is there to take it. */
import type { App, BrowserWindow } from 'electron';
import { SHELL_NEWS } from '#shared/contract/shell-channels.ts';
import { tellWindow } from './ipc.ts';
import { deepLinkIn, parseDeepLink, type DeepLink } from './policy/deep-link.ts';

export interface DeepLinks {
  /** The page is there: it gets what waits, and every later link. */
  deliverTo(window: BrowserWindow): void;
  /** A second start of the program handed its arguments over. */
  follow(argv: readonly string[]): void;
}

export function listenForDeepLinks(app: Pick<App, 'on'>, argv: readonly string[]): DeepLinks {
  let waiting: DeepLink | null = deepLinkIn(argv);
  /** The one used last is the last. */
  let windows: readonly BrowserWindow[] = [];
  const take = (link: DeepLink | null): void => {
    if (link === null) return;
    const window = windows.findLast((each) => !each.isDestroyed());
    if (window === undefined) waiting = link;
    else tellWindow(window.webContents, SHELL_NEWS.openStory, link.story);
  };
  // macOS hands links over as events.
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take(parseDeepLink(url));
  });
  return {
    deliverTo: (opened) => {
      opened.webContents.once('did-finish-load', () => {
        const use = (): void => {
          windows = [...windows.filter((each) => each !== opened && !each.isDestroyed()), opened];
        };
        use();
        opened.on('focus', use);
        take(waiting);
        waiting = null;
      });
    },
    follow: (arguments_) => take(deepLinkIn(arguments_)),
  };
}
