import { protocol } from 'electron';
import { SCHEMES } from '#shared/contract/shell.ts';

/** Tells Chromium about our schemes; must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    // SECURITY: `standard` gives each a real origin; none bypasses the content policy, none may use service workers.
    {
      scheme: SCHEMES.app,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    { scheme: SCHEMES.media, privileges: { standard: true, secure: true } },
    { scheme: SCHEMES.preview, privileges: { standard: true, secure: true } },
  ]);
}
