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

/**
 * SECURITY: the spelling worker, and nothing else, compiles WebAssembly: Hunspell. It shows nothing, reaches only the
 * program's own files, and gets words and gives words back. The page that starts it keeps its own policy.
 */
const SPELLING_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'connect-src': ["'self'"],
} as const satisfies Policy;

/** The worker's file as the build names it: Vite puts a hash behind the name of its source. */
const SPELLING_WORKER = /^\/assets\/spelling-worker-[\w-]+\.js$/;

/** The policy that a file of the window comes with. A worker runs by the policy of its own file, not of its page. */
export function policyOfFile(pathname: string): Policy {
  return SPELLING_WORKER.test(pathname) ? SPELLING_POLICY : WORKBENCH_POLICY;
}

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
