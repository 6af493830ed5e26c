/** Blocks of the article to Lexical's top-level nodes, and back: one row a kind. */
import { $createListItemNode, $createListNode, $isListNode } from '@lexical/list';
import {
  $createHeadingNode,
  $createQuoteNode,
  $isHeadingNode,
  $isQuoteNode,
} from '@lexical/rich-text';
import { $createParagraphNode, $isElementNode, type ElementNode, type LexicalNode } from 'lexical';
import type { Block, BlockKind, BlockOf, Run } from '#shared/domain/article.ts';
import type { BlockId } from '#shared/domain/ids.ts';
import { $setBlockId } from '../nodes/block-id.ts';
import { $createPhotoNode, $isPhotoNode, $photoUseOf } from '../nodes/PhotoNode.tsx';
import { $attributionOf, $setAttribution } from '../nodes/quote.ts';
import { $createRelatedNode, $isRelatedNode, $relatedOf } from '../nodes/RelatedNode.tsx';
import { $nodesOfRuns, $runsOf, normalRuns } from './runs.ts';

interface Converter<Kind extends BlockKind> {
  readonly $show: (block: BlockOf<Kind>) => LexicalNode;
  /** The block that a node shows, or null when it shows another kind. */
  readonly $read: (node: LexicalNode, id: BlockId) => BlockOf<Kind> | null;
}

const CONVERTERS: { readonly [Kind in BlockKind]: Converter<Kind> } = {
  photo: {
    $show: (block) => $createPhotoNode(block.photoUse),
    $read: (node, id) =>
      $isPhotoNode(node) ? { id, kind: 'photo', photoUse: $photoUseOf(node) } : null,
  },
  related: {
    $show: ({ label, link }) => $createRelatedNode({ label, link }),
    $read: (node, id) =>
      $isRelatedNode(node) ? { id, kind: 'related', ...$relatedOf(node) } : null,
  },
  heading: {
    $show: ({ level, runs }) =>
      $createHeadingNode(level === 2 ? 'h2' : 'h3').append(...$nodesOfRuns(runs)),
    $read: (node, id) =>
      $isHeadingNode(node)
        ? { id, kind: 'heading', level: node.getTag() === 'h3' ? 3 : 2, runs: $runsOf(node) }
        : null,
  },
  quote: {
    $show: ({ runs, speaker, verb }) =>
      $setAttribution($createQuoteNode().append(...$nodesOfRuns(runs)), { speaker, verb }),
    $read: (node, id) =>
      $isQuoteNode(node)
        ? { id, kind: 'quote', runs: $runsOf(node), ...$attributionOf(node) }
        : null,
  },
  list: {
    $show: ({ ordered, items }) =>
      $createListNode(ordered ? 'number' : 'bullet').append(
        ...items.map((runs) => $createListItemNode().append(...$nodesOfRuns(runs))),
      ),
    $read: (node, id) =>
      $isListNode(node)
        ? { id, kind: 'list', ordered: node.getListType() === 'number', items: $itemsOf(node) }
        : null,
  },
  // Last: whatever else holds text is a paragraph, so that no word can be without a block.
  paragraph: {
    $show: ({ runs }) => $createParagraphNode().append(...$nodesOfRuns(runs)),
    $read: (node, id) =>
      $isElementNode(node) ? { id, kind: 'paragraph', runs: $runsOf(node) } : null,
  },
};

/**
 * The node that shows a block, named by the block's id. Lexical joins two lists of one kind that stand side by side: their
 * entries stay, the second id goes.
 */
export function $showBlock(block: Block): LexicalNode {
  const converter = CONVERTERS[block.kind] as Converter<BlockKind>;
  return $setBlockId(converter.$show(block), block.id);
}

/** The block that a top-level node shows. */
export function $readBlock(node: LexicalNode, id: BlockId): Block {
  for (const { $read } of Object.values(CONVERTERS)) {
    const block = $read(node, id);
    if (block !== null) return block;
  }
  return { id, kind: 'paragraph', runs: normalRuns([{ text: node.getTextContent() }]) };
}

function $itemsOf(list: ElementNode): (readonly Run[])[] {
  // The transform in plain-look flattens lists as they come in, so that an item holds only text here.
  return list.getChildren().flatMap((item) => ($isElementNode(item) ? [$runsOf(item)] : []));
}

/** A block in the one form in which the editor gives it back. */
export function normalBlock(block: Block): Block {
  if (block.kind === 'list') return { ...block, items: block.items.map(normalRuns) };
  return 'runs' in block ? { ...block, runs: normalRuns(block.runs) } : block;
}
