/** What can be done to whole blocks: put one in, move, double, delete. */
import { $createTableCellNode, $createTableNode, $createTableRowNode } from '@lexical/table';
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $isDecoratorNode,
  $isElementNode,
  $isParagraphNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { isNewerBlock } from '#shared/domain/article.ts';
import { newBlockId, type PhotoUseId } from '#shared/domain/ids.ts';
import { $readBlock, $showBlock } from '../converters/blocks.ts';
import { $createDividerNode } from '../nodes/DividerNode.tsx';
import { $createEmbedNode } from '../nodes/EmbedNode.tsx';
import { $createInfoBoxNode, $createInfoTitleNode } from '../nodes/InfoBoxNode.ts';
import { $isNewerNode } from '../nodes/NewerNode.tsx';
import { $createPhotoNode } from '../nodes/PhotoNode.tsx';
import { $setTableFacts } from '../nodes/table.ts';
import { $topBlockOf } from '../nodes/top-block.ts';
import { DELETE_BLOCKS_COMMAND } from './card-commands.ts';
import { $formOf } from './forms.ts';
import { SAY_COMMAND } from './say.ts';
import { $blocksInHand, $goInto, $selectBlocks, $selectedBlocks } from './select-block.ts';

/** Puts a photo after the block with the caret, or at the end. */
export function insertPhoto(editor: LexicalEditor, use: PhotoUseId): void {
  insertBlock(editor, () => $createPhotoNode(use));
}

export function insertEmbed(editor: LexicalEditor, url: string): void {
  insertBlock(editor, () => $createEmbedNode({ url, title: '' }));
}

export function insertDivider(editor: LexicalEditor): void {
  insertBlock(editor, $createDividerNode);
}

export function insertInfoBox(editor: LexicalEditor): void {
  insertBlock(editor, () => $createInfoBoxNode().append($createInfoTitleNode()));
}

/** Two columns, a row that names them and two rows below it: the smallest table that says something. */
export function insertTable(editor: LexicalEditor): void {
  insertBlock(editor, () =>
    $setTableFacts($createTableNode(), { caption: '', header: true }).append(
      ...[0, 1, 2].map(() =>
        $createTableRowNode().append(
          ...[0, 1].map(() => $createTableCellNode().append($createParagraphNode())),
        ),
      ),
    ),
  );
}

/** One change, one step to undo. */
function step(editor: LexicalEditor, $change: () => void): void {
  editor.update($change, { tag: HISTORY_PUSH_TAG, discrete: true });
}

/** Puts a block after the one with the caret, in place of an empty line, and goes into it. */
function insertBlock(editor: LexicalEditor, $make: () => LexicalNode): void {
  step(editor, () => {
    const block = $make();
    const at = $blocksInHand().at(-1) ?? $getRoot().getLastChild();
    if (at === null) $getRoot().append(block);
    else if ($isParagraphNode(at) && at.isEmpty()) at.replace(block);
    else at.insertAfter(block);
    // There is always a line to write on below.
    if (block.getNextSibling() === null) block.insertAfter($createParagraphNode());
    const form = $formOf(block);
    if (form === 'divider') $goInto(block.getNextSibling(), 'start');
    else $goInto(block, 'start');
    editor.dispatchCommand(SAY_COMMAND, { what: 'inserted', form });
  });
}

/** Moves the blocks in hand past their neighbour. The neighbour goes round: the caret and what is typed stay put. */
export function moveBlocks(editor: LexicalEditor, way: 'up' | 'down'): void {
  const focused = editor.getRootElement()?.ownerDocument.activeElement;
  step(editor, () => {
    const blocks = $blocksInHand();
    const [first] = blocks;
    const last = blocks.at(-1);
    if (first === undefined || last === undefined) return;
    const form = $formOf(first);
    const count = blocks.length;
    const neighbour = way === 'up' ? first.getPreviousSibling() : last.getNextSibling();
    if (neighbour === null) {
      editor.dispatchCommand(SAY_COMMAND, { what: way === 'up' ? 'at-top' : 'at-bottom', form });
      return;
    }
    if (way === 'up') last.insertAfter(neighbour, false);
    else first.insertBefore(neighbour, false);
    editor.dispatchCommand(SAY_COMMAND, { what: `moved-${way}`, form, count });
  });
  const root = editor.getRootElement();
  if (root === null) return;
  // A field in a moved card may have lost the focus with its place.
  if (focused instanceof HTMLElement && root.contains(focused) && focused !== root) focused.focus();
  const moved = editor.read(() => $blocksInHand()[0]?.getKey());
  if (moved !== undefined) editor.getElementByKey(moved)?.scrollIntoView({ block: 'nearest' });
}

/** Moves one block before or after another: where it was dropped. */
export function dropBlock(
  editor: LexicalEditor,
  from: NodeKey,
  to: { readonly key: NodeKey; readonly side: 'before' | 'after' },
): void {
  step(editor, () => {
    const block = $getNodeByKey(from);
    const target = $getNodeByKey(to.key);
    if (block === null || target === null || block.is(target)) return;
    const up = target.getIndexWithinParent() < block.getIndexWithinParent();
    if (to.side === 'before') target.insertBefore(block);
    else target.insertAfter(block);
    $selectBlocks([block]);
    editor.dispatchCommand(SAY_COMMAND, {
      what: up ? 'moved-up' : 'moved-down',
      form: $formOf(block),
    });
  });
}

/** A second one below each block in hand. A photo stands in a story once, and a newer block is not ours to copy. */
export function duplicateBlocks(editor: LexicalEditor): void {
  step(editor, () => {
    const blocks = $blocksInHand();
    const [first] = blocks;
    let after = blocks.at(-1);
    if (first === undefined || after === undefined) return;
    const copies: LexicalNode[] = [];
    for (const block of blocks) {
      const read = $readBlock(block, newBlockId());
      if (isNewerBlock(read) || read.kind === 'photo') continue;
      const copy = $showBlock(read);
      after.insertAfter(copy);
      after = copy;
      copies.push(copy);
    }
    if (copies.length > 0) $selectBlocks(copies);
    editor.dispatchCommand(SAY_COMMAND, {
      what: copies.length === 0 ? 'once' : 'duplicated',
      form: $formOf(copies[0] ?? first),
      count: copies.length,
    });
  });
}

/** Deletes the blocks in hand; for one of a newer Redaksi the person is asked first. */
export function deleteBlocks(editor: LexicalEditor): void {
  const keys = editor.read('pending', () => $blocksInHand().map((block) => block.getKey()));
  editor.dispatchCommand(DELETE_BLOCKS_COMMAND, keys);
}

/** Deletes blocks by their keys, after the person said so. */
export function deleteAnyway(editor: LexicalEditor, keys: readonly NodeKey[]): void {
  step(editor, () =>
    $deleteThese(
      editor,
      keys.flatMap((key) => $getNodeByKey(key) ?? []),
    ),
  );
}

/** Whether some of these can't be made anew on this laptop. */
export function $needsAsking(keys: readonly NodeKey[]): boolean {
  return keys.some((key) => $isNewerNode($getNodeByKey(key)));
}

/** Then the caret is where the text goes on; a card there is selected, so that arrows and Delete go on from it. */
function $deleteThese(editor: LexicalEditor, blocks: readonly LexicalNode[]): void {
  const [first] = blocks;
  if (first === undefined) return;
  const form = $formOf(first);
  const next = blocks.at(-1)?.getNextSibling() ?? null;
  const before = first.getPreviousSibling();
  for (const block of blocks) block.remove();
  if ($isElementNode(next)) $goInto(next, 'start');
  else if ($isElementNode(before)) $goInto(before, 'end');
  else if ($isDecoratorNode(next)) $selectBlocks([next]);
  else if ($isDecoratorNode(before)) $selectBlocks([before]);
  else $goInto(null, 'start');
  editor.dispatchCommand(SAY_COMMAND, { what: 'deleted', form, count: blocks.length });
}

/** Selects the block that a card or a handle stands for. */
export function selectBlock(editor: LexicalEditor, key: NodeKey): void {
  editor.update(() => {
    const node = $getNodeByKey(key);
    const block = node === null ? null : $topBlockOf(node);
    const [selected] = $selectedBlocks();
    if (block !== null && selected?.is(block) !== true) $selectBlocks([block]);
  });
}
