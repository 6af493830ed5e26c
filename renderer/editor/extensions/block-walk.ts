/**
 * Keys between blocks. Arrows go into cards and out of them; Escape selects the block around the caret, then arrows
 * go from block to block and Enter goes in.
 */
import { $isTableNode } from '@lexical/table';
import {
  $addUpdateTag,
  $getNodeByKey,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_BEFORE_EDITOR,
  COMMAND_PRIORITY_BEFORE_HIGH,
  COMMAND_PRIORITY_EDITOR,
  defineExtension,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  mergeRegister,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $isInfoBoxNode } from '../nodes/InfoBoxNode.ts';
import { $cellsOf } from '../nodes/table.ts';
import { $topBlockOf } from '../nodes/top-block.ts';
import { LEAVE_CARD_COMMAND, TAKE_CARD_COMMAND } from './card-commands.ts';
import { caretInLine, moveCaretInside } from './caret-line.ts';
import { $formOf } from './forms.ts';
import { SAY_COMMAND } from './say.ts';
import {
  $goInto,
  $lineBelow,
  $selectBlocks,
  $selectedBlocks,
  FIELDS,
  focusText,
  type Edge,
} from './select-block.ts';
import { $cellWithCaret } from './table-keys.ts';

interface Way {
  /** The edge of this block that the key goes over. */
  readonly over: Edge;
  /** Up and down go by lines, left and right by characters. */
  readonly by: 'line' | 'character';
}

const ARROWS = [
  [KEY_ARROW_DOWN_COMMAND, { over: 'end', by: 'line' }],
  [KEY_ARROW_UP_COMMAND, { over: 'start', by: 'line' }],
  [KEY_ARROW_RIGHT_COMMAND, { over: 'end', by: 'character' }],
  [KEY_ARROW_LEFT_COMMAND, { over: 'start', by: 'character' }],
] as const satisfies readonly (readonly [unknown, Way])[];

export const BlockWalkExtension = defineExtension({
  name: 'redaksi/BlockWalk',
  register: (editor) => {
    // Whether Escape began it: then arrows go on from block to block; else a selected card is only on the way.
    let stepping = false;
    const step = (way: Way): void => {
      const at = $selectedBlocks();
      const from = way.over === 'end' ? at.at(-1) : at[0];
      const to = way.over === 'end' ? from?.getNextSibling() : from?.getPreviousSibling();
      if (to === undefined || to === null) {
        if (!stepping) $goInto(null, way.over === 'end' ? 'start' : 'end');
      } else if (stepping) $chooseBlock(editor, to);
      else $goInto(to, way.over === 'end' ? 'start' : 'end');
    };
    return mergeRegister(
      editor.registerUpdateListener(({ editorState }) => {
        if (!editorState.read(() => $isNodeSelection($getSelection()))) stepping = false;
      }),
      ...ARROWS.map(([command, way]) =>
        mergeRegister(
          editor.registerCommand(
            command,
            (event) => {
              if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false;
              if ($selectedBlocks().length === 0) return false;
              event.preventDefault();
              step(way);
              return true;
            },
            COMMAND_PRIORITY_BEFORE_EDITOR,
          ),
          // Before the table's own keys, which know nothing of cards.
          editor.registerCommand(
            command,
            (event) => {
              if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false;
              if (!editor.isEditable() || menuIsOpen(editor)) return false;
              if (!$goesOver(editor, way)) return false;
              event.preventDefault();
              return true;
            },
            COMMAND_PRIORITY_BEFORE_HIGH,
          ),
        ),
      ),
      editor.registerCommand(
        LEAVE_CARD_COMMAND,
        ({ key, to }) => {
          const card = $getNodeByKey(key);
          if (card === null) return false;
          if (to === 'selected') $chooseBlock(editor, card);
          else if (to === 'after') $goInto(card.getNextSibling(), 'start');
          else $goInto(card.getPreviousSibling(), 'end');
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
      editor.registerCommand(
        TAKE_CARD_COMMAND,
        (key) => {
          const card = $getNodeByKey(key);
          const selected = $selectedBlocks();
          if (card === null || (selected.length === 1 && selected[0]?.is(card))) return true;
          // The field keeps the focus and its caret.
          $addUpdateTag(SKIP_DOM_SELECTION_TAG);
          $selectBlocks([card]);
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        (event) => {
          const selection = $getSelection();
          if (!editor.isEditable() || !$isRangeSelection(selection)) return false;
          const block = $topBlockOf(selection.focus.getNode());
          if (block === null) return false;
          event.preventDefault();
          stepping = true;
          $chooseBlock(editor, block);
          return true;
        },
        COMMAND_PRIORITY_BEFORE_EDITOR,
      ),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (!editor.isEditable()) return false;
          const [block] = $selectedBlocks();
          if (block === undefined) return false;
          event?.preventDefault();
          stepping = false;
          if ($isElementNode(block)) $goInto(block, 'end');
          else if (hasFields(editor, block)) $goInto(block, 'start');
          else $lineBelow(block);
          return true;
        },
        COMMAND_PRIORITY_BEFORE_EDITOR,
      ),
      // What is typed while a block is selected goes where it can be read: to its end, or to a line below a card.
      // Before the input itself, so that an input method finds its place too.
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          const block = $selectedBlocks().at(-1);
          if (block === undefined || !editor.isEditable() || !typesSomething(event)) return false;
          if (document.activeElement !== editor.getRootElement()) return false;
          if ($isElementNode(block)) $goInto(block, 'end');
          else $lineBelow(block);
          return false;
        },
        COMMAND_PRIORITY_BEFORE_HIGH,
      ),
    );
  },
});

export function $chooseBlock(editor: LexicalEditor, block: LexicalNode): void {
  $selectBlocks([block]);
  focusText();
  editor.getElementByKey(block.getKey())?.scrollIntoView({ block: 'nearest' });
  editor.dispatchCommand(SAY_COMMAND, { what: 'selected', form: $formOf(block) });
}

function typesSomething(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return event.key.length === 1 || event.isComposing || event.keyCode === 229;
}

function hasFields(editor: LexicalEditor, block: LexicalNode): boolean {
  const card = editor.getElementByKey(block.getKey());
  return card !== null && card.querySelector(FIELDS) !== null;
}

/** The slash menu and its kind have the arrows while they are open. */
function menuIsOpen(editor: LexicalEditor): boolean {
  return editor.getRootElement()?.getAttribute('aria-controls') === 'typeahead-menu';
}

/** Goes over the block's edge when the caret is at it and what is beyond is no plain text; else Chromium does it well. */
function $goesOver(editor: LexicalEditor, { over, by }: Way): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $topBlockOf(selection.anchor.getNode());
  if (block === null) return false;
  const beyond = over === 'end' ? block.getNextSibling() : block.getPreviousSibling();
  const special = $isDecoratorNode(beyond) || $isTableNode(block) || $isInfoBoxNode(block);
  if (!special || (beyond === null && !$isTableNode(block) && !$isInfoBoxNode(block))) return false;
  if (by === 'character' && !$caretAtEdge(selection, block, over)) return false;
  if (by === 'line' && !$inLine(editor, block, over)) {
    const element = editor.getElementByKey(block.getKey());
    if (element === null || !$isDecoratorNode(beyond) || $isTableNode(block)) return false;
    return moveCaretInside(element, over === 'end' ? 'down' : 'up');
  }
  $goInto(beyond, over === 'end' ? 'start' : 'end');
  return true;
}

/** Is the caret before the first, or behind the last, character of a block? */
export function $caretAtEdge(selection: RangeSelection, block: LexicalNode, edge: Edge): boolean {
  const { anchor } = selection;
  let at: LexicalNode | null = anchor.getNode();
  const size = $isElementNode(at) ? at.getChildrenSize() : at.getTextContentSize();
  if (anchor.offset !== (edge === 'start' ? 0 : size)) return false;
  while (at !== null && !at.is(block)) {
    if ((edge === 'start' ? at.getPreviousSibling() : at.getNextSibling()) !== null) return false;
    at = at.getParent();
  }
  return at !== null;
}

function $inLine(editor: LexicalEditor, block: LexicalNode, edge: Edge): boolean {
  const cell = $cellWithCaret();
  if (cell !== null && $isTableNode(block)) {
    const rows = $cellsOf(block);
    const row = edge === 'start' ? rows[0] : rows.at(-1);
    if (row?.some((each) => each.is(cell)) !== true) return false;
  }
  const element = editor.getElementByKey((cell ?? block).getKey());
  return element !== null && caretInLine(element, edge === 'start' ? 'first' : 'last');
}
