/** What can go wrong between a laptop and the server, classified once, at the edge. */
import { ERROR_STATUS, wireErrorSchema, type WireError } from '#shared/contract/errors.ts';
import type { HttpResponse } from './http.ts';

export type Fault =
  /** No connection, or it broke. What was sent may or may not have been taken. */
  | { readonly kind: 'unreachable' }
  /** Something answered that is not our server: a captive portal, a proxy's page, another product. */
  | { readonly kind: 'stranger' }
  /** The token is unknown, expired or revoked. */
  | { readonly kind: 'signed-out'; readonly error: WireError }
  /** The server understood and said no: asking again gives the same. */
  | { readonly kind: 'refused'; readonly error: WireError }
  /** The server can't now: full, busy or broken. `retryAfter` in milliseconds where it said so. */
  | { readonly kind: 'later'; readonly error: WireError | null; readonly retryAfter: number | null }
  /** One of the two programs is too old for the other. */
  | { readonly kind: 'protocol' };

export class SyncFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SyncFault';
    this.fault = fault;
  }
}

export function isFault(thrown: unknown): thrown is SyncFault {
  return thrown instanceof SyncFault;
}

/** Codes whose 4xx is about time, not about the thing that was sent. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * What an answer that is no success means. Only an error in our own words counts as the server's decision: a proxy's
 * 403 must not set a story aside.
 */
export function faultOf(response: HttpResponse): Fault {
  const { status } = response;
  const error = wireErrorOf(response);
  const retryAfter = retryAfterOf(response);
  if (error === null) {
    return status >= 500 || LATER.has(status) || status === 413
      ? { kind: 'later', error, retryAfter }
      : { kind: 'stranger' };
  }
  if (error.code === 'SIGN_IN_REQUIRED') return { kind: 'signed-out', error };
  if (error.code === 'PROTOCOL') return { kind: 'protocol' };
  const isLater = status >= 500 || LATER.has(status) || ERROR_STATUS[error.code] >= 500;
  return isLater ? { kind: 'later', error, retryAfter } : { kind: 'refused', error };
}

function wireErrorOf({ body }: HttpResponse): WireError | null {
  try {
    const parsed = wireErrorSchema.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Seconds only; a date would be the server's clock against ours. At most ten minutes. */
function retryAfterOf({ headers }: HttpResponse): number | null {
  const seconds = Number(headers['retry-after'] ?? '');
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 600) * 1_000 : null;
}
