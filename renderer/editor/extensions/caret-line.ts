/** Where the caret is on the screen, and one line on inside its block. */

export function caretInLine(block: HTMLElement, line: 'first' | 'last'): boolean {
  const selection = block.ownerDocument.getSelection();
  if (selection === null || selection.rangeCount === 0) return true;
  const caret = caretBox(selection.getRangeAt(0));
  const range = block.ownerDocument.createRange();
  range.selectNodeContents(block);
  const lines = [...range.getClientRects()].filter((box) => box.height > 0);
  if (caret === undefined || lines.length === 0) return true;
  const half = caret.height / 2;
  return line === 'first'
    ? caret.top < Math.min(...lines.map((box) => box.top)) + half
    : caret.bottom > Math.max(...lines.map((box) => box.bottom)) - half;
}

/**
 * Puts the caret one line on inside its block; false when there is no such line. Chromium's own key jumps from a line
 * above the last one over a card that follows.
 */
export function moveCaretInside(block: HTMLElement, by: 'up' | 'down'): boolean {
  const { ownerDocument: page } = block;
  const selection = page.getSelection();
  const caret =
    selection === null || selection.rangeCount === 0
      ? undefined
      : caretBox(selection.getRangeAt(0));
  if (selection === null || caret === undefined) return false;
  const y = by === 'down' ? caret.bottom + caret.height / 2 : caret.top - caret.height / 2;
  const place = page.caretPositionFromPoint(caret.left, y);
  if (place === null || !block.contains(place.offsetNode)) return false;
  selection.collapse(place.offsetNode, place.offset);
  return true;
}

function caretBox(range: Range): DOMRect | undefined {
  const box = range.getClientRects()[0];
  if (box !== undefined) return box;
  // On an empty line the caret has no box; the line's break has.
  const at = range.startContainer.childNodes[range.startOffset] ?? range.startContainer;
  return at instanceof Element ? at.getBoundingClientRect() : undefined;
}
