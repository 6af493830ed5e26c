/** A block selected as a whole, and the ways into and out of one. */
import {
  $createNodeSelection,
  $createParagraphNode,
  $getEditor,
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $onUpdate,
  $setSelection,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $topBlockOf } from '../nodes/top-block.ts';

export type Edge = 'start' | 'end';

export function $selectBlocks(blocks: readonly LexicalNode[]): void {
  const selection = $createNodeSelection();
  for (const block of blocks) selection.add(block.getKey());
  $setSelection(selection);
}

/** The blocks that are selected as wholes; empty while a caret or a stretch of text is. */
export function $selectedBlocks(): readonly LexicalNode[] {
  const selection = $getSelection();
  return $isNodeSelection(selection) ? $inOrder(selection.getNodes()) : [];
}

/** The blocks that a command is about: the selected ones, or those that the selection touches. */
export function $blocksInHand(): readonly LexicalNode[] {
  const selection = $getSelection();
  if (selection === null) return [];
  const nodes = selection.getNodes();
  if ($isRangeSelection(selection)) {
    // A caret between two blocks has no node of its own.
    nodes.push(selection.anchor.getNode(), selection.focus.getNode());
  }
  return $inOrder(nodes);
}

function $inOrder(nodes: readonly LexicalNode[]): readonly LexicalNode[] {
  const tops = new Map<NodeKey, LexicalNode>();
  for (const node of nodes) {
    const top = $topBlockOf(node);
    if (top !== null) tops.set(top.getKey(), top);
  }
  return [...tops.values()].toSorted((a, b) => a.getIndexWithinParent() - b.getIndexWithinParent());
}

/**
 * Goes into a block from its start or its end: the caret into its text, or the focus into a card's first or last
 * field; a card without fields is selected. Without a block there, a line is made beyond the one that is left.
 */
export function $goInto(block: LexicalNode | null, edge: Edge): void {
  if (block === null) {
    const line = $createParagraphNode();
    const root = $getRoot();
    const first = root.getFirstChild();
    if (edge === 'start' || first === null) root.append(line);
    else first.insertBefore(line);
    line.select();
    focusText();
  } else if ($isElementNode(block)) {
    if (edge === 'start') block.selectStart();
    else block.selectEnd();
    focusText();
  } else if ($isDecoratorNode(block)) {
    $selectBlocks([block]);
    $focusField(block.getKey(), edge);
  }
}

/** The caret goes to the empty line below a block; it is made when there is none. */
export function $lineBelow(block: LexicalNode): void {
  const next = block.getNextSibling();
  const line = $isParagraphNode(next) && next.isEmpty() ? next : $createParagraphNode();
  if (!line.is(next)) block.insertAfter(line);
  $goInto(line, 'start');
}

/** The caret goes where the selection is: out of a card's field, that takes the focus first. */
export function focusText(): void {
  const editor = $getEditor();
  const root = editor.getRootElement();
  if (root !== null && document.activeElement !== root && root.contains(document.activeElement)) {
    root.focus({ preventScroll: true });
  }
}

/** Fields in the order in which they are read; a switched-off one is none. */
export const FIELDS = 'input:not([readonly]):not([disabled]), textarea:not([readonly])';

/** A card is drawn after the update that made it: its field may be there only a moment later. */
function $focusField(key: NodeKey, edge: Edge): void {
  const editor = $getEditor();
  let tries = 0;
  const focus = (): void => {
    const card = editor.getElementByKey(key);
    const fields = [...(card?.querySelectorAll<HTMLInputElement>(FIELDS) ?? [])];
    const field = edge === 'start' ? fields[0] : fields.at(-1);
    if (field !== undefined) {
      field.focus();
      const at = edge === 'start' ? 0 : field.value.length;
      field.setSelectionRange(at, at);
    } else if (card?.querySelector('[data-card]') === null && tries < 10) {
      tries += 1;
      setTimeout(focus, 10);
    } else {
      editor.getRootElement()?.focus({ preventScroll: true });
      card?.scrollIntoView({ block: 'nearest' });
    }
  };
  $onUpdate(focus);
}
