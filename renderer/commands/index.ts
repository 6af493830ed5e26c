export { listenForKeys, runFromMenu } from './listen.ts';
export { acceleratorOf, canCarryCommand, keysOfPress, printedKeys, type Platform } from './keys.ts';
export { createKeymap, firstKeys, keymapStore, PLATFORM } from './keymap.ts';
export { registry, runCommand } from './registry.ts';
export { CommandScope, useCommand, useCommandState, useShortcut } from './use-command.ts';
export { COMMAND_IDS, commandRow, isCommandId, type CommandId } from './table.ts';
