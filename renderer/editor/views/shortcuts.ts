import { FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical';
import { useCommand } from '../../commands/index.ts';

/** What a writer can do to the text under the caret; the keys are in renderer/commands/table.ts. */
export function useWritingShortcuts(editor: LexicalEditor, onLink: () => void): void {
  // A field in a card, and the headline, have their own keys.
  const when = (): boolean => document.activeElement === editor.getRootElement();
  const toText = (change: () => void) => (): void => {
    change();
    editor.focus();
  };
  useCommand('format.link', onLink, { when });
  useCommand(
    'format.bold',
    toText(() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')),
    { when },
  );
  useCommand(
    'format.italic',
    toText(() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic')),
    { when },
  );
}
