import type { CoreEnvironment } from '#shared/contract/core-process.ts';

/** SECURITY: what core gets of the environment, by name. Neither NODE_OPTIONS nor Electron's own switches. */
const PASSED_ON = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'SystemRoot',
  'TEMP',
  'TMP',
  'TMPDIR',
  'LANG',
  'LC_ALL',
  'TZ',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  // A newsroom's own certificate authority.
  'NODE_EXTRA_CA_CERTS',
] as const;

export function coreEnvironment(
  from: Readonly<Record<string, string | undefined>>,
  own: CoreEnvironment,
): Readonly<Record<string, string>> {
  const passed: Record<string, string> = {};
  for (const name of PASSED_ON) {
    const value = from[name];
    if (value !== undefined) passed[name] = value;
  }
  return { ...passed, ...own };
}
