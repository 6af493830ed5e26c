/** The whole body: shows an article's blocks in an editor, and reads them back block by block. */
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
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
  const caretAt = $blockWithCaret();
  const wanted: LexicalNode[] = blocks.map((block) => {
    const there = shown.get(block.id);
    const known = there === undefined ? undefined : cache.get(there.getKey());
    if (there !== undefined && known !== undefined && sameBlock(known, block)) return there;
    const node = $showBlock(block);
    cache.set(node.getKey(), block);
    if (there !== undefined) {
      const caretInside = there.is(caretAt);
      there.insertBefore(node);
      there.remove();
      if (caretInside) node.selectEnd();
    }
    return node;
  });
  $keepEmptyLineWithCaret(wanted);
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
 * cache, unread. An empty line is where somebody is about to write, and no block: a page would print it.
 */
export function $readBody(cache: BodyCache, dirty: ReadonlySet<NodeKey> | 'all'): readonly Block[] {
  const children = $getRoot().getChildren();
  const blocks = children.flatMap((node) => {
    const key = node.getKey();
    const known = cache.get(key);
    const id = $blockIdOf(node);
    if (id === null) return [];
    if (known !== undefined && known.id === id && dirty !== 'all' && !dirty.has(key)) {
      return isEmptyLine(known) ? [] : [known];
    }
    const read = $readBlock(node, id);
    // The same words in another form of JSON are no change.
    const block = known !== undefined && sameBlock(known, read) ? known : read;
    cache.set(key, block);
    return isEmptyLine(block) ? [] : [block];
  });
  if (cache.size > children.length * 2 + 64) $forgetGone(cache);
  return blocks;
}

/** A paragraph without a word. */
export function isEmptyLine(block: Block): boolean {
  return block.kind === 'paragraph' && block.runs.length === 0;
}

function $blockWithCaret(): LexicalNode | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? selection.anchor.getNode().getTopLevelElement() : null;
}

/** The empty line that holds the caret stays where it is, though the article does not have it. */
function $keepEmptyLineWithCaret(wanted: LexicalNode[]): void {
  const line = $blockWithCaret();
  if (!$isParagraphNode(line) || !line.isEmpty() || wanted.some((node) => node.is(line))) return;
  const before = line.getPreviousSibling();
  wanted.splice(before === null ? 0 : wanted.findIndex((node) => node.is(before)) + 1, 0, line);
}

function $forgetGone(cache: BodyCache): void {
  for (const key of cache.keys()) if ($getNodeByKey(key) === null) cache.delete(key);
}

function sameBlock(a: Block, b: Block): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
