import { isPreviewPage, isWorkbenchPage } from './origins.ts';
import { parseAddress } from './address.ts';

export interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
}

/**
 * SECURITY: where a frame may go. The window shows the workstation and nothing else, a frame inside it shows previews
 * and nothing else. Everything that is not named here is refused.
 */
export function mayNavigate({ url, isMainFrame }: Navigation): boolean {
  return isMainFrame ? isWorkbenchPage(url) : isPreviewPage(url);
}

/** SECURITY: schemes whose requests may leave a window at all. No http: the window has no network. */
const REQUEST_SCHEMES: readonly string[] = [
  'redaksi-app:',
  'redaksi-media:',
  'redaksi-preview:',
  'blob:',
  // The developer tools, which only an unpackaged build opens.
  'devtools:',
  'chrome-devtools:',
];

export function mayRequest(address: string): boolean {
  const url = parseAddress(address);
  return url !== null && REQUEST_SCHEMES.includes(url.protocol);
}
