/**
 * The closed list of error codes, for the HTTP API and for core alike. An error says what happened; the interface
 * adds what is safe and what to do next, from the code alone.
 */
import { z } from 'zod';

/** Code -> HTTP status. A code never changes its meaning. */
export const ERROR_STATUS = {
  /** The input does not fit the schema. */
  INVALID: 400,
  /** No token, or one that is unknown, expired or revoked: sign in again. */
  SIGN_IN_REQUIRED: 401,
  WRONG_PASSWORD: 401,
  /** The command needs the password again (a seal). */
  FRESH_SIGN_IN_REQUIRED: 401,
  /** Signed in, without the right. `details.because` says which. */
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  /** The story moved on: another state, another head, another hash. `details` says which. */
  CONFLICT: 409,
  /** The state does not know this command. */
  WRONG_STATE: 409,
  /** Not the content that was submitted, or not the content that was sealed. */
  STALE_CONTENT: 409,
  /** Another window took over this story; what was typed here is kept as a version. */
  STALE_EDITOR: 409,
  /** The bytes do not match their hash. */
  HASH_MISMATCH: 422,
  /** A version, object or photo that is named is not here yet: send it first. */
  MISSING_DEPENDENCY: 422,
  /** The same command id with another body. */
  COMMAND_REUSED: 422,
  /** Preflight findings that block. */
  PREFLIGHT: 422,
  TOO_LARGE: 413,
  UNSUPPORTED_FILE: 415,
  TOO_MANY_REQUESTS: 429,
  /** No room on the disk; nothing was written. */
  DISK_FULL: 507,
  /** This laptop can't reach the server. Nothing is lost. */
  OFFLINE: 503,
  /** The core process ended during the call. */
  CORE_GONE: 503,
  /** This program is too old or too new for the other side. */
  PROTOCOL: 426,
  CANCELLED: 499,
  INTERNAL: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
export const ERROR_CODES = Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]];

export const wireErrorSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  /** One English sentence for the log; people read the interface's own words for the code. */
  message: z.string().max(2_000),
  details: z.record(z.string(), z.json()).optional(),
  /** Names the log lines of this failure. */
  traceId: z.string().max(64),
});
export type WireError = Readonly<z.infer<typeof wireErrorSchema>>;
export type ErrorDetails = NonNullable<WireError['details']>;

/** An error of the closed list, thrown inside one process; over a boundary it travels as a WireError. */
export class RedaksiError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails | undefined;

  constructor(code: ErrorCode, message: string, details?: ErrorDetails) {
    super(message);
    this.name = 'RedaksiError';
    this.code = code;
    this.details = details;
  }
}

/** What crosses a boundary. Unknown throws become INTERNAL without their text: it may hold secrets. */
export function toWireError(thrown: unknown, traceId: string): WireError {
  if (thrown instanceof RedaksiError) {
    const { code, message, details } = thrown;
    return details === undefined ? { code, message, traceId } : { code, message, details, traceId };
  }
  return { code: 'INTERNAL', message: 'something went wrong inside; see the log', traceId };
}

export function fromWireError(error: WireError): RedaksiError {
  return new RedaksiError(error.code, error.message, { ...error.details, traceId: error.traceId });
}
