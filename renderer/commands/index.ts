export { listenForKeys } from './listen.ts';
export { keymapStore, PLATFORM } from './keymap.ts';
export { registry, runCommand } from './registry.ts';
export { useCommand, useCommandState, useShortcut } from './use-command.ts';
export { type CommandId } from './table.ts';
