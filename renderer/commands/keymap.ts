/** Which keys do what: the table's keys, and what this person made of them. */
import { normalKeys, type Platform } from './keys.ts';
import { COMMAND_IDS, commandRow, type CommandId } from './table.ts';

/** Commands with other keys than the table's; null takes their keys away. */
export type Remapped = Readonly<Record<string, string | null>>;

export interface Keymap {
  /** The keys to show; null when it has none. */
  readonly keysOf: (id: CommandId) => string | null;
  /** Every command that these keys may mean, in the table's order: which of them can be done decides. */
  readonly commandsOn: (keys: string) => readonly CommandId[];
  /** Keys that were a command's and are no more: they do nothing, also not what the browser would do. */
  readonly wasTaken: (keys: string) => CommandId | undefined;
}

export function firstKeys(id: CommandId, platform: Platform): string | null {
  const row = commandRow(id);
  return (platform === 'mac' ? row.mac : undefined) ?? row.keys;
}

export function createKeymap(remapped: Remapped, platform: Platform): Keymap {
  const shown = new Map<CommandId, string | null>();
  const on = new Map<string, CommandId[]>();
  const given = new Map<string, CommandId>();
  for (const id of COMMAND_IDS) {
    const own = Object.hasOwn(remapped, id) ? remapped[id] : undefined;
    const first = firstKeys(id, platform);
    const keys = own === undefined ? first : own;
    shown.set(id, keys);
    const all = [first, ...(commandRow(id).also ?? [])].filter((each) => each !== null);
    const live = own === undefined ? all : keys === null ? [] : [keys];
    for (const each of live) {
      const text = normalKeys(each);
      on.set(text, [...(on.get(text) ?? []), id]);
    }
    if (own !== undefined) for (const each of all) given.set(normalKeys(each), id);
  }
  return {
    keysOf: (id) => shown.get(id) ?? null,
    commandsOn: (keys) => on.get(keys) ?? [],
    wasTaken: (keys) => (on.has(keys) ? undefined : given.get(keys)),
  };
}

export interface KeymapStore {
  readonly now: () => Keymap;
  readonly remap: (remapped: Remapped) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createKeymapStore(platform: Platform): KeymapStore {
  let keymap = createKeymap({}, platform);
  let last: Remapped = {};
  const listeners = new Set<() => void>();
  return {
    now: () => keymap,
    remap: (remapped) => {
      if (remapped === last) return;
      last = remapped;
      keymap = createKeymap(remapped, platform);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export const PLATFORM: Platform =
  typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac') ? 'mac' : 'other';

/** The window's keys. */
export const keymapStore = createKeymapStore(PLATFORM);
