import { parseAddress } from './address.ts';

/**
 * The address that may be given to the system's browser, or null. SECURITY: decided by the parsed scheme alone; the
 * system would start other programs for other schemes.
 */
export function externalLink(address: string): string | null {
  if (address.length > 2_000) return null;
  const url = parseAddress(address);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  // A name before the host makes a hostile address look like a trusted one.
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  return url.href;
}
