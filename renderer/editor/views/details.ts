/** What can be said of the block with the caret besides its text. */
import { $isQuoteNode } from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
import {
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import {
  $isPullQuoteNode,
  $pullQuoteSpeakerOf,
  $setPullQuoteSpeaker,
} from '../nodes/PullQuoteNode.ts';
import { $attributionOf, $setAttribution } from '../nodes/quote.ts';
import { $setTableFacts, $tableFactsOf } from '../nodes/table.ts';
import { $topBlockOf } from '../nodes/top-block.ts';

export interface Details {
  readonly name: 'speaker' | 'verb' | 'caption' | 'header';
  /** A switch is on unless this is empty. */
  readonly value: string;
  readonly $set: (node: LexicalNode, value: string) => void;
}

export interface DetailsAt {
  readonly key: NodeKey;
  /** Where the block ends, from the top of the text. */
  readonly top: number;
  readonly table: boolean;
  readonly details: readonly Details[];
}

export function $detailsAtCaret(editor: LexicalEditor): DetailsAt | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const block = $topBlockOf(selection.anchor.getNode());
  const details = block === null ? [] : $detailsOf(block);
  if (block === null || details.length === 0) return null;
  const element = editor.getElementByKey(block.getKey());
  const top = element === null ? 0 : element.offsetTop + element.offsetHeight;
  return { key: block.getKey(), top, table: $isTableNode(block), details };
}

function $detailsOf(block: LexicalNode): readonly Details[] {
  if ($isQuoteNode(block)) {
    const { speaker, verb } = $attributionOf(block);
    return [
      { name: 'speaker', value: speaker, $set: $setSpeaker },
      { name: 'verb', value: verb, $set: $setVerb },
    ];
  }
  if ($isPullQuoteNode(block)) {
    return [{ name: 'speaker', value: $pullQuoteSpeakerOf(block), $set: $setPullSpeaker }];
  }
  if ($isTableNode(block)) {
    const { caption, header } = $tableFactsOf(block);
    return [
      { name: 'caption', value: caption, $set: $setCaption },
      { name: 'header', value: header ? 'yes' : '', $set: $setHeader },
    ];
  }
  return [];
}

function $setSpeaker(node: LexicalNode, speaker: string): void {
  if ($isQuoteNode(node)) $setAttribution(node, { ...$attributionOf(node), speaker });
}
function $setVerb(node: LexicalNode, verb: string): void {
  if ($isQuoteNode(node)) $setAttribution(node, { ...$attributionOf(node), verb });
}
function $setPullSpeaker(node: LexicalNode, speaker: string): void {
  if ($isPullQuoteNode(node)) $setPullQuoteSpeaker(node, speaker);
}
function $setCaption(node: LexicalNode, caption: string): void {
  if ($isTableNode(node)) $setTableFacts(node, { ...$tableFactsOf(node), caption });
}
function $setHeader(node: LexicalNode, header: string): void {
  if ($isTableNode(node)) $setTableFacts(node, { ...$tableFactsOf(node), header: header !== '' });
}
