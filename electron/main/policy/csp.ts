/** The content policies that our protocols send as headers. One table; the tests read it whole. */
import { SCHEMES } from '#shared/contract/shell.ts';

type Policy = Readonly<Record<string, readonly string[]>>;

const { app, media, preview } = SCHEMES;

/**
 * SECURITY: the workstation's page. No inline code, no eval, no network: sync runs in core.
 * Trusted types are off because Lexical reads a pasted page with DOMParser, which they forbid; a parsed document runs
 * nothing, and `script-src 'self'` stops what would be inserted.
 */
export const WORKBENCH_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'blob:', `${media}:`],
  'font-src': ["'self'"],
  'worker-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-src': [`${preview}:`],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
} as const satisfies Policy;

/** SECURITY: any page of a story is shown without scripts and in an origin of its own (`sandbox` with no allowance). */
const PREVIEW_BASE = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': [`${app}:`],
  sandbox: [],
} as const satisfies Policy;

/** A draft's page, rendered on this laptop: photos by hash, and exactly the style sheets that our renderer wrote. */
export function draftPolicy(styleHashes: readonly string[]): Policy {
  const styles = styleHashes.map((hash) => `'sha256-${hash}'`);
  return {
    ...PREVIEW_BASE,
    'img-src': [`${media}:`],
    'style-src': styles.length > 0 ? styles : ["'none'"],
  };
}

/** A published page: everything it shows comes through the preview protocol, so from the newsroom's server. */
export const LIVE_POLICY: Policy = {
  ...PREVIEW_BASE,
  'img-src': [`${preview}:`],
  'style-src': [`${preview}:`],
  'font-src': [`${preview}:`],
};

/** A policy as the value of its header. */
export function policyHeader(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}
