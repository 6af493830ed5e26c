/** Puts blocks where the caret is, so that every word of theirs, and every word around it, is there afterwards. */
import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  type ListNode,
} from '@lexical/list';
import { $isQuoteNode } from '@lexical/rich-text';
import { $insertGeneratedNodes } from '@lexical/clipboard';
import {
  $findTableNode,
  $getTableCellNodeFromLexicalNode,
  $isTableNode,
  $isTableSelection,
  type TableCellNode,
} from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getEditor,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { isNewerBlock, type Block, type BlockOf, type Run } from '#shared/domain/article.ts';
import { endsInWord, startsInWord } from '#shared/domain/story-text/words.ts';
import { $showBlock } from '../converters/blocks.ts';
import { $nodesOfRuns } from '../converters/runs.ts';
import { $cellsOf } from '../nodes/table.ts';
import { $isPullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { $topBlockOf } from '../nodes/top-block.ts';
import { flatTexts, isCard } from './flat.ts';

/** Places blocks at the caret, in place of what is selected. The caret stands behind them afterwards. */
export function $placeBlocks(blocks: readonly Block[]): void {
  const [first] = blocks;
  if (first === undefined) return;
  const selection = $caretForPaste();
  const inside = selection === null ? null : $getSelection();
  if (inside !== null && selection !== null && !isNewerBlock(first) && first.kind === 'table') {
    const cell = $getTableCellNodeFromLexicalNode(selection.anchor.getNode());
    if (blocks.length === 1 && cell !== null && $hasRoomFor(cell, first)) {
      // Cells into empty cells: the table's own trade.
      $insertGeneratedNodes($getEditor(), [$showBlock(first)], inside);
      return;
    }
  }
  if (selection === null) return;
  const holder = $blockAround(selection);
  const top = holder === null ? null : $topBlockOf(holder);
  if (holder === null || top === null) {
    $between($emptyLineAtCaret(selection), blocks.map($showBlock));
    return;
  }
  if (blocks.length === 1 && !isNewerBlock(first) && first.kind === 'paragraph') {
    selection.insertNodes($nodesOfRuns(first.runs));
    return;
  }
  if (!holder.is(top) && !$isListNode(top)) {
    $placeInside(selection, holder, top, blocks);
  } else if ($isListItemNode(holder) && $isListNode(top)) {
    const entries = entriesFor(top, blocks);
    if (entries === null) $breakList($splitAt(selection, holder), top, blocks);
    else $addEntries($splitAt(selection, holder), entries);
  } else if (($isQuoteNode(top) || $isPullQuoteNode(top)) && blocks.every(isParagraph)) {
    $insertApart(selection, $linesOf(blocks.map(({ runs }) => runs)));
  } else $between($splitAt(selection, holder), blocks.map($showBlock));
}

interface Split {
  readonly head: ElementNode;
  readonly tail: ElementNode;
}

function isParagraph(block: Block): block is BlockOf<'paragraph'> {
  return !isNewerBlock(block) && block.kind === 'paragraph';
}

/** Whether the cells that a table would cover from here on are there and empty: nothing is written over. */
function $hasRoomFor(cell: TableCellNode, { caption, rows }: BlockOf<'table'>): boolean {
  const table = $findTableNode(cell);
  if (table === null || caption !== '') return false;
  const cells = $cellsOf(table);
  const y = cells.findIndex((row) => row.some((each) => each.is(cell)));
  const x = cells[y]?.findIndex((each) => each.is(cell)) ?? -1;
  return rows.every((row, down) =>
    row.every((_, right) => cells[y + down]?.[x + right]?.getTextContent() === ''),
  );
}

/** A caret: what was selected is taken out first, as with typing. A selected card stays; the paste goes below it. */
function $caretForPaste(): RangeSelection | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const card = selection.getNodes().at(-1);
    const top = card === undefined ? null : $topBlockOf(card);
    const line = $createParagraphNode();
    if (top === null) $getRoot().append(line);
    else top.insertAfter(line);
    return line.select();
  }
  if ($isTableSelection(selection)) {
    const cell = selection.anchor.getNode();
    return $isElementNode(cell) ? cell.selectEnd() : null;
  }
  if (!$isRangeSelection(selection)) return $getRoot().selectEnd();
  if (!selection.isCollapsed()) selection.removeText();
  const now = $getSelection();
  return $isRangeSelection(now) ? now : null;
}

function $blockAround(selection: RangeSelection): ElementNode | null {
  let node: LexicalNode | null = selection.anchor.getNode();
  while (node !== null && (!$isElementNode(node) || node.isInline())) node = node.getParent();
  return node === null || $isRootOrShadowRoot(node) ? null : node;
}

/** The caret stands between blocks: an empty line there to begin with. */
function $emptyLineAtCaret(selection: RangeSelection): Split {
  const { anchor } = selection;
  const around = anchor.getNode();
  const line = $createParagraphNode();
  if ($isElementNode(around)) around.splice(anchor.offset, 0, [line]);
  else $getRoot().append(line);
  const tail = $createParagraphNode();
  line.insertAfter(tail);
  return { head: line, tail };
}

function $splitAt(selection: RangeSelection, head: ElementNode): Split {
  const tail = selection.insertParagraph() ?? $createParagraphNode();
  if (!tail.isAttached()) head.insertAfter(tail);
  // Before the first word of a heading Lexical makes a line in its place.
  const above = head.isAttached() ? head : tail.getPreviousSibling();
  return { head: $isElementNode(above) ? above : head, tail };
}

/** Nodes between the two halves of a block. Paragraphs at the edges join them; a word never joins a word. */
function $between({ head, tail }: Split, nodes: readonly LexicalNode[]): void {
  if (head.isEmpty() && ($isQuoteNode(head) || $isPullQuoteNode(head))) {
    // Before the first word of a quotation: its words and its speaker stay together, below.
    head.append(...tail.getChildren());
    tail.remove();
    const above = { head: $createParagraphNode(), tail: $createParagraphNode() };
    head.insertBefore(above.head);
    above.head.insertAfter(above.tail);
    $between(above, nodes);
    return;
  }
  const [first, ...others] = nodes;
  const joins = $isParagraphNode(first) && !(head.isEmpty() && $isParagraphNode(head));
  if (joins) $join(head, first);
  const placed = joins ? others : nodes;
  head.getParentOrThrow().splice(head.getIndexWithinParent() + 1, 0, [...placed]);
  const last = placed.at(-1) ?? head;
  if ($isParagraphNode(last)) {
    last.selectEnd();
    $join(last, tail);
    tail.remove();
  } else if ($isElementNode(last) && !$isTableNode(last)) {
    last.selectEnd();
    if (tail.isEmpty()) tail.remove();
  } else $caretBelow(tail);
  if (head.isEmpty() && head.isAttached() && !head.is(last)) head.remove();
}

/** Below a card the caret needs a line: the rest of the paragraph, the text below, or an empty one. */
function $caretBelow(tail: ElementNode): void {
  const next = tail.getNextSibling();
  if (tail.isEmpty() && $isParagraphNode(next)) {
    tail.remove();
    next.selectStart();
  } else tail.selectStart();
}

function $join(to: ElementNode, from: ElementNode): void {
  if (endsInWord(to.getTextContent()) && startsInWord(from.getTextContent())) {
    to.append($createTextNode(' '));
  }
  to.append(...from.getChildren());
}

/** In a cell or a box there is text and nothing else: the words as paragraphs there, cards below the whole. */
function $placeInside(
  selection: RangeSelection,
  holder: ElementNode,
  top: LexicalNode,
  blocks: readonly Block[],
): void {
  // A table stays one, below the table or the box.
  const stands = (block: Block): boolean => isCard(block) || block.kind === 'table';
  const texts = blocks.filter((block) => !stands(block)).flatMap(flatTexts);
  const cards = blocks.filter(stands).map($showBlock);
  for (const card of cards.toReversed()) top.insertAfter(card);
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) $insertApart(selection, $nodesOfRuns(only));
  else if (texts.length > 1) {
    $between(
      $splitAt(selection, holder),
      texts.map((runs) => $createParagraphNode().append(...$nodesOfRuns(runs))),
    );
  }
}

/** What can be entries of this list; null when something pasted is more than that. */
function entriesFor(list: ListNode, blocks: readonly Block[]): readonly (readonly Run[])[] | null {
  const ordered = list.getListType() === 'number';
  const entries: (readonly Run[])[] = [];
  for (const block of blocks) {
    if (isParagraph(block)) entries.push(block.runs);
    else if (!isNewerBlock(block) && block.kind === 'list' && block.ordered === ordered) {
      entries.push(...block.items);
    } else return null;
  }
  return entries;
}

function $addEntries({ head, tail }: Split, entries: readonly (readonly Run[])[]): void {
  const items = entries.map((runs) => $createListItemNode().append(...$nodesOfRuns(runs)));
  const [first, ...rest] = items;
  if (first === undefined) return;
  $join(head, first);
  head.getParentOrThrow().splice(head.getIndexWithinParent() + 1, 0, rest);
  const last = rest.at(-1) ?? head;
  last.selectEnd();
  $join(last, tail);
  tail.remove();
}

/** What is no entry stands between the entries before the caret and those behind it. */
function $breakList({ head, tail }: Split, list: ListNode, blocks: readonly Block[]): void {
  const rest = $createListNode(list.getListType());
  const following = tail.getNextSiblings();
  if (tail.isEmpty()) tail.remove();
  else rest.append(tail);
  rest.append(...following);
  const nodes = blocks.map($showBlock);
  list
    .getParentOrThrow()
    .splice(list.getIndexWithinParent() + 1, 0, [...nodes, ...(rest.isEmpty() ? [] : [rest])]);
  const last = nodes.at(-1);
  if ($isElementNode(last) && !$isTableNode(last)) last.selectEnd();
  else if (last !== undefined) {
    const line = $createParagraphNode();
    last.insertAfter(line);
    line.select();
  }
  if (head.isEmpty()) head.remove();
  if (list.isAttached() && list.isEmpty()) list.remove();
}

/** Into the line at the caret; a word at its edges never joins one that stands there. */
function $insertApart(selection: RangeSelection, nodes: readonly LexicalNode[]): void {
  const { anchor } = selection;
  const at = anchor.getNode();
  const [before, after] = $isTextNode(at)
    ? [at.getTextContent().slice(0, anchor.offset), at.getTextContent().slice(anchor.offset)]
    : ['', ''];
  const around = $isElementNode(at)
    ? [at.getChildAtIndex(anchor.offset - 1), at.getChildAtIndex(anchor.offset)]
    : [at.getPreviousSibling(), at.getNextSibling()];
  const left = before === '' ? (around[0]?.getTextContent() ?? '') : before;
  const right = after === '' ? (around[1]?.getTextContent() ?? '') : after;
  const first = nodes[0]?.getTextContent() ?? '';
  const last = nodes.at(-1)?.getTextContent() ?? '';
  selection.insertNodes([
    ...(endsInWord(left) && startsInWord(first) ? [$createTextNode(' ')] : []),
    ...nodes,
    ...(endsInWord(last) && startsInWord(right) ? [$createTextNode(' ')] : []),
  ]);
}

/** Texts as lines of one block. */
function $linesOf(texts: readonly (readonly Run[])[]): LexicalNode[] {
  return texts.flatMap((runs, index) =>
    index === 0 ? $nodesOfRuns(runs) : [$createLineBreakNode(), ...$nodesOfRuns(runs)],
  );
}
