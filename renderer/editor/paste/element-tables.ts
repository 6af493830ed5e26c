/** Tables of a page. A table that only lays a page out is read as what stands in it. */
import { LIMITS } from '#shared/domain/article.ts';
import { joinRuns } from './flow.ts';
import type { ElementReader, Reading } from './reading.ts';
import { linesOf, tableOf, type Cell } from './tables.ts';

const NOT_IN_CELLS = 'table, h1, h2, h3, h4, h5, h6, hr, blockquote, iframe, figure';
/** A cell may say that it spans more; no table has that many. */
const MOST_SPANNED = 1_000;

export const readTable: ElementReader = ({ element, flow, place, reading }) => {
  if (/^(?:presentation|none)$/.test(element.getAttribute('role') ?? '')) return false;
  if (element.querySelector(NOT_IN_CELLS) !== null) return false;
  const rows: Cell[][] = [];
  let headRow = false;
  let captioned: readonly Element[] = [];
  const others: Element[] = [];
  const rowOf = (row: Element): void => {
    const cells: Cell[] = [];
    for (const cell of row.children) {
      if (cell.nodeName.toLowerCase() !== 'td' && cell.nodeName.toLowerCase() !== 'th') continue;
      if (isLeftOut(cell, reading)) {
        others.push(cell);
        continue;
      }
      cells.push({
        pieces: reading.piecesOf(cell.childNodes, { ...place, paragraph: true }, reading),
        head: cell.nodeName.toLowerCase() === 'th',
        columns: spanned(cell, 'colspan', LIMITS.cells + 1),
        rows: spanned(cell, 'rowspan', MOST_SPANNED),
      });
    }
    rows.push(cells);
  };
  const part = (parent: Element): void => {
    for (const child of parent.children) {
      if (isLeftOut(child, reading)) others.push(child);
      else if (child.nodeName.toLowerCase() === 'tr') {
        headRow ||= rows.length === 0 && parent.nodeName.toLowerCase() === 'thead';
        rowOf(child);
      } else if (/^t(?:head|body|foot)$/.test(child.nodeName.toLowerCase())) part(child);
      else if (child.nodeName.toLowerCase() === 'caption') captioned = [...captioned, child];
    }
  };
  part(element);
  const caption = joinRuns(
    captioned.flatMap((each) => reading.piecesOf(each.childNodes, place, reading)).map(linesOf),
    ' ',
  );
  // Hidden rows and cells: read for what they leave out.
  reading.piecesOf(others, place, reading);
  flow.add(...tableOf(rows, caption, headRow));
  return true;
};

function isLeftOut(element: Element, reading: Reading): boolean {
  return (
    !reading.whole &&
    (element.hasAttribute('hidden') || reading.styleOf(element).get('display') === 'none')
  );
}

function spanned(cell: Element, attribute: 'colspan' | 'rowspan', most: number): number {
  const count = Number.parseInt(cell.getAttribute(attribute) ?? '', 10);
  return Number.isNaN(count) || count < 1 ? 1 : Math.min(count, most);
}
