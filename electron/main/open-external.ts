import { shell } from 'electron';
import { externalLink } from './policy/external-links.ts';

/** Opens a published page in the system's browser. False when the address is not one to open. */
export async function openInBrowser(address: string): Promise<boolean> {
  const link = externalLink(address);
  if (link === null) return false;
  // SECURITY: the only place that hands anything to the system, and only what was decided above.
  await shell.openExternal(link);
  return true;
}
