/**
 * What stands inside a table's cell or an info box is paragraphs of text. Whatever else is pasted or pushed in there
 * becomes paragraphs, and a card comes out again below the block, so that no word and no photo can get lost in it.
 */
import { $isListNode } from '@lexical/list';
import {
  $isTableNode,
  TableCellHeaderStates,
  TableCellNode,
  TableNode,
  TableRowNode,
} from '@lexical/table';
import {
  $createParagraphNode,
  $createTextNode,
  $isDecoratorNode,
  $isElementNode,
  $isParagraphNode,
  defineExtension,
  mergeRegister,
  TextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { $blockIdOf, $setBlockId } from '../nodes/block-id.ts';
import {
  $createInfoTitleNode,
  $isInfoBoxNode,
  $isInfoTitleNode,
  InfoBoxNode,
  InfoTitleNode,
} from '../nodes/InfoBoxNode.ts';
import { $attributionTextOf } from '../nodes/quote.ts';
import { $cellsOf, $tableFactsOf } from '../nodes/table.ts';
import { $topBlockOf } from '../nodes/top-block.ts';

export const InsidesExtension = defineExtension({
  name: 'redaksi/Insides',
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(TableCellNode, (cell) => {
        if (cell.getWidth() !== undefined) cell.setWidth(undefined);
        $onlyParagraphs(cell);
      }),
      editor.registerNodeTransform(TableRowNode, (row) => {
        const table = row.getParent();
        if ($isTableNode(table)) $markHeader(table);
      }),
      editor.registerNodeTransform(TableNode, (table) => {
        if (table.getColWidths() !== undefined) table.setColWidths(undefined);
        $markHeader(table);
      }),
      editor.registerNodeTransform(InfoBoxNode, (box) => {
        $titleFirst(box);
        $onlyParagraphs(box);
      }),
      editor.registerNodeTransform(InfoTitleNode, (title) => {
        const parent = title.getParent();
        if (!$isInfoBoxNode(parent)) $asParagraph(title);
      }),
      editor.registerNodeTransform(TextNode, (text) => {
        if (text.isComposing() || text.getFormat() === 0) return;
        if ($isInfoTitleNode(text.getParent())) text.setFormat(0);
      }),
    ),
});

/** The first row of a table with a header is its header, wherever rows were added and taken away. */
function $markHeader(table: TableNode): void {
  const { header } = $tableFactsOf(table);
  $cellsOf(table).forEach((row, index) => {
    const wanted =
      header && index === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
    for (const cell of row) if (cell.getHeaderStyles() !== wanted) cell.setHeaderStyles(wanted);
  });
}

function $titleFirst(box: InfoBoxNode): void {
  if ($isInfoTitleNode(box.getFirstChild())) return;
  const title = $createInfoTitleNode();
  const first = box.getFirstChild();
  if (first === null) box.append(title);
  else first.insertBefore(title);
}

function $onlyParagraphs(holder: ElementNode): void {
  let loose: ElementNode | null = null;
  const out: LexicalNode[] = [];
  holder.getChildren().forEach((child, index) => {
    if ($isParagraphNode(child) || ($isInfoTitleNode(child) && index === 0)) {
      loose = null;
    } else if ($isCardInside(child)) {
      out.push(child);
    } else if ($isListNode(child)) {
      loose = null;
      for (const entry of child.getChildren()) {
        const paragraph = $createParagraphNode();
        child.insertBefore(paragraph);
        if ($isElementNode(entry)) paragraph.append(...entry.getChildren());
      }
      child.remove();
    } else if ($isElementNode(child) && !child.isInline()) {
      loose = null;
      $asParagraph(child);
    } else {
      // Text without a paragraph around it.
      if (loose === null) {
        loose = $createParagraphNode();
        child.insertBefore(loose);
      }
      loose.append(child);
    }
  });
  if (out.length === 0) return;
  const top = $topBlockOf(holder);
  if (top === null) return;
  for (const card of out.toReversed()) top.insertAfter(card);
}

function $isCardInside(node: LexicalNode): boolean {
  return ($isDecoratorNode(node) && !node.isInline()) || $isTableNode(node) || $isInfoBoxNode(node);
}

/** Any block of text as a paragraph, with everything that it says. */
export function $asParagraph(block: ElementNode): ElementNode {
  const paragraph = $createParagraphNode();
  const attribution = $attributionTextOf(block);
  const id = $blockIdOf(block);
  if (id !== null) $setBlockId(paragraph, id);
  block.replace(paragraph, true);
  if (attribution !== '') paragraph.append($createTextNode(attribution));
  return paragraph;
}
