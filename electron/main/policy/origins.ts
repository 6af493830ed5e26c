/** Which addresses are ours. Compared as parsed URLs, never as text that merely begins right. */
import { SCHEMES } from '#shared/contract/shell.ts';
import { parseAddress } from './address.ts';

export const WORKBENCH_HOST = 'workbench';
export const WORKBENCH_URL = `${SCHEMES.app}://${WORKBENCH_HOST}/`;

/** True for a page of the workstation itself. */
export function isWorkbenchPage(address: string): boolean {
  const url = parseAddress(address);
  return (
    url !== null &&
    url.protocol === `${SCHEMES.app}:` &&
    url.host === WORKBENCH_HOST &&
    url.username === '' &&
    url.password === ''
  );
}

/** True for a page of a story, in a frame of the workstation. */
export function isPreviewPage(address: string): boolean {
  const url = parseAddress(address);
  return (
    url !== null &&
    url.protocol === `${SCHEMES.preview}:` &&
    (url.host === 'draft' || url.host === 'live')
  );
}
