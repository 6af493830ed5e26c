import type { App, Session } from 'electron';
import type { Log } from './log.ts';
import { mayRequest } from './policy/navigation-rules.ts';
import { mayUse } from './policy/permission-table.ts';

/** SECURITY: every session, also one that nobody meant to make, gets the whole policy. */
export function guardSessions(app: Pick<App, 'on'>, log: Log): void {
  app.on('session-created', (session) => guardSession(session, log));
}

export function guardSession(session: Session, log: Pick<Log, 'warn'>): void {
  // SECURITY: both handlers: a request asks for something new, a check reads what is already granted.
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const allowed = mayUse({
      permission,
      from: details.requestingUrl,
      isMainFrame: details.isMainFrame,
    });
    if (!allowed) log.warn({ permission }, 'a permission was refused');
    callback(allowed);
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    mayUse({
      permission,
      from: details.requestingUrl ?? requestingOrigin,
      isMainFrame: details.isMainFrame,
    }),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.setSpellCheckerEnabled(false);
  // SECURITY: no request leaves a window but to our own protocols.
  session.webRequest.onBeforeRequest((details, callback) => {
    const cancel = !mayRequest(details.url);
    if (cancel) log.warn({ kind: details.resourceType }, 'a request was refused');
    callback({ cancel });
  });
  session.on('will-download', (event) => event.preventDefault());
}
