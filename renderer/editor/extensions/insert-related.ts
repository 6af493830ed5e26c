/** Puts "Baca juga" into the text. */
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
} from 'lexical';
import { $createRelatedNode } from '../nodes/RelatedNode.tsx';
import type { Related } from '../nodes/related.ts';

/**
 * In place of an empty line, and the caret goes to the line below; or below the paragraph that is being written, and
 * the caret stays where it is: the sentence goes on.
 */
export function $insertRelated(related: Related): void {
  const card = $createRelatedNode(related);
  const touched = $getSelection()?.getNodes().at(-1) ?? $getRoot().getLastChild();
  const at = touched?.getTopLevelElement() ?? $getRoot().getLastChild();
  const goesOn = $isElementNode(at) && !at.isEmpty();
  if (at === null) $getRoot().append(card);
  else if ($isParagraphNode(at) && at.isEmpty()) at.replace(card);
  else at.insertAfter(card, false);
  // There is always a line to write on below.
  if (card.getNextSibling() === null) card.insertAfter($createParagraphNode(), false);
  if (!goesOn) card.selectNext();
}
