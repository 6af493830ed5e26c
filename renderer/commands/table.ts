/**
 * Everything a person can do, one row each. A row makes the command findable in the palette, listed and remappable
 * under the shortcuts, and shown in the native menu; `useCommand` makes it work where it can be done.
 */
import type { MenuGroupId } from '#shared/contract/native-menu.ts';
import type { MessageKey } from '../i18n/index.ts';

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
  /** Where it stands in the menus, the palette and the list of shortcuts. */
  readonly group: MenuGroupId;
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


  // Writing aids.
  'aids.open': { name: 'command.aids', keys: null, group: 'edit' },
  'story.count': { name: 'command.count', keys: 'Ctrl+Alt+W', group: 'story' },
  'view.focus': { name: 'command.focus-mode', keys: 'Ctrl+Alt+F', group: 'view' },
  'view.typewriter': { name: 'command.typewriter', keys: null, group: 'view' },
  'view.text-larger': { name: 'command.text-larger', keys: 'Ctrl+Shift+.', group: 'view' },
  'view.text-smaller': { name: 'command.text-smaller', keys: 'Ctrl+Shift+,', group: 'view' },
  'view.text-usual': { name: 'command.text-usual', keys: 'Ctrl+Shift+0', group: 'view' },
  'view.measure': { name: 'command.measure', keys: null, group: 'view' },
  'view.outline': { name: 'command.outline', keys: 'Ctrl+Alt+O', group: 'view' },

  // Spelling.
  'spelling.next': { name: 'command.spelling-next', keys: 'F7', group: 'edit' },
  'spelling.suggest': { name: 'command.spelling-suggest', keys: 'Ctrl+.', group: 'edit' },
  'spelling.marks': { name: 'command.spelling-marks', keys: null, group: 'view' },
  'words.open': { name: 'command.words', keys: null, group: 'edit' },

  // The palette and the desk.
  'palette.open': { name: 'command.palette', keys: 'Ctrl+Shift+P', group: 'go' },
  'story.new': { name: 'command.new-story', keys: 'Ctrl+N', also: ['N'], group: 'file' },
  'desk.search': { name: 'command.desk-search', keys: 'Ctrl+Shift+F', also: ['/', 'Ctrl+F'], group: 'go' },
  'go.desk': { name: 'command.go-desk', keys: 'Alt+Home', group: 'go' },

  // Tabs and windows.
  'window.new': { name: 'command.window-new', keys: 'Ctrl+Shift+N', group: 'file' },
  'tab.close': { name: 'command.tab-close', keys: 'Ctrl+W', group: 'file' },
  'tab.reopen': { name: 'command.tab-reopen', keys: 'Ctrl+Shift+T', group: 'file' },
  'tab.to-window': { name: 'command.tab-to-window', keys: null, group: 'window' },
  'tab.next': { name: 'command.tab-next', keys: 'Ctrl+Tab', also: ['Ctrl+PageDown'], mac: 'Control+Tab', group: 'window' },
  'tab.previous': { name: 'command.tab-previous', keys: 'Ctrl+Shift+Tab', also: ['Ctrl+PageUp'], mac: 'Control+Shift+Tab', group: 'window' },
  'tab.move-left': { name: 'command.tab-move-left', keys: 'Ctrl+Shift+PageUp', group: 'window' },
  'tab.move-right': { name: 'command.tab-move-right', keys: 'Ctrl+Shift+PageDown', group: 'window' },
  'split.toggle': { name: 'command.split', keys: 'Ctrl+\\', group: 'view' },
  'split.other': { name: 'command.split-other', keys: 'F6', group: 'view' },
  'tab.1': { name: 'command.tab-n', values: { n: 1 }, keys: 'Ctrl+1', group: 'window', offMenu: true },
  'tab.2': { name: 'command.tab-n', values: { n: 2 }, keys: 'Ctrl+2', group: 'window', offMenu: true },
  'tab.3': { name: 'command.tab-n', values: { n: 3 }, keys: 'Ctrl+3', group: 'window', offMenu: true },
  'tab.4': { name: 'command.tab-n', values: { n: 4 }, keys: 'Ctrl+4', group: 'window', offMenu: true },
  'tab.5': { name: 'command.tab-n', values: { n: 5 }, keys: 'Ctrl+5', group: 'window', offMenu: true },
  'tab.6': { name: 'command.tab-n', values: { n: 6 }, keys: 'Ctrl+6', group: 'window', offMenu: true },
  'tab.7': { name: 'command.tab-n', values: { n: 7 }, keys: 'Ctrl+7', group: 'window', offMenu: true },
  'tab.8': { name: 'command.tab-n', values: { n: 8 }, keys: 'Ctrl+8', group: 'window', offMenu: true },
  'tab.last': { name: 'command.tab-last', keys: 'Ctrl+9', group: 'window', offMenu: true },

  // The open story.
  'story.save': { name: 'command.save', keys: 'Ctrl+S', group: 'file' },
  'story.submit': { name: 'command.submit', keys: 'Ctrl+Enter', group: 'story' },
  'story.recall': { name: 'command.recall', keys: null, group: 'story' },
  'story.return': { name: 'command.return', keys: null, group: 'story' },
  'story.approve': { name: 'command.approve', keys: null, group: 'story' },
  'story.publish': { name: 'command.publish', keys: null, group: 'story' },
  'story.withdraw': { name: 'command.withdraw', keys: null, group: 'story' },
  'story.spike': { name: 'command.spike', keys: null, group: 'story' },
  'story.revive': { name: 'command.revive', keys: null, group: 'story' },
  'view.printed': { name: 'command.printed', keys: 'F9', group: 'view' },
  'view.panel': { name: 'command.panel', keys: 'Ctrl+Alt+I', group: 'view' },
  'story.paste': { name: 'command.paste-story', keys: 'Ctrl+Alt+V', group: 'edit' },
  'edit.paste-plain': { name: 'command.paste-plain', keys: 'Ctrl+Shift+V', group: 'edit' },
  'insert.photo': { name: 'command.insert-photo', keys: 'Ctrl+Alt+P', group: 'insert' },

  // Undo: one line for the whole story.
  'edit.undo': { name: 'command.undo', keys: 'Ctrl+Z', group: 'edit' },
  'edit.redo': { name: 'command.redo', keys: 'Ctrl+Y', also: ['Ctrl+Shift+Z'], mac: 'Ctrl+Shift+Z', group: 'edit' },

  // The look of the text.
  'format.bold': { name: 'command.bold', keys: 'Ctrl+B', group: 'format' },
  'format.italic': { name: 'command.italic', keys: 'Ctrl+I', group: 'format' },
  'format.link': { name: 'command.link', keys: 'Ctrl+K', group: 'format' },
  'block.paragraph': { name: 'block.paragraph', keys: 'Ctrl+Alt+0', group: 'format' },
  'block.h2': { name: 'block.h2', keys: 'Ctrl+Alt+2', group: 'format' },
  'block.h3': { name: 'block.h3', keys: 'Ctrl+Alt+3', group: 'format' },
  'block.quote': { name: 'block.quote', keys: 'Ctrl+Alt+4', group: 'format' },
  'block.pull-quote': { name: 'block.pull-quote', keys: 'Ctrl+Alt+5', group: 'format' },
  'block.number': { name: 'block.number', keys: 'Ctrl+Shift+7', group: 'format' },
  'block.bullet': { name: 'block.bullet', keys: 'Ctrl+Shift+8', group: 'format' },

  'block.info-box': { name: 'block.info-box', keys: null, group: 'format', offMenu: true },

  // Blocks: put in, moved, deleted as wholes (renderer/editor). Escape in the text selects a block.
  'insert.related': { name: 'insert.related', keys: 'Ctrl+Alt+B', group: 'insert' },
  'insert.table': { name: 'insert.table', keys: 'Ctrl+Alt+7', group: 'insert' },
  'insert.embed': { name: 'insert.embed', keys: 'Ctrl+Alt+8', group: 'insert' },
  'insert.info-box': { name: 'insert.info-box', keys: 'Ctrl+Alt+6', group: 'insert' },
  'insert.divider': { name: 'insert.divider', keys: 'Ctrl+Alt+9', group: 'insert' },
  'blocks.move-up': { name: 'blocks.move-up', keys: 'Alt+Shift+ArrowUp', group: 'edit' },
  'blocks.move-down': { name: 'blocks.move-down', keys: 'Alt+Shift+ArrowDown', group: 'edit' },
  'blocks.duplicate': { name: 'blocks.duplicate', keys: 'Ctrl+Shift+D', group: 'edit' },
  'blocks.delete': { name: 'blocks.delete', keys: 'Ctrl+Shift+Backspace', group: 'edit' },
  'blocks.select': { name: 'blocks.select', keys: null, group: 'edit', offMenu: true },
  'blocks.details': { name: 'blocks.details', keys: 'F2', group: 'edit', offMenu: true },
  'table.row-above': { name: 'table.row-above', keys: null, group: 'insert', offMenu: true },
  'table.row-below': { name: 'table.row-below', keys: null, group: 'insert', offMenu: true },
  'table.column-left': { name: 'table.column-left', keys: null, group: 'insert', offMenu: true },
  'table.column-right': { name: 'table.column-right', keys: null, group: 'insert', offMenu: true },
  'table.delete-row': { name: 'table.delete-row', keys: null, group: 'edit', offMenu: true },
  'table.delete-column': { name: 'table.delete-column', keys: null, group: 'edit', offMenu: true },
  'table.header': { name: 'table.header', keys: null, group: 'format', offMenu: true },

  // Links to other stories.
  'related.renew': { name: 'command.related-renew', keys: 'Ctrl+Alt+U', group: 'story' },

  // Stories as files.
  'desk.open-file': { name: 'files.open', keys: 'Ctrl+O', group: 'file' },
  'story.export-docx': { name: 'files.export-docx', keys: 'Ctrl+Shift+S', group: 'file' },
  'story.export-pdf': { name: 'files.export-pdf', keys: null, group: 'file' },
  'story.export-text': { name: 'files.export-text', keys: null, group: 'file' },
  'story.export-markdown': { name: 'files.export-markdown', keys: null, group: 'file' },
  'story.copy-html': { name: 'files.copy-html', keys: 'Ctrl+Shift+C', group: 'edit' },
  'story.print': { name: 'files.print', keys: 'Ctrl+P', group: 'file' },

  // The window itself.
  'settings.open': { name: 'command.settings', keys: 'Ctrl+,', group: 'file' },
  'shortcuts.open': { name: 'command.shortcuts', keys: 'Ctrl+/', also: ['Shift+/'], group: 'help' },
} as const satisfies Record<string, CommandRow>;

export type CommandId = keyof typeof COMMANDS;
export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[];

/** Whether a name from outside is a command. */
export function isCommandId(name: string): name is CommandId {
  return Object.hasOwn(COMMANDS, name);
}

/** The row of a command, with its optional columns. */
export function commandRow(id: CommandId): CommandRow {
  return COMMANDS[id];
}
