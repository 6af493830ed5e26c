/**
 * Deleting at the edge of a card selects it first; only the next key deletes it. And what is selected as a whole
 * goes as a whole.
 */
import { $isTableSelection } from '@lexical/table';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_BEFORE_HIGH,
  COMMAND_PRIORITY_EDITOR,
  COPY_COMMAND,
  CUT_COMMAND,
  defineExtension,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $isInfoBoxNode } from '../nodes/InfoBoxNode.ts';
import { NewerNode } from '../nodes/NewerNode.tsx';
import { $topBlockOf } from '../nodes/top-block.ts';
import { $needsAsking, deleteAnyway, deleteBlocks } from './block-changes.ts';
import { $caretAtEdge, $chooseBlock } from './block-walk.ts';
import { ASK_TO_DELETE_COMMAND, DELETE_BLOCKS_COMMAND } from './card-commands.ts';
import { $isCard } from './forms.ts';
import { SAY_COMMAND } from './say.ts';
import { $lineBelow, $selectedBlocks } from './select-block.ts';

export const BlockDeleteExtension = defineExtension({
  name: 'redaksi/BlockDelete',
  register: (editor) =>
    mergeRegister(
      ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
        editor.registerCommand(
          command,
          (backward) => {
            if ($selectedBlocks().length > 0) {
              deleteBlocks(editor);
              return true;
            }
            return $meetsCard(editor, backward);
          },
          COMMAND_PRIORITY_BEFORE_HIGH,
        ),
      ),
      ...[COPY_COMMAND, CUT_COMMAND].map((command) =>
        editor.registerCommand(
          command,
          () => {
            $stretchOverBlocks();
            return false;
          },
          COMMAND_PRIORITY_BEFORE_HIGH,
        ),
      ),
      editor.registerCommand(
        DELETE_BLOCKS_COMMAND,
        (keys) => {
          if ($needsAsking(keys)) editor.dispatchCommand(ASK_TO_DELETE_COMMAND, keys);
          else deleteAnyway(editor, keys);
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
      editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveBox, COMMAND_PRIORITY_BEFORE_HIGH),
      // Gone with a selected stretch of text, without a question: it is said, and undo brings it back.
      editor.registerMutationListener(NewerNode, (changes, { updateTags }) => {
        const gone = [...changes.values()].includes('destroyed');
        if (gone && !updateTags.has('from-article')) {
          editor.dispatchCommand(SAY_COMMAND, { what: 'newer-gone', form: 'newer' });
        }
      }),
    ),
});

/** The caret is at an edge, and a card lies beyond it or around it: the card is selected instead of eaten. */
function $meetsCard(editor: LexicalEditor, backward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $topBlockOf(selection.anchor.getNode());
  if (block === null || !$caretAtEdge(selection, block, backward ? 'start' : 'end')) return false;
  const beyond = backward ? block.getPreviousSibling() : block.getNextSibling();
  const card = $isCard(beyond) ? beyond : $isCard(block) ? block : null;
  if (card === null) return false;
  // An empty line beside the card is what the key was meant for.
  if ($isParagraphNode(block) && block.isEmpty() && !$isLastLine(block)) block.remove();
  $chooseBlock(editor, card);
  return true;
}

/** The line at the end of the text stays: there is always a place to write on. */
function $isLastLine(block: LexicalNode): boolean {
  return $getRoot().getLastChild()?.is(block) === true;
}

/** Blocks that are selected as wholes are copied with everything in them. */
function $stretchOverBlocks(): void {
  const blocks = $selectedBlocks();
  const first = blocks[0]?.getIndexWithinParent();
  const last = blocks.at(-1)?.getIndexWithinParent();
  if (first === undefined || last === undefined || !blocks.some($isElementNode)) return;
  $getRoot().select(first, last + 1);
}

/** Enter on an empty last line leaves an info box, as it leaves a list. */
function $leaveBox(): boolean {
  const selection = $getSelection();
  if ($isTableSelection(selection) || !$isRangeSelection(selection)) return false;
  const line = selection.anchor.getNode();
  const box = line.getParent();
  if (!$isParagraphNode(line) || !line.isEmpty() || !$isInfoBoxNode(box)) return false;
  if (line.getNextSibling() !== null) return false;
  line.remove();
  $lineBelow(box);
  return true;
}
