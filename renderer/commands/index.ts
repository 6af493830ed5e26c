export { listenForKeys } from './listen.ts';
export { keymapStore, PLATFORM } from './keymap.ts';
export { registry, runCommand } from './registry.ts';
export { CommandScope, useCommand, useCommandState, useShortcut } from './use-command.ts';
export { commandRow, type CommandId } from './table.ts';
