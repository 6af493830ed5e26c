import type { commands as source } from '../id/commands.ts';

/** Names of commands that have no button of their own, the palette, the shortcuts, tabs and windows. */
export const commands = {
  'command.palette': 'Find commands and stories…',
  'command.new-story': 'New story',
  'command.desk-search': 'Search stories on the desk',
  'command.go-desk': 'To the list of stories',
  'command.tab-close': 'Close tab',
  'command.save': 'Save now',
  'command.paste-story': 'Paste a whole story…',
  'command.insert-photo': 'Insert photo…',
  'command.undo': 'Undo',
  'command.redo': 'Redo',
  'command.bold': 'Bold',
  'command.italic': 'Italic',
  'command.link': 'Link…',
  'command.settings': 'Settings',
  'command.shortcuts': 'Keyboard shortcuts',
} as const satisfies Record<keyof typeof source, string>;
