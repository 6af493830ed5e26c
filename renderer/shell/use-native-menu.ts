import { useEffect } from 'react';
import {
  acceleratorSchema,
  MENU_GROUPS,
  type MenuEntry,
  type ShownMenu,
} from '#shared/contract/native-menu.ts';
import {
  acceleratorOf,
  COMMAND_IDS,
  commandRow,
  keymapStore,
  registry,
  type CommandId,
} from '../commands/index.ts';
import { useWords, type Words } from '../i18n/index.ts';
import { useShell } from '../newsroom/index.ts';

/** What can be done changes with every step of a writer; the menu needs to know it a moment later. */
const PAUSE_MS = 300;

/** Keeps the native menu in step with this window: names, keys, what can be done, what is on. */
export function useNativeMenu(): void {
  const shell = useShell();
  const words = useWords();
  useEffect(() => {
    if (shell.showMenu === undefined) return undefined;
    let last = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      timer = undefined;
      const menu = menuNow(words);
      const text = JSON.stringify(menu);
      if (text === last) return;
      last = text;
      // A menu that main can't take stays as it was.
      void shell.showMenu?.(menu).catch(() => undefined);
    };
    const soon = (): void => {
      timer ??= setTimeout(tell, PAUSE_MS);
    };
    soon();
    const stops = [registry.subscribe(soon), keymapStore.subscribe(soon)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [shell, words]);
}

function menuNow({ t }: Words): ShownMenu {
  return {
    groups: MENU_GROUPS.map((id) => ({
      id,
      title: t(`command-group.${id}`),
      entries: COMMAND_IDS.filter(
        (command) => commandRow(command).group === id && commandRow(command).offMenu !== true,
      ).map((command) => entryOf(command, t)),
    })),
  };
}

function entryOf(command: CommandId, t: Words['t']): MenuEntry {
  const row = commandRow(command);
  const { offered, refusal, checked } = registry.state(command);
  const keys = keymapStore.now().keysOf(command);
  const accelerator = acceleratorSchema.safeParse(keys === null ? null : acceleratorOf(keys));
  return {
    command,
    name: t(row.name, row.values).slice(0, 120),
    keys: accelerator.success ? accelerator.data : null,
    enabled: offered && refusal === undefined,
    checked: checked ?? null,
  };
}
