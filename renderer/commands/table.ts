/**
 * Everything a person can do, one row each. A row makes the command findable in the palette, listed and remappable
 * under the shortcuts, and shown in the native menu; `useCommand` makes it work where it can be done.
 */
import type { MessageKey } from '../i18n/index.ts';

export const COMMAND_GROUPS = [
  'file',
  'edit',
  'insert',
  'format',
  'story',
  'view',
  'go',
  'window',
  'help',
] as const;
/** Where a command stands in the menus, the palette and the list of shortcuts. */
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export interface CommandRow {
  readonly name: MessageKey;
  /** For a name that counts: `Tab {n}`. */
  readonly values?: Readonly<Record<string, number>>;
  /** Its first keys (`Ctrl+Shift+F`, see keys.ts); null: none until a person gives it some. */
  readonly keys: string | null;
  /** Further keys, until the person gives it others. */
  readonly also?: readonly string[];
  /** Other first keys on a Mac. */
  readonly mac?: string;
  readonly group: CommandGroup;
  /** In the palette and the shortcuts, but not in the native menu. */
  readonly offMenu?: true;
}

/* oxfmt-ignore */
export const COMMANDS = {
  // Find in the open story: before the desk's search, which has the same keys where no story is open.
  'find.open': { name: 'command.find', keys: 'Ctrl+F', group: 'edit' },
  'find.replace': { name: 'command.find-replace', keys: 'Ctrl+H', group: 'edit' },
  'find.next': { name: 'command.find-next', keys: 'F3', also: ['Ctrl+G'], group: 'edit' },
  'find.previous': { name: 'command.find-previous', keys: 'Shift+F3', also: ['Ctrl+Shift+G'], group: 'edit' },

  // The palette and the desk.
  'palette.open': { name: 'command.palette', keys: 'Ctrl+Shift+P', group: 'go' },
  'story.new': { name: 'command.new-story', keys: 'Ctrl+N', also: ['N'], group: 'file' },
  'desk.search': { name: 'command.desk-search', keys: 'Ctrl+Shift+F', also: ['/', 'Ctrl+F'], group: 'go' },
  'go.desk': { name: 'command.go-desk', keys: 'Alt+Home', group: 'go' },

  // Tabs and windows.
  'tab.close': { name: 'command.tab-close', keys: 'Ctrl+W', group: 'file' },

  // The open story.
  'story.save': { name: 'command.save', keys: 'Ctrl+S', group: 'file' },
  'story.submit': { name: 'command.submit', keys: 'Ctrl+Enter', group: 'story' },
  'story.paste': { name: 'command.paste-story', keys: 'Ctrl+Shift+V', group: 'edit' },
  'insert.photo': { name: 'command.insert-photo', keys: 'Ctrl+Alt+P', group: 'insert' },

  // Undo: one line for the whole story.
  'edit.undo': { name: 'command.undo', keys: 'Ctrl+Z', group: 'edit', offMenu: true },
  'edit.redo': { name: 'command.redo', keys: 'Ctrl+Y', also: ['Ctrl+Shift+Z'], mac: 'Ctrl+Shift+Z', group: 'edit', offMenu: true },

  // The look of the text.
  'format.bold': { name: 'command.bold', keys: 'Ctrl+B', group: 'format' },
  'format.italic': { name: 'command.italic', keys: 'Ctrl+I', group: 'format' },
  'format.link': { name: 'command.link', keys: 'Ctrl+K', group: 'format' },
  'block.paragraph': { name: 'block.paragraph', keys: 'Ctrl+Alt+0', group: 'format' },
  'block.h2': { name: 'block.h2', keys: 'Ctrl+Alt+2', group: 'format' },
  'block.h3': { name: 'block.h3', keys: 'Ctrl+Alt+3', group: 'format' },
  'block.quote': { name: 'block.quote', keys: 'Ctrl+Alt+4', group: 'format' },
  'block.number': { name: 'block.number', keys: 'Ctrl+Shift+7', group: 'format' },
  'block.bullet': { name: 'block.bullet', keys: 'Ctrl+Shift+8', group: 'format' },

  // The window itself.
  'settings.open': { name: 'command.settings', keys: 'Ctrl+,', group: 'file' },
  'shortcuts.open': { name: 'command.shortcuts', keys: 'Ctrl+/', also: ['Shift+/'], group: 'help' },
} as const satisfies Record<string, CommandRow>;

export type CommandId = keyof typeof COMMANDS;
export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[];

/** The row of a command, with its optional columns. */
export function commandRow(id: CommandId): CommandRow {
  return COMMANDS[id];
}
