/** `redaksi-app://workbench/`: the built window, and nothing else of the disk. */
import { readFile, realpath } from 'node:fs/promises';
import { policyHeader, policyOfFile } from '../policy/csp.ts';
import { appFile, isInside } from '../policy/app-files.ts';
import { answer, readsOnly, refuse } from './responses.ts';

const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
} as const;

export function serveApp(folder: string): (request: Request) => Promise<Response> {
  return readsOnly(async (url) => {
    const found = appFile(folder, url);
    if (found === null) return refuse(404);
    try {
      // SECURITY: a link inside the folder must not lead out of it.
      const real = await realpath(found.file);
      if (!isInside(await realpath(folder), real)) return refuse(404);
      return answer(await readFile(real), {
        ...HEADERS,
        'Content-Security-Policy': policyHeader(policyOfFile(found.pathname)),
        'Content-Type': found.mediaType,
      });
    } catch {
      return refuse(404);
    }
  });
}
