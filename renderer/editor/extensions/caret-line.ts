/** Where the caret is on the screen: in a block's first line, or in its last. */

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

function caretBox(range: Range): DOMRect | undefined {
  const box = range.getClientRects()[0];
  if (box !== undefined) return box;
  // On an empty line the caret has no box; the line's break has.
  const at = range.startContainer.childNodes[range.startOffset] ?? range.startContainer;
  return at instanceof Element ? at.getBoundingClientRect() : undefined;
}
