/** Fields inside a card (a caption, a title) are ordinary fields: the editor does not touch their keys and pastes. */
import {
  $getNearestNodeFromDOMNode,
  $isDecoratorNode,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COPY_COMMAND,
  CUT_COMMAND,
  defineExtension,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  KEY_DOWN_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  type LexicalEditor,
} from 'lexical';

export const CardFieldsExtension = defineExtension({
  name: 'redaksi/CardFields',
  register: (editor) => {
    const keepOut = (event: Event | null): boolean =>
      event !== null && $isInCardField(event.target, editor);
    return mergeRegister(
      editor.registerCommand(KEY_DOWN_COMMAND, keepOut, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(BEFORE_INPUT_COMMAND, keepOut, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(PASTE_COMMAND, keepOut, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(COPY_COMMAND, keepOut, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(CUT_COMMAND, keepOut, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(DROP_COMMAND, keepOut, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(DRAGSTART_COMMAND, keepOut, COMMAND_PRIORITY_CRITICAL),
    );
  },
});

function $isInCardField(target: EventTarget | null, editor: LexicalEditor): boolean {
  if (!(target instanceof HTMLElement) || target === editor.getRootElement()) return false;
  if (target.closest('input, textarea, button, [role="dialog"]') === null) return false;
  return $isDecoratorNode($getNearestNodeFromDOMNode(target));
}
