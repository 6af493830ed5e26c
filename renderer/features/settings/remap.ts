/** Changing the keys of commands: the table stays, only what differs from it is kept. */
import { createKeymap, firstKeys, type CommandId, type Platform } from '../../commands/index.ts';

export type Remapped = Readonly<Record<string, string | null>>;

/** Gives a command other keys, or none. Whoever had them loses them; keys that are the table's again are not kept. */
export function moveKeys(
  remapped: Remapped,
  platform: Platform,
  { id, keys }: { readonly id: CommandId; readonly keys: string | null },
): Remapped {
  const next: Record<string, string | null> = { ...remapped };
  if (keys !== null) {
    for (const other of createKeymap(remapped, platform).commandsOn(keys)) {
      if (other !== id) next[other] = null;
    }
  }
  if (keys === firstKeys(id, platform)) delete next[id];
  else next[id] = keys;
  return next;
}
