/** The whole body: shows an article's blocks in an editor, and reads them back block by block. */
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { Block } from '#shared/domain/article.ts';
import { $blockIdOf } from '../nodes/block-id.ts';
import { $readBlock, $showBlock } from './blocks.ts';

/** What was read last, by node: an untouched node gives the very block that it was made from. */
export type BodyCache = Map<NodeKey, Block>;

/**
 * Shows these blocks. A node whose block is the same stays as it is, with the caret in it; others are made anew.
 * The caret of a block that changed goes to that block's end.
 */
export function $showBody(blocks: readonly Block[], cache: BodyCache): void {
  const root = $getRoot();
  const shown = new Map<string, LexicalNode>();
  for (const node of root.getChildren()) {
    const id = $blockIdOf(node);
    if (id !== null && !shown.has(id)) shown.set(id, node);
  }
  const wanted: LexicalNode[] = blocks.map((block) => {
    const there = shown.get(block.id);
    const known = there === undefined ? undefined : cache.get(there.getKey());
    if (there !== undefined && known !== undefined && sameBlock(known, block)) return there;
    const node = $showBlock(block);
    cache.set(node.getKey(), block);
    if (there !== undefined) {
      const caretInside = there.isSelected();
      there.insertBefore(node);
      there.remove();
      if (caretInside) node.selectEnd();
    }
    return node;
  });
  if (wanted.length === 0) wanted.push($createParagraphNode());
  const keep = new Set(wanted.map((node) => node.getKey()));
  for (const node of root.getChildren()) if (!keep.has(node.getKey())) node.remove();
  // Only nodes out of place move: moving the caret's own node would disturb an IME.
  wanted.forEach((node, index) => {
    const at = root.getChildAtIndex(index);
    if (at?.getKey() === node.getKey()) return;
    if (at === null) root.append(node);
    else at.insertBefore(node);
  });
}

/**
 * The blocks that are shown now. `dirty` names the top-level nodes that may have changed; all others come from the
 * cache, unread. A lone empty paragraph without an id is the empty page, not a block.
 */
export function $readBody(cache: BodyCache, dirty: ReadonlySet<NodeKey> | 'all'): readonly Block[] {
  const children = $getRoot().getChildren();
  const blocks = children.flatMap((node) => {
    const key = node.getKey();
    const known = cache.get(key);
    const id = $blockIdOf(node);
    if (id === null) return [];
    if (known !== undefined && known.id === id && dirty !== 'all' && !dirty.has(key))
      return [known];
    const read = $readBlock(node, id);
    // The same words in another form of JSON are no change.
    const block = known !== undefined && sameBlock(known, read) ? known : read;
    cache.set(key, block);
    return [block];
  });
  if (cache.size > children.length * 2 + 64) $forgetGone(cache);
  return blocks;
}

function $forgetGone(cache: BodyCache): void {
  for (const key of cache.keys()) if ($getNodeByKey(key) === null) cache.delete(key);
}

function sameBlock(a: Block, b: Block): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
