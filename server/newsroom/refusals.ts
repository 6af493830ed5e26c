import type { ErrorCode } from '#shared/contract/errors.ts';
import type { Refusal } from '#shared/domain/workflow.ts';

/** The workflow's refusals as error codes; `details.because` always says which. */
export const REFUSALS = {
  'wrong-state': 'WRONG_STATE',
  'wrong-role': 'FORBIDDEN',
  'own-story': 'FORBIDDEN',
  'not-own-story': 'FORBIDDEN',
  'has-reason': 'INVALID',
  'fresh-sign-in': 'FRESH_SIGN_IN_REQUIRED',
  sealed: 'STALE_CONTENT',
} as const satisfies Record<Refusal, ErrorCode>;
