import type { Permission } from '#shared/contract/core.ts';
import type { MessageKey, Words } from '../i18n/index.ts';

type Because = Extract<Permission, { allowed: false }>['because'];

/** Why a control is off, in words. */
export const PERMISSION_TEXT = {
  'wrong-state': 'why.wrong-state',
  'wrong-role': 'why.wrong-role',
  preflight: 'why.preflight',
  'not-sent': 'why.not-sent',
  waiting: 'why.waiting',
  'sealed-already': 'why.sealed-already',
  'own-story': 'why.own-story',
  'not-own-story': 'why.not-own-story',
  'has-reason': 'why.has-reason',
  'fresh-sign-in': 'why.fresh-sign-in',
  sealed: 'why.sealed',
} as const satisfies Record<Because, MessageKey>;

/**
 * Conditions that the dialog itself asks for: the reason and the password. With only these open, the button works
 * and its dialog collects them.
 */
const ASKED_LATER: ReadonlySet<Because> = new Set(['has-reason', 'fresh-sign-in']);

/** Whether the control works: allowed, or lacking only what its dialog asks for. */
export function isUsable(permission: Permission): boolean {
  return permission.allowed || ASKED_LATER.has(permission.because);
}

/** Undefined when the control may be used; else why not. */
export function refusalOf({ t }: Words, permission: Permission | undefined): string | undefined {
  if (permission === undefined) return t('why.wrong-state');
  if (permission.allowed || isUsable(permission)) return undefined;
  return t(PERMISSION_TEXT[permission.because]);
}
