/** What we put on the clipboard: clean HTML and text for others, blocks of ours for us. */
import {
  $generateJSONFromSelectedNodes,
  $generateNodesFromSerializedNodes,
  ClipboardImportExtension,
  GetClipboardDataExtension,
  type BaseSerializedNode,
  type ImportMimeTypeFunction,
} from '@lexical/clipboard';
import { $createListNode, $isListItemNode, $isListNode } from '@lexical/list';
import {
  $createParagraphNode,
  $getEditor,
  $isDecoratorNode,
  $isElementNode,
  $isRangeSelection,
  configExtension,
  type BaseSelection,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import {
  blockText,
  emptyArticle,
  isNewerBlock,
  type Block,
  type PhotoUse,
} from '#shared/domain/article.ts';
import { newBlockId } from '#shared/domain/ids.ts';
import { storyMarkup } from '#shared/export/story-markup.ts';
import { printFragment } from '#shared/render/markup.ts';
import { $readBlock } from '../converters/blocks.ts';
import { $blockIdOf } from '../nodes/block-id.ts';
import { $topBlockOf } from '../nodes/top-block.ts';
import { pasteHandlers } from './handlers.ts';
import { OWN_TYPE, printOwn, type OwnClipboard } from './own.ts';
import { pasteClipboard } from './register.ts';

/** Copies go out in our three types; pastes and drops by any way come in through ours. */
export const CLIPBOARD_EXTENSIONS = [
  configExtension(GetClipboardDataExtension, {
    $exportMimeType: {
      [OWN_TYPE]: [(selection) => $withCopy(selection, printOwn)],
      'text/html': [(selection) => $withCopy(selection, htmlOf)],
      'text/plain': [(selection) => $withCopy(selection, textOfCopy)],
      // The editor's inner format says nothing that ours does not, and would tie a copy to a version of the editor.
      'application/x-lexical-editor': [() => null],
    },
  }),
  configExtension(ClipboardImportExtension, {
    $importMimeType: Object.fromEntries(
      [OWN_TYPE, 'application/x-lexical-editor', 'text/html', 'text/plain', 'text/uri-list'].map(
        (type) => [type, [$takeDrop]],
      ),
    ),
    priority: { [OWN_TYPE]: -1 },
  }),
];

function $takeDrop(...[, , , transfer]: Parameters<ImportMimeTypeFunction>): boolean {
  const moved = transfer.getData('application/x-lexical-drag') !== '';
  pasteClipboard($getEditor(), transfer, { plain: false, moved });
  return true;
}

function $withCopy(
  selection: BaseSelection | null,
  print: (copy: OwnClipboard) => string,
): string | null {
  return selection === null ? null : print($copyOf(selection));
}

/** The selected stretch as blocks: whole ones, and the parts of those at its ends. */
function $copyOf(selection: BaseSelection): OwnClipboard {
  const editor = $getEditor();
  const { nodes } = $generateJSONFromSelectedNodes<BaseSerializedNode>(editor, selection);
  const holders: LexicalNode[] = [];
  let inline = nodes.length > 0;
  for (const node of $generateNodesFromSerializedNodes(nodes)) {
    const last = holders.at(-1);
    if (!isBlockNode(node)) $intoLast(holders, node, last);
    else if ($isListItemNode(node)) $intoList(holders, node, last, selection);
    else holders.push(node);
    if (isBlockNode(node)) inline = false;
  }
  const blocks = holders.map((node) => $readBlock(node, $blockIdOf(node) ?? newBlockId()));
  const photoUses = blocks.flatMap((block): PhotoUse[] => {
    if (isNewerBlock(block) || block.kind !== 'photo') return [];
    const use = pasteHandlers(editor).photoUse(block.photoUse);
    return use === undefined ? [] : [use];
  });
  return { inline, blocks, photoUses };
}

function isBlockNode(node: LexicalNode): boolean {
  return ($isElementNode(node) || $isDecoratorNode(node)) && !node.isInline();
}

const inlineHolders = new WeakSet<LexicalNode>();

function $intoLast(holders: LexicalNode[], node: LexicalNode, last: LexicalNode | undefined): void {
  if (last !== undefined && $isElementNode(last) && inlineHolders.has(last)) last.append(node);
  else {
    const line = $createParagraphNode().append(node);
    inlineHolders.add(line);
    holders.push(line);
  }
}

/** Some entries of a list are a list of the same kind. */
function $intoList(
  holders: LexicalNode[],
  entry: ElementNode,
  last: LexicalNode | undefined,
  selection: BaseSelection,
): void {
  if ($isListNode(last)) {
    last.append(entry);
    return;
  }
  const top = $isRangeSelection(selection) ? $topBlockOf(selection.anchor.getNode()) : null;
  holders.push($createListNode($isListNode(top) ? top.getListType() : 'bullet').append(entry));
}

function htmlOf({ inline, blocks, photoUses }: OwnClipboard): string {
  const article = { ...emptyArticle(), blocks, photoUses };
  const html = printFragment(
    storyMarkup(article, { look: 'clean', photoAddress: () => null, storyAddress: () => null }),
  );
  return inline ? html.replace(/^\s*<p[^>]*>([\s\S]*)<\/p>\s*$/, '$1') : html;
}

function textOfCopy({ blocks }: OwnClipboard): string {
  return blocks
    .map(lines)
    .filter((text) => text !== '')
    .join('\n\n');
}

function lines(block: Block): string {
  if (isNewerBlock(block) || block.kind !== 'list') return blockText(block);
  return block.items
    .map(
      (runs, index) =>
        `${block.ordered ? `${index + 1}.` : '•'} ${runs.map(({ text }) => text).join('')}`,
    )
    .join('\n');
}
