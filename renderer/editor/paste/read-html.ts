/**
 * A page on the clipboard, read into blocks of ours. It sees a parsed document that is shown nowhere and loads nothing.
 * Words are never dropped: they become text, or they are listed as left out with the reason.
 */
import { hasWords } from '#shared/domain/story-text/words.ts';
import { BLOCK_TAGS, READERS } from './elements.ts';
import { createFlow, joinRuns, PLAIN, type Flow, type Piece } from './flow.ts';
import { trimToFragment } from './fragment.ts';
import { NO_TEXT, whyLeftOut } from './hidden.ts';
import { isStruck, lookInside } from './looks.ts';
import type { ClipboardRead } from './pasted.ts';
import type { Place, Reading } from './reading.ts';
import { createStyleReader } from './styles.ts';
import { linesOf } from './tables.ts';
import { blocksOf } from './tidy.ts';

const TOP: Place = { look: PLAIN, paragraph: false, struck: false, marker: null, lists: 0 };
const BLOCK_DISPLAY =
  /^(?:block|flex|grid|list-item|flow-root|table|table-cell|table-row|table-caption)$/;
const ROW_DISPLAY = /^(?:inline-)?(?:flex|grid)$/;

/** Reads a parsed page, which is the reader's own from here on: what lies outside the copied stretch is taken away. */
export function readClipboardHtml(page: Document): ClipboardRead {
  trimToFragment(page);
  const reading: Reading = {
    styleOf: createStyleReader(page),
    leftOut: [],
    refused: [],
    struck: 0,
    skipped: new Set(),
    whole: false,
    piecesOf,
  };
  const blocks = blocksOf(piecesOf(page.body.childNodes, TOP, reading));
  const { leftOut, refused, struck } = reading;
  return { blocks, leftOut, refused, struck };
}

function piecesOf(nodes: Iterable<Node>, place: Place, reading: Reading): readonly Piece[] {
  const flow = createFlow();
  readNodes(nodes, flow, place, reading);
  return flow.end();
}

function readNodes(nodes: Iterable<Node>, flow: Flow, place: Place, reading: Reading): void {
  for (const node of nodes) {
    if (node.nodeType === 3) flow.text(node.nodeValue ?? '', place.look);
    else if (node.nodeType === 1) readElement(node as Element, flow, place, reading);
  }
}

function readElement(element: Element, flow: Flow, place: Place, reading: Reading): void {
  const tag = element.nodeName.toLowerCase();
  if (NO_TEXT.has(tag) || reading.skipped.has(element)) return;
  const style = reading.styleOf(element);
  const why = reading.whole ? null : whyLeftOut(element, style);
  if (why !== null) {
    const text = wordsInside(element, reading);
    if (hasWords(text)) reading.leftOut.push({ why, text });
    return;
  }
  if (style.get('mso-list') === 'ignore' && place.marker !== null) {
    place.marker.shown += element.textContent ?? '';
    return;
  }
  const struck = place.struck || isStruck(element, style);
  if (struck && !place.struck && hasWords(element.textContent ?? '')) reading.struck += 1;
  const inside: Place = { ...place, struck, look: lookInside(element, style, place.look) };

  const read = READERS[tag];
  if (read?.({ element, style, flow, place: inside, reading }) === true) return;

  const display = style.get('display') ?? '';
  const isBlock = BLOCK_TAGS.has(tag) || BLOCK_DISPLAY.test(display);
  if (isBlock) flow.hard();
  if (ROW_DISPLAY.test(display)) {
    // Its parts stand beside each other, though nothing in the text keeps them apart.
    for (const part of element.childNodes) {
      readNodes([part], flow, inside, reading);
      flow.text(' ', inside.look);
    }
  } else readNodes(element.childNodes, flow, inside, reading);
  if (isBlock) flow.hard();
}

/** The words of something that stays out, as they would have been read. */
function wordsInside(element: Element, reading: Reading): string {
  const aside: Reading = { ...reading, leftOut: [], refused: [], whole: true };
  const runs = joinRuns(piecesOf(element.childNodes, TOP, aside).map(linesOf), '\n');
  return runs.map((run) => run.text).join('');
}
