/** One text in another form: paragraph, subhead, quote, list, box. The words and the block's id stay. */
import { $createListItemNode, $createListNode, $isListNode, type ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isQuoteNode } from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $createTextNode,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $blockIdOf, $setBlockId } from '../nodes/block-id.ts';
import {
  $createInfoBoxNode,
  $createInfoTitleNode,
  $isInfoBoxNode,
  $isInfoTitleNode,
} from '../nodes/InfoBoxNode.ts';
import {
  $createPullQuoteNode,
  $isPullQuoteNode,
  $pullQuoteSpeakerOf,
} from '../nodes/PullQuoteNode.ts';
import {
  $attributionOf,
  $attributionTextOf,
  $setAttribution,
  attributionText,
} from '../nodes/quote.ts';
import { $topBlockOf } from '../nodes/top-block.ts';
import { $formOf, type BlockForm, type BlockLook } from './forms.ts';
import { SAY_COMMAND } from './say.ts';
import { $blocksInHand, $selectBlocks } from './select-block.ts';

type OneBlockLook = Exclude<BlockLook, 'bullet' | 'number' | 'info-box'>;

/** Makes the selected blocks into this form. */
export function changeLook(editor: LexicalEditor, look: BlockLook): void {
  editor.update(
    () => {
      const asWholes = $isNodeSelection($getSelection());
      const fresh = $gather(look, $blocksInHand());
      if (asWholes && fresh.length > 0) $selectBlocks(fresh);
      if (fresh.length > 0) {
        editor.dispatchCommand(SAY_COMMAND, { what: 'became', form: look, count: fresh.length });
      }
    },
    { tag: HISTORY_PUSH_TAG },
  );
}

/** The form of the block that holds the caret, or of the first one selected. */
export function $formAtCaret(): BlockForm | null {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) {
    const block = $topBlockOf(selection.anchor.getNode());
    return block === null ? null : $formOf(block);
  }
  const [block] = $blocksInHand();
  return block === undefined ? null : $formOf(block);
}

function $gather(look: BlockLook, blocks: readonly LexicalNode[]): LexicalNode[] {
  const fresh: LexicalNode[] = [];
  let holder: ElementNode | null = null;
  for (const block of blocks) {
    if ($formOf(block) === look) {
      holder = $isListNode(block) ? block : null;
      fresh.push(block);
      continue;
    }
    if ($isListNode(block) && (look === 'bullet' || look === 'number')) {
      block.setListType(look);
      fresh.push(block);
      holder = null;
      continue;
    }
    const texts = $takeApart(block);
    if (texts.length === 0) holder = null;
    for (const text of texts) {
      if (look === 'bullet' || look === 'number' || look === 'info-box') {
        if (holder === null) {
          holder = look === 'info-box' ? $boxBefore(text) : $listBefore(text, look);
          fresh.push(holder);
        }
        $moveInto(holder, text);
      } else {
        fresh.push($dress(text, look));
      }
    }
  }
  return fresh;
}

/** The texts of a block: a list's entries and a box's lines become paragraphs, the first with the id. Cards have none. */
function $takeApart(block: LexicalNode): ElementNode[] {
  if (!$isElementNode(block) || $isTableNode(block)) return [];
  if (!$isListNode(block) && !$isInfoBoxNode(block)) return [block];
  const id = $blockIdOf(block);
  const lines = block.getChildren().filter($isElementNode);
  const texts = lines
    .filter((line) => !$isInfoTitleNode(line) || !line.isEmpty() || lines.length === 1)
    .map((line) => {
      const paragraph = $createParagraphNode();
      block.insertBefore(paragraph);
      $pourInto(paragraph, line);
      return paragraph;
    });
  const [first] = texts;
  if (first !== undefined && id !== null) $setBlockId(first, id);
  block.remove();
  return texts;
}

/** All of one line into another; a caret in an empty line goes along. */
function $pourInto(to: ElementNode, from: ElementNode): void {
  const selection = $getSelection();
  const caretHere = $isRangeSelection(selection) && selection.anchor.getNode().is(from);
  const attribution = $attributionTextOf(from);
  to.append(...from.getChildren());
  if (attribution !== '') to.append($createTextNode(attribution));
  if (caretHere) to.selectStart();
}

function $moveInto(holder: ElementNode, text: ElementNode): void {
  const line = $isListNode(holder) ? $createListItemNode() : $createParagraphNode();
  holder.append(line);
  $pourInto(line, text);
  text.remove();
}

function $listBefore(text: ElementNode, look: 'bullet' | 'number'): ListNode {
  const list = $createListNode(look);
  $inPlaceOf(list, text);
  return list;
}

function $boxBefore(text: ElementNode): ElementNode {
  const box = $createInfoBoxNode().append($createInfoTitleNode());
  $inPlaceOf(box, text);
  return box;
}

function $inPlaceOf(fresh: ElementNode, block: ElementNode): void {
  const id = $blockIdOf(block);
  if (id !== null) $setBlockId(fresh, id);
  block.insertBefore(fresh);
}

function $dress(text: ElementNode, look: OneBlockLook): ElementNode {
  const fresh = MAKE[look](text);
  const id = $blockIdOf(text);
  if (id !== null) $setBlockId(fresh, id);
  // Who says it stays to be read where the form has no place for it.
  const rest = look === 'quote' || look === 'pull-quote' ? '' : $attributionTextOf(text);
  text.replace(fresh, true);
  if (rest !== '') fresh.append($createTextNode(rest));
  return fresh;
}

const MAKE: Readonly<Record<OneBlockLook, (from: LexicalNode) => ElementNode>> = {
  paragraph: () => $createParagraphNode(),
  h2: () => $createHeadingNode('h2'),
  h3: () => $createHeadingNode('h3'),
  quote: (from) =>
    $setAttribution($createQuoteNode(), {
      speaker: $isPullQuoteNode(from) ? $pullQuoteSpeakerOf(from) : '',
      verb: '',
    }),
  'pull-quote': (from) =>
    $createPullQuoteNode($isQuoteNode(from) ? attributionText($attributionOf(from)) : ''),
};
