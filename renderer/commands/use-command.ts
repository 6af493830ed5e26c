import { createContext, use, useEffect, useRef, useSyncExternalStore } from 'react';
import { printedKeys } from './keys.ts';
import { keymapStore, PLATFORM } from './keymap.ts';
import { registry, type CommandState, type Offer } from './registry.ts';
import type { CommandId } from './table.ts';

/** False around the half of a split window that is not in use: its commands wait. */
export const CommandScope = createContext(true);

export interface CommandOptions {
  /** Why it can't be done now; undefined when it can. */
  readonly refusal?: string | undefined;
  /** Whether its keys are meant for it now, e.g. only with the caret in the body. Asked at every press. */
  readonly when?: () => boolean;
  /** For commands that are on or off: shown in the menu. */
  readonly checked?: boolean | undefined;
  /** Works also while a dialog or a menu is open. */
  readonly above?: boolean;
  /** Only when no other part of the window can do it. */
  readonly fallback?: boolean;
}

/** Makes a command work as long as the component is shown. */
export function useCommand(id: CommandId, run: () => void, options: CommandOptions = {}): void {
  const active = use(CommandScope);
  const { refusal, when, checked, above = false, fallback = false } = options;
  const latest = useRef<Offer>({ run, refusal, when, checked, above, fallback, active });
  useEffect(() => {
    const before = latest.current;
    latest.current = { run, refusal, when, checked, above, fallback, active };
    if (before.refusal !== refusal || before.checked !== checked || before.active !== active) {
      registry.changed();
    }
  });
  useEffect(() => registry.offer(id, () => latest.current), [id]);
}

/** The keys of a command as they are now, for tooltips and menus; undefined when it has none. */
export function useShortcut(id: CommandId): string | undefined {
  const keys = useSyncExternalStore(keymapStore.subscribe, () => keymapStore.now().keysOf(id));
  return keys === null ? undefined : printedKeys(keys, PLATFORM);
}

/** Whether one command can be done now, for its button. */
export function useCommandState(id: CommandId): CommandState {
  const { subscribe, state } = registry;
  const offered = useSyncExternalStore(subscribe, () => state(id).offered);
  const refusal = useSyncExternalStore(subscribe, () => state(id).refusal);
  const checked = useSyncExternalStore(subscribe, () => state(id).checked);
  return { offered, refusal, checked };
}
