/** Lists of a page, entry by entry; lists.ts makes flat lists of them. */
import { joinRuns, type Entry, type Piece } from './flow.ts';
import type { ElementReader, Place, Reading } from './reading.ts';
import { linesOf, standsAlone } from './tables.ts';

export const readList: ElementReader = ({ element, flow, place, reading }) => {
  const ordered = element.nodeName.toLowerCase() === 'ol';
  const start = Number.parseInt(element.getAttribute('start') ?? '', 10);
  let next = Number.isNaN(start) ? 1 : start;
  const inside: Place = { ...place, lists: place.lists + 1 };
  let loose: Node[] = [];
  const endLoose = (): void => {
    flow.add(...reading.piecesOf(loose, { ...inside, paragraph: true }, reading));
    loose = [];
  };
  for (const child of element.childNodes) {
    const item =
      child.nodeType === 1 && (child as Element).nodeName.toLowerCase() === 'li'
        ? (child as Element)
        : null;
    if (item === null || !isShown(item, reading)) {
      // An inner list without an entry of its own, and what else does not belong here.
      loose.push(child);
      continue;
    }
    endLoose();
    const value = Number.parseInt(item.getAttribute('value') ?? '', 10);
    const number = ordered && !Number.isNaN(value) ? value : next;
    const marker = ordered ? `${number}.` : '';
    const pieces = itemOf(item, marker, inside, reading);
    // Pages number what nobody sees, too; here an empty entry is none.
    if (pieces.length > 0) next = number + 1;
    flow.add(...pieces);
  }
  endLoose();
  return true;
};

/** An entry that has lost its list. */
export const readItem: ElementReader = ({ element, flow, place, reading }) => {
  flow.add(...itemOf(element, '', { ...place, lists: place.lists + 1 }, reading));
  return true;
};

function isShown(item: Element, reading: Reading): boolean {
  return reading.whole || reading.styleOf(item).get('display') !== 'none';
}

/** The entry, then what stands inside it: inner entries, tables, pictures, in order. */
function itemOf(item: Element, marker: string, place: Place, reading: Reading): Piece[] {
  const level = place.lists;
  const result: Piece[] = [];
  let texts: Piece[] = [];
  let first = true;
  const endEntry = (): void => {
    const runs = joinRuns(texts.map(linesOf), '\n');
    texts = [];
    if (runs.length === 0) return;
    // Text behind an inner list belongs to the entry, but stands below it.
    const entry: Entry = first
      ? { kind: 'entry', level, marker, runs }
      : { kind: 'entry', level: level + 1, marker: '', runs };
    first = false;
    result.push(entry);
  };
  for (const piece of reading.piecesOf(item.childNodes, { ...place, paragraph: true }, reading)) {
    if (piece.kind === 'entry' || standsAlone(piece)) {
      endEntry();
      first = false;
      result.push(piece);
    } else texts.push(piece);
  }
  endEntry();
  return result;
}
