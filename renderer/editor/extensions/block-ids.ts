/**
 * Every top-level node has an id, and every id stands once. A split keeps the id where the words stayed; a pasted
 * copy gets a new one; a photo stands in the body at most once.
 */
import {
  $getRoot,
  $isElementNode,
  $isParagraphNode,
  defineExtension,
  RootNode,
  safeCast,
  type LexicalNode,
} from 'lexical';
import { newBlockId, type BlockId, type PhotoUseId } from '#shared/domain/ids.ts';
import { $blockIdOf, $setBlockId } from '../nodes/block-id.ts';
import { $isPhotoNode, $photoUseOf } from '../nodes/PhotoNode.tsx';

export interface BlockIdsConfig {
  readonly newId: () => BlockId;
  /** Whether a photo use belongs to this story; one that was removed still does, so that undo brings it back. */
  readonly knowsPhoto: (use: PhotoUseId) => boolean;
  /** A photo block was left out: it stands already, or belongs to another story. */
  readonly onPhotoLeftOut: () => void;
}

export const BlockIdsExtension = defineExtension({
  name: 'redaksi/BlockIds',
  config: safeCast<BlockIdsConfig>({
    newId: newBlockId,
    knowsPhoto: () => true,
    onPhotoLeftOut: () => undefined,
  }),
  register: (editor, config) =>
    editor.registerNodeTransform(RootNode, () => {
      $leaveOutPhotos(config);
      $nameBlocks(config.newId);
    }),
});

/** Lexical counts keys upwards: the node with the smaller key was there first. */
function age(node: LexicalNode): number {
  return Number(node.getKey());
}

function $leaveOutPhotos({ knowsPhoto, onPhotoLeftOut }: BlockIdsConfig): void {
  const first = new Map<PhotoUseId, LexicalNode>();
  const extra: LexicalNode[] = [];
  for (const node of $getRoot().getChildren().filter($isPhotoNode)) {
    const use = $photoUseOf(node);
    const before = first.get(use);
    if (!knowsPhoto(use)) extra.push(node);
    else if (before === undefined) first.set(use, node);
    else if (age(node) < age(before)) {
      extra.push(before);
      first.set(use, node);
    } else extra.push(node);
  }
  for (const node of extra) node.remove();
  if (extra.length > 0) onPhotoLeftOut();
}

function $nameBlocks(newId: () => BlockId): void {
  const nodes = $getRoot().getChildren();
  // The empty page has no block yet.
  if (nodes.length === 1 && nodes[0] !== undefined && $isEmptyParagraph(nodes[0])) return;
  const owners = new Map<BlockId, LexicalNode>();
  for (const node of nodes) {
    const id = $blockIdOf(node);
    const owner = id === null ? undefined : owners.get(id);
    if (id !== null && (owner === undefined || age(node) < age(owner))) owners.set(id, node);
  }
  let previous: LexicalNode | null = null;
  for (const node of nodes) {
    const id = $blockIdOf(node);
    const owns = id !== null && owners.get(id)?.getKey() === node.getKey();
    if (!owns) {
      const words = previous === null ? null : $takesOver(previous, node);
      if (words !== null && previous !== null) {
        // Enter before the first word: the words moved down, and their id goes with them.
        $setBlockId(previous, newId());
        $setBlockId(node, words);
      } else {
        $setBlockId(node, newId());
      }
    }
    previous = node;
  }
}

/** The id that a fresh node takes from the empty one before it; null when it gets its own. */
function $takesOver(previous: LexicalNode, node: LexicalNode): BlockId | null {
  if ($blockIdOf(node) !== null || !$isElementNode(previous) || !$isElementNode(node)) return null;
  const emptied = previous.getTextContent() === '' && node.getTextContent() !== '';
  return emptied ? $blockIdOf(previous) : null;
}

function $isEmptyParagraph(node: LexicalNode): boolean {
  return $isParagraphNode(node) && node.isEmpty() && $blockIdOf(node) === null;
}
