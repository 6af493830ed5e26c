/** Who can do which command right now. The newest offer of the part of the window that is in use wins. */
import type { CommandId } from './table.ts';

/** One place that can do a command. Asked at every press, so that it is never stale. */
export interface Offer {
  readonly run: () => void;
  /** Why it can't be done now, in words. */
  readonly refusal: string | undefined;
  /** Whether the keys are meant for it now (the caret is in the body); without it, always. */
  readonly when: (() => boolean) | undefined;
  /** For commands that are on or off. */
  readonly checked: boolean | undefined;
  /** Works also while a dialog or a menu is open. */
  readonly above: boolean;
  /** Only when no other part of the window can do it. */
  readonly fallback: boolean;
  /** False in the half of a split window that is not in use. */
  readonly active: boolean;
}

export interface CommandState {
  readonly offered: boolean;
  readonly refusal: string | undefined;
  readonly checked: boolean | undefined;
}

export type Outcome =
  | { readonly ran: true }
  | { readonly ran: false; readonly refusal: string | undefined };

export interface Registry {
  /** Offers a command; `read` gives the offer as it is now. Gives back how to withdraw it. */
  readonly offer: (id: CommandId, read: () => Offer) => () => void;
  /** The offer that would run now. */
  readonly current: (id: CommandId) => Offer | undefined;
  readonly state: (id: CommandId) => CommandState;
  readonly run: (id: CommandId) => Outcome;
  /** An offer's refusal or check changed. */
  readonly changed: () => void;
  /** Called, once a burst, after offers changed. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Rises with every change: for useSyncExternalStore. */
  readonly count: () => number;
}

const NONE: CommandState = { offered: false, refusal: undefined, checked: undefined };

export function createRegistry(
  later: (run: () => void) => void = (run) => queueMicrotask(run),
): Registry {
  const offers = new Map<CommandId, (() => Offer)[]>();
  const listeners = new Set<() => void>();
  let changes = 0;
  let told = true;

  const changed = (): void => {
    changes += 1;
    if (!told) return;
    told = false;
    later(() => {
      told = true;
      for (const listener of listeners) listener();
    });
  };
  const current = (id: CommandId): Offer | undefined => {
    const active = (offers.get(id) ?? []).map((read) => read()).filter((offer) => offer.active);
    return active.findLast((offer) => !offer.fallback) ?? active.at(-1);
  };
  return {
    offer: (id, read) => {
      offers.set(id, [...(offers.get(id) ?? []), read]);
      changed();
      return () => {
        offers.set(
          id,
          (offers.get(id) ?? []).filter((each) => each !== read),
        );
        changed();
      };
    },
    current,
    state: (id) => {
      const offer = current(id);
      return offer === undefined
        ? NONE
        : { offered: true, refusal: offer.refusal, checked: offer.checked };
    },
    run: (id) => {
      const offer = current(id);
      if (offer === undefined) return { ran: false, refusal: undefined };
      if (offer.refusal !== undefined) return { ran: false, refusal: offer.refusal };
      offer.run();
      return { ran: true };
    },
    changed,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    count: () => changes,
  };
}

/** The window's commands: a page is one window. */
export const registry = createRegistry();

/** Does a command, if something on the screen can do it now. */
export function runCommand(id: CommandId): Outcome {
  return registry.run(id);
}
