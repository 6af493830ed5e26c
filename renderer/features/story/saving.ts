/**
 * When a draft is saved: a pure state machine. Typing is gathered for a moment, one save is under way at a time, a
 * failed one is tried again for ever and never drops the text, and a stale window stops writing.
 */
import type { ErrorCode } from '#shared/contract/errors.ts';

export const COALESCE_MS = 150;
const RETRY_FIRST_MS = 500;
const RETRY_MOST_MS = 15_000;

export type Saving =
  /** Everything is on this laptop's disk. */
  | { readonly phase: 'clean' }
  /** Typed, and gathered for a moment. */
  | { readonly phase: 'gathering' }
  /** `dirty`: typed on since; `hurry`: somebody waits for it to be clean. */
  | {
      readonly phase: 'saving';
      readonly dirty: boolean;
      readonly hurry: boolean;
      readonly failures: number;
    }
  /** Another window committed first: take its text in, then save ours on top. */
  | { readonly phase: 'rebasing' }
  /** Not on disk; the text is kept here and the next try is set. */
  | { readonly phase: 'failed'; readonly code: ErrorCode; readonly failures: number }
  /** Another window has the pen: nothing more is written from here. */
  | { readonly phase: 'stale' };

export type SavingEvent =
  | { readonly type: 'edited' }
  | { readonly type: 'due' }
  | { readonly type: 'flush' }
  | { readonly type: 'saved' }
  | { readonly type: 'failed'; readonly code: ErrorCode }
  | { readonly type: 'rebased'; readonly dirty: boolean }
  | { readonly type: 'reopened'; readonly dirty: boolean };

export type SavingEffect =
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'save' }
  | { readonly do: 'rebase' };

export interface SavingStep {
  readonly state: Saving;
  readonly effects: readonly SavingEffect[];
}

const CLEAN: Saving = { phase: 'clean' };
const gather = (ms: number): SavingStep => ({
  state: { phase: 'gathering' },
  effects: [{ do: 'wait', ms }],
});
const save = (failures: number, hurry: boolean): SavingStep => ({
  state: { phase: 'saving', dirty: false, hurry, failures },
  effects: [{ do: 'save' }],
});
const stay = (state: Saving): SavingStep => ({ state, effects: [] });

/** What an event makes of a state, and what is to be done. */
export function stepSaving(state: Saving, event: SavingEvent): SavingStep {
  if (event.type === 'reopened') return event.dirty ? gather(0) : stay(CLEAN);
  switch (state.phase) {
    case 'clean':
      return event.type === 'edited' ? gather(COALESCE_MS) : stay(state);
    case 'gathering':
      return event.type === 'due' || event.type === 'flush'
        ? save(0, event.type === 'flush')
        : stay(state);
    case 'saving':
      return stepUnderWay(state, event);
    case 'rebasing':
      if (event.type === 'rebased') return event.dirty ? gather(0) : stay(CLEAN);
      return event.type === 'failed' ? failed(event.code, 0) : stay(state);
    case 'failed':
      return event.type === 'due' || event.type === 'flush'
        ? save(state.failures, event.type === 'flush')
        : stay(state);
    case 'stale':
      return stay(state);
    default:
      return state satisfies never;
  }
}

function stepUnderWay(state: Extract<Saving, { phase: 'saving' }>, event: SavingEvent): SavingStep {
  switch (event.type) {
    case 'edited':
      return stay({ ...state, dirty: true });
    case 'flush':
      return stay({ ...state, hurry: true });
    case 'saved':
      if (!state.dirty) return stay(CLEAN);
      return state.hurry ? save(0, true) : gather(COALESCE_MS);
    case 'failed':
      return failed(event.code, state.failures);
    case 'due':
    case 'rebased':
    case 'reopened':
      return stay(state);
    default:
      return event satisfies never;
  }
}

function failed(code: ErrorCode, failures: number): SavingStep {
  if (code === 'STALE_EDITOR') return stay({ phase: 'stale' });
  if (code === 'CONFLICT') return { state: { phase: 'rebasing' }, effects: [{ do: 'rebase' }] };
  const ms = Math.min(RETRY_FIRST_MS * 2 ** failures, RETRY_MOST_MS);
  return {
    state: { phase: 'failed', code, failures: failures + 1 },
    effects: [{ do: 'wait', ms }],
  };
}

/** Nothing typed here is without its place on the disk. */
export function isCommitted(state: Saving): boolean {
  return state.phase === 'clean';
}
