/** Every form that a block can have on the page, by name: for the toolbar, the menus and what is said aloud. */
import { $isListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
import { $isDecoratorNode, type LexicalNode } from 'lexical';
import type { MessageKey } from '../../i18n/index.ts';
import { $isDividerNode } from '../nodes/DividerNode.tsx';
import { $isEmbedNode } from '../nodes/EmbedNode.tsx';
import { $isInfoBoxNode } from '../nodes/InfoBoxNode.ts';
import { $isNewerNode } from '../nodes/NewerNode.tsx';
import { $isPhotoNode } from '../nodes/PhotoNode.tsx';
import { $isPullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { $isRelatedNode } from '../nodes/RelatedNode.tsx';

/** Forms that the same words can take on and off. */
export const LOOKS = [
  'paragraph',
  'h2',
  'h3',
  'quote',
  'pull-quote',
  'bullet',
  'number',
  'info-box',
] as const;
/** What a block of text can be. */
export type BlockLook = (typeof LOOKS)[number];
export type BlockForm = BlockLook | 'photo' | 'related' | 'table' | 'embed' | 'divider' | 'newer';

export const FORM_NAMES = {
  paragraph: 'block.paragraph',
  h2: 'block.h2',
  h3: 'block.h3',
  quote: 'block.quote',
  'pull-quote': 'block.pull-quote',
  bullet: 'block.bullet',
  number: 'block.number',
  'info-box': 'block.info-box',
  photo: 'block.photo',
  related: 'block.related',
  table: 'block.table',
  embed: 'block.embed',
  divider: 'block.divider',
  newer: 'block.newer',
} as const satisfies Record<BlockForm, MessageKey>;

/** The form of a top-level node. */
export function $formOf(node: LexicalNode): BlockForm {
  if ($isHeadingNode(node)) return node.getTag() === 'h3' ? 'h3' : 'h2';
  if ($isListNode(node)) return node.getListType() === 'number' ? 'number' : 'bullet';
  return FORM_OF.find(([is]) => is(node))?.[1] ?? 'paragraph';
}

const FORM_OF: readonly (readonly [(node: LexicalNode) => boolean, BlockForm])[] = [
  [$isQuoteNode, 'quote'],
  [$isPullQuoteNode, 'pull-quote'],
  [$isInfoBoxNode, 'info-box'],
  [$isPhotoNode, 'photo'],
  [$isRelatedNode, 'related'],
  [$isTableNode, 'table'],
  [$isEmbedNode, 'embed'],
  [$isDividerNode, 'divider'],
  [$isNewerNode, 'newer'],
];

/** Blocks with an inside of their own: a key at their edge goes in or selects them, and never eats them. */
export function $isCard(node: LexicalNode | null): boolean {
  return node !== null && ($isDecoratorNode(node) || $isTableNode(node) || $isInfoBoxNode(node));
}
