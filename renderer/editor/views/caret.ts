/** The caret as a block and a place in its text: what is left of it when the editor is gone and comes again. */
import { $isListItemNode } from '@lexical/list';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import type { BlockId } from '#shared/domain/ids.ts';
import { $blockIdOf } from '../nodes/block-id.ts';

export interface CaretPlace {
  readonly block: BlockId;
  /** Characters into the block's text; the items of a list are one character apart, as in `blockText`. */
  readonly offset: number;
}

/** Where the caret is; null when it is not in a text of the body. */
export function $caretPlace(): CaretPlace | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const { focus } = selection;
  const node = focus.getNode();
  const top = node.getTopLevelElement();
  const block = top === null ? null : $blockIdOf(top);
  if (top === null || block === null) return null;
  let offset = 0;
  for (const { text, start } of $textsOf(top)) {
    if (text.is(node)) return { block, offset: start + focus.offset };
    if (text.isBefore(node)) offset = start + text.getTextContentSize();
  }
  return { block, offset };
}

/** Puts the caret there, into view, with the focus. False when there is no such block. */
export function placeCaret(editor: LexicalEditor, block: BlockId, offset: number): boolean {
  let found = false;
  editor.update(
    () => {
      const top = $getRoot()
        .getChildren()
        .find((child) => $blockIdOf(child) === block);
      if (top === undefined) return;
      found = true;
      $placeIn(top, offset);
      const element = editor.getElementByKey(top.getKey());
      element?.scrollIntoView({ block: 'nearest' });
    },
    { discrete: true },
  );
  if (found) editor.getRootElement()?.focus({ preventScroll: true });
  return found;
}

function $placeIn(top: LexicalNode, offset: number): void {
  const texts = $isElementNode(top) ? $textsOf(top) : [];
  const at = texts.findLast(({ start }) => start <= offset) ?? texts[0];
  if (at === undefined) {
    top.selectEnd();
    return;
  }
  const inside = Math.min(Math.max(offset - at.start, 0), at.text.getTextContentSize());
  at.text.select(inside, inside);
}

interface PlacedText {
  readonly text: TextNode;
  readonly start: number;
}

function $textsOf(top: LexicalNode): readonly PlacedText[] {
  if (!$isElementNode(top)) return [];
  const placed: PlacedText[] = [];
  let start = 0;
  const walk = (element: ElementNode): void => {
    element.getChildren().forEach((child, index) => {
      if ($isListItemNode(child) && index > 0) start += 1;
      if ($isTextNode(child)) {
        placed.push({ text: child, start });
        start += child.getTextContentSize();
      } else if ($isElementNode(child)) walk(child);
      else start += child.getTextContentSize();
    });
  };
  walk(top);
  return placed;
}
