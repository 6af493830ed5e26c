import type { App } from 'electron';
import type { Log } from './log.ts';
import { mayNavigate } from './policy/navigation-rules.ts';

/** SECURITY: one hook for every page that will ever exist: nothing leaves, nothing opens, nothing is embedded. */
export function forbidNavigation(app: Pick<App, 'on'>, log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    // `will-navigate` and `will-redirect` come for the main frame, `will-frame-navigate` for every frame.
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
      contents.on(event as 'will-redirect', (details) => {
        const { url, isMainFrame } = details;
        if (mayNavigate({ url, isMainFrame })) return;
        details.preventDefault();
        log.warn({ event, url: schemeOf(url) }, 'a navigation was refused');
      });
    }
    contents.setWindowOpenHandler(({ url }) => {
      log.warn({ url: schemeOf(url) }, 'a window was refused');
      return { action: 'deny' };
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** Addresses may name what a person reads: only the scheme goes to the log. */
function schemeOf(url: string): string {
  return url.slice(0, Math.max(0, url.indexOf(':')));
}
