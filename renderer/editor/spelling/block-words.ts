/** The words of one block, each with its place in the editor's text. */
import {
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { tokensOf, type AskedWord } from '../../spelling/index.ts';

/** A place in the editor's text: a text node and an offset in it, in UTF-16 units. */
export interface Place {
  readonly key: NodeKey;
  readonly offset: number;
}

export interface PlacedWord extends AskedWord {
  readonly from: Place;
  readonly to: Place;
}

interface Piece {
  readonly key: NodeKey;
  readonly start: number;
  readonly length: number;
  readonly italic: boolean;
}

interface BlockText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** What stands for a card in the text: no letter, so no word goes over it. */
const CARD = '\uFFFC';

/** In the editor's read. A word may begin in one format and end in another. */
export function $wordsOf(block: LexicalNode): readonly PlacedWord[] {
  const { text, pieces } = $textOf(block);
  return tokensOf(text).flatMap(({ word, at, inside }) => {
    const end = at + word.length;
    const first = pieces.find((piece) => at < piece.start + piece.length);
    const last = pieces.find((piece) => end <= piece.start + piece.length);
    if (first === undefined || last === undefined) return [];
    return [
      {
        word,
        inside,
        foreign: first.italic && last.italic,
        from: { key: first.key, offset: at - first.start },
        to: { key: last.key, offset: end - last.start },
      },
    ];
  });
}

function $textOf(block: LexicalNode): BlockText {
  let text = '';
  const pieces: Piece[] = [];
  const $take = (node: LexicalNode): void => {
    if ($isTextNode(node)) {
      const own = node.getTextContent();
      pieces.push({
        key: node.getKey(),
        start: text.length,
        length: own.length,
        italic: node.hasFormat('italic'),
      });
      text += own;
    } else if ($isLineBreakNode(node)) text += '\n';
    else if ($isElementNode(node)) {
      if (!node.isInline() && text !== '') text += '\n';
      for (const child of node.getChildren()) $take(child);
    } else text += CARD;
  };
  $take(block);
  return { text, pieces };
}

/** The page's range of a word; null when it is not shown. */
export function rangeOf(editor: LexicalEditor, { from, to }: PlacedWord): Range | null {
  const start = textNode(editor.getElementByKey(from.key));
  const end = textNode(editor.getElementByKey(to.key));
  if (start === null || end === null) return null;
  if (from.offset > start.length || to.offset > end.length) return null;
  const range = start.ownerDocument.createRange();
  range.setStart(start, from.offset);
  range.setEnd(end, to.offset);
  return range;
}

/** A format is an element around the text: `<strong><em>text`. */
function textNode(element: Node | null): Text | null {
  let node = element;
  while (node !== null && !(node instanceof Text)) node = node.firstChild;
  return node;
}
