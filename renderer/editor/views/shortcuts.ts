import { COMMAND_PRIORITY_NORMAL, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import { changeLook, type BlockLook } from '../extensions/commands.ts';

/** By the key's place, not its letter: `Ctrl+Alt+2` also where AltGr makes another sign of it. */
const LOOK_BY_CODE: Readonly<Record<string, BlockLook>> = {
  'alt Digit0': 'paragraph',
  'alt Digit2': 'h2',
  'alt Digit3': 'h3',
  'alt Digit4': 'quote',
  'shift Digit7': 'number',
  'shift Digit8': 'bullet',
};

/** The writer's shortcuts beyond those that Lexical has itself. */
export function useWritingShortcuts(editor: LexicalEditor, onLink: () => void): void {
  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (!(event.ctrlKey || event.metaKey) || event.isComposing) return false;
          if (event.code === 'KeyK' && !event.shiftKey && !event.altKey) {
            event.preventDefault();
            onLink();
            return true;
          }
          const modifier = event.altKey ? 'alt' : event.shiftKey ? 'shift' : '';
          const look = LOOK_BY_CODE[`${modifier} ${event.code}`];
          if (look === undefined) return false;
          event.preventDefault();
          changeLook(editor, look);
          return true;
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    [editor, onLink],
  );
}
