/** What a writer can do to the body besides typing: one table, for the toolbar, the slash menu and the shortcuts. */
import { $createListItemNode, $createListNode, $isListNode } from '@lexical/list';
import {
  $createHeadingNode,
  $createQuoteNode,
  $isHeadingNode,
  $isQuoteNode,
} from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { PhotoUseId } from '#shared/domain/ids.ts';
import type { MessageKey } from '../../i18n/index.ts';
import { $blockIdOf, $setBlockId } from '../nodes/block-id.ts';
import { $createPhotoNode } from '../nodes/PhotoNode.tsx';
import { $createRelatedNode } from '../nodes/RelatedNode.tsx';

export const LOOKS = ['paragraph', 'h2', 'h3', 'quote', 'bullet', 'number'] as const;
/** What a block of text can be. */
export type BlockLook = (typeof LOOKS)[number];

export const LOOK_NAMES = {
  paragraph: 'block.paragraph',
  h2: 'block.h2',
  h3: 'block.h3',
  quote: 'block.quote',
  bullet: 'block.bullet',
  number: 'block.number',
} as const satisfies Record<BlockLook, MessageKey>;

export const LOOK_SHORTCUTS: Readonly<Record<BlockLook, string>> = {
  paragraph: 'Ctrl+Alt+0',
  h2: 'Ctrl+Alt+2',
  h3: 'Ctrl+Alt+3',
  quote: 'Ctrl+Alt+4',
  bullet: 'Ctrl+Shift+8',
  number: 'Ctrl+Shift+7',
};

const MAKE: Readonly<Record<Exclude<BlockLook, 'bullet' | 'number'>, () => ElementNode>> = {
  paragraph: $createParagraphNode,
  h2: () => $createHeadingNode('h2'),
  h3: () => $createHeadingNode('h3'),
  quote: () => $createQuoteNode(),
};

/** Makes the selected blocks into this kind. They keep their ids: the words stay the same words. */
export function changeLook(editor: LexicalEditor, look: BlockLook): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    if (look === 'bullet' || look === 'number') {
      $makeList(look, selection.getNodes());
      return;
    }
    $leaveLists(selection.getNodes());
    const fresh = $getSelection();
    if (!$isRangeSelection(fresh)) return;
    $setBlocksType(fresh, MAKE[look], (from, to) => {
      const id = $blockIdOf(from);
      if (id !== null) $setBlockId(to, id);
    });
  });
}

/** The top-level blocks that a selection touches. */
function $touched(nodes: readonly LexicalNode[]): LexicalNode[] {
  const blocks = new Map<string, LexicalNode>();
  for (const node of nodes) {
    const block = node.getTopLevelElement();
    if (block !== null) blocks.set(block.getKey(), block);
  }
  return [...blocks.values()];
}

function $makeList(look: 'bullet' | 'number', nodes: readonly LexicalNode[]): void {
  let list: ReturnType<typeof $createListNode> | null = null;
  for (const block of $touched(nodes)) {
    if ($isListNode(block)) {
      block.setListType(look);
      list = null;
      continue;
    }
    if (!$isElementNode(block)) continue;
    if (list === null) {
      list = $createListNode(look);
      const id = $blockIdOf(block);
      if (id !== null) $setBlockId(list, id);
      block.insertBefore(list);
    }
    const entry = $createListItemNode();
    list.append(entry);
    entry.append(...block.getChildren());
    if (entry.isEmpty()) entry.select();
    block.remove();
  }
}

/** Takes lists apart, each item a paragraph; the first keeps the list's id. */
function $leaveLists(nodes: readonly LexicalNode[]): void {
  for (const list of $touched(nodes)) {
    if (!$isListNode(list)) continue;
    const id = $blockIdOf(list);
    list.getChildren().forEach((entry, index) => {
      const paragraph = $createParagraphNode();
      if (index === 0 && id !== null) $setBlockId(paragraph, id);
      list.insertBefore(paragraph);
      if ($isElementNode(entry)) paragraph.append(...entry.getChildren());
      if (paragraph.isEmpty() && list.getChildrenSize() === 1) paragraph.select();
    });
    list.remove();
  }
}

/** The look of the block that holds the caret. */
export function $lookAtCaret(): BlockLook | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const block = selection.anchor.getNode().getTopLevelElement();
  if ($isHeadingNode(block)) return block.getTag() === 'h3' ? 'h3' : 'h2';
  if ($isQuoteNode(block)) return 'quote';
  if ($isListNode(block)) return block.getListType() === 'number' ? 'number' : 'bullet';
  return 'paragraph';
}

/** Puts a photo after the block with the caret, or at the end. */
export function insertPhoto(editor: LexicalEditor, use: PhotoUseId): void {
  editor.update(() => $insertCard($createPhotoNode(use)));
}

export function insertRelated(editor: LexicalEditor): void {
  editor.update(() => $insertCard($createRelatedNode()));
}

function $insertCard(card: LexicalNode): void {
  const selection = $getSelection();
  const at = $isRangeSelection(selection)
    ? selection.anchor.getNode().getTopLevelElement()
    : $getRoot().getLastChild();
  if (at === null) $getRoot().append(card);
  else if ($isElementNode(at) && at.isEmpty() && at.getParent()?.getChildrenSize() !== 1) {
    at.replace(card);
  } else at.insertAfter(card);
  if (card.getNextSibling() === null) card.insertAfter($createParagraphNode());
  card.selectNext();
}
