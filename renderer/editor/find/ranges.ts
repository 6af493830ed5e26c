/** From a stretch of a block's text to the place where it is shown: a range of the page, or a field that holds it. */

/** A stretch of one text of a block, in UTF-16 units. */
export interface Stretch {
  /** The text's name inside its block, as `blockTexts` gives it. */
  readonly part: string;
  /** The whole text, so that a page which shows another one by now is not marked. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Shown =
  | { readonly as: 'range'; readonly range: Range }
  | { readonly as: 'field'; readonly field: HTMLInputElement | HTMLTextAreaElement };

/** Where a block's element shows a stretch; null when it does not (yet). */
export function showStretch(block: HTMLElement, stretch: Stretch): Shown | null {
  for (const element of candidates(block, stretch.part)) {
    const range = rangeIn(element, stretch);
    if (range !== null) return { as: 'range', range };
  }
  const field = [...block.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS)].find(
    ({ value }) => value === stretch.text,
  );
  return field === undefined ? null : { as: 'field', field };
}

const FIELDS = 'input, textarea';
const TEXT_HOLDERS = 'p, h2, h3, li, td, th, figcaption, caption, blockquote, div, span';

/** The elements that may hold a part, the likeliest first. */
function* candidates(block: HTMLElement, part: string): Iterable<HTMLElement> {
  const [kind, first, second] = part.split('.');
  const nth = (selector: string, at = Number(first)): HTMLElement | undefined =>
    [...block.querySelectorAll<HTMLElement>(selector)][at];
  const likely: Readonly<Record<string, () => HTMLElement | undefined>> = {
    text: () => block,
    item: () => nth('li'),
    // The first line of an info box is its title.
    title: () => nth('p', 0),
    paragraph: () => nth('p', Number(first) + 1),
    cell: () => block.querySelectorAll('tr')[Number(first)]?.cells[Number(second)],
  };
  const found = likely[kind ?? '']?.();
  if (found !== undefined) yield found;
  yield block;
  yield* block.querySelectorAll<HTMLElement>(TEXT_HOLDERS);
}

interface Piece {
  readonly node: Text | HTMLBRElement;
  readonly start: number;
  readonly length: number;
}

/** The range of a stretch inside one element; null unless the element shows exactly its text. */
function rangeIn(element: HTMLElement, { text, start, end }: Stretch): Range | null {
  const { pieces, shown } = textOf(element);
  if (shown !== text) return null;
  const range = element.ownerDocument.createRange();
  const from = pieces.find((piece) => start < piece.start + piece.length);
  const to = pieces.find((piece) => end <= piece.start + piece.length);
  if (from === undefined || to === undefined) return null;
  if (from.node instanceof Text) range.setStart(from.node, start - from.start);
  else range.setStartBefore(from.node);
  if (to.node instanceof Text) range.setEnd(to.node, end - to.start);
  else range.setEndAfter(to.node);
  return range;
}

/** An element's text as the article has it: a line break is one character, the browser's own filler none. */
function textOf(element: HTMLElement): {
  readonly pieces: readonly Piece[];
  readonly shown: string;
} {
  const pieces: Piece[] = [];
  let shown = '';
  const walker = element.ownerDocument.createTreeWalker(
    element,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const start = shown.length;
    if (node instanceof Text) shown += node.data;
    else if (node instanceof HTMLBRElement && !isFiller(node)) shown += '\n';
    else continue;
    pieces.push({ node, start, length: shown.length - start });
  }
  return { pieces, shown };
}

/** Lexical's br at the end of an element, which only gives the last line its height. */
function isFiller(br: HTMLBRElement): boolean {
  return br.dataset['lexicalManagedLinebreak'] !== undefined;
}

/** How far into an element's text a place of the page is: for starting a search where the caret is. */
export function offsetIn(element: HTMLElement, node: Node, offset: number): number {
  const { pieces, shown } = textOf(element);
  const piece = pieces.find((each) => each.node === node);
  if (piece !== undefined) return piece.start + offset;
  return node === element && offset === 0 ? 0 : shown.length;
}
