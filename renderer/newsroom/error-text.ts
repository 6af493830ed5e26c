import { RedaksiError, type ErrorCode } from '#shared/contract/errors.ts';
import type { MessageKey, Words } from '../i18n/index.ts';

/** What each code means to a person: what happened, what is safe, what to do. */
const ERROR_TEXT = {
  INVALID: 'error.invalid',
  SIGN_IN_REQUIRED: 'error.sign-in-required',
  WRONG_PASSWORD: 'error.wrong-password',
  FRESH_SIGN_IN_REQUIRED: 'error.fresh-sign-in-required',
  FORBIDDEN: 'error.forbidden',
  NOT_FOUND: 'error.not-found',
  CONFLICT: 'error.conflict',
  WRONG_STATE: 'error.wrong-state',
  STALE_CONTENT: 'error.stale-content',
  STALE_EDITOR: 'error.stale-editor',
  HASH_MISMATCH: 'error.hash-mismatch',
  MISSING_DEPENDENCY: 'error.missing-dependency',
  COMMAND_REUSED: 'error.command-reused',
  PREFLIGHT: 'error.preflight',
  TOO_LARGE: 'error.too-large',
  UNSUPPORTED_FILE: 'error.unsupported-file',
  TOO_MANY_REQUESTS: 'error.too-many-requests',
  DISK_FULL: 'error.disk-full',
  OFFLINE: 'error.offline',
  CORE_GONE: 'error.core-gone',
  PROTOCOL: 'error.protocol',
  CANCELLED: 'error.cancelled',
  INTERNAL: 'error.internal',
} as const satisfies Record<ErrorCode, MessageKey>;

export function codeOf(thrown: unknown): ErrorCode {
  return thrown instanceof RedaksiError ? thrown.code : 'INTERNAL';
}

/** One or two sentences for whatever a call to core threw. */
export function errorText({ t }: Words, thrown: unknown): string {
  return t(ERROR_TEXT[codeOf(thrown)]);
}

/** The same, for a code that came as text (a refused command). */
export function refusedText({ t }: Words, code: string): string {
  return t(code in ERROR_TEXT ? ERROR_TEXT[code as ErrorCode] : 'error.internal');
}
