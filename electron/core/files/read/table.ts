/** Tables: cells as they are seen, spans filled with empty cells; a table that only lays out a page is its contents. */
import { LIMITS, type Run } from '#shared/domain/article.ts';
import {
  attribute,
  childrenOf,
  isElement,
  isHidden,
  plainText,
  type Element,
  type Node,
} from './dom.ts';
import { leave, type Walk } from './walk.ts';
import { collectRuns, trimRuns } from './inline.ts';

interface Row {
  readonly element: Element;
  readonly cells: readonly Element[];
}

export function readTable(
  walk: Walk,
  table: Element,
  walkInside: (nodes: readonly Node[]) => void,
): void {
  const rows = rowsOf(table);
  const widest = Math.max(0, ...rows.map((row) => row.cells.length));
  const waiting = walk.pieces.at(-1);
  const waits = waiting?.kind === 'table' && waiting.rows.length === 0;
  const caption = captionOf(table) || (waits ? waiting.caption : '');
  if (waits) walk.pieces.pop();
  if (rows.length === 0 || widest === 0) {
    sayCaption(walk, caption);
    return;
  }
  // One cell, or cells that hold tables and pictures, lay out a page: read as what is in them.
  const frame = widest === 1 && rows.length === 1;
  if (frame || widest > LIMITS.cells || rows.some((row) => row.cells.some(laysOut))) {
    sayCaption(walk, caption);
    for (const row of rows) for (const cell of row.cells) walkInside(childrenOf(cell));
    return;
  }
  const hidden: Element[] = [];
  const filled = fillSpans(rows, hidden);
  for (const each of hidden) leave(walk, plainText(each), 'hidden');
  const width = Math.max(...filled.map((cells) => cells.length));
  if (width > LIMITS.cells) {
    sayCaption(walk, caption);
    for (const row of rows) for (const cell of row.cells) walkInside(childrenOf(cell));
    return;
  }
  const even = filled.map((cells) => [
    ...cells,
    ...Array.from({ length: width - cells.length }, (): readonly Run[] => []),
  ]);
  const header = isHeader(rows[0]);
  for (let from = 0; from < even.length; from += LIMITS.list) {
    walk.pieces.push({
      kind: 'table',
      caption: from === 0 ? caption : '',
      header: header && from === 0,
      rows: even.slice(from, from + LIMITS.list),
    });
  }
}

function sayCaption(walk: Walk, caption: string): void {
  if (caption !== '') walk.pieces.push({ kind: 'paragraph', runs: [{ text: caption }] });
}

function captionOf(table: Element): string {
  const caption = childrenOf(table).find((node) => isElement(node) && node.tagName === 'caption');
  return caption !== undefined && isElement(caption)
    ? plainText(caption).replaceAll(/\s+/g, ' ').trim().slice(0, LIMITS.line)
    : '';
}

/** Rows of this table, not of tables inside it. */
function rowsOf(table: Element): readonly Row[] {
  return childrenOf(table).flatMap((node): readonly Row[] => {
    if (!isElement(node)) return [];
    if (['thead', 'tbody', 'tfoot'].includes(node.tagName)) return rowsOf(node);
    if (node.tagName !== 'tr') return [];
    const cells = childrenOf(node).filter(
      (child): child is Element => isElement(child) && /^t[dh]$/.test(child.tagName),
    );
    return cells.length === 0 ? [] : [{ element: node, cells }];
  });
}

function laysOut(cell: Element): boolean {
  return childrenOf(cell).some(function inside(node): boolean {
    if (!isElement(node)) return false;
    if (['table', 'img', 'figure', 'h1', 'iframe'].includes(node.tagName)) return true;
    return childrenOf(node).some(inside);
  });
}

function isHeader(row: Row | undefined): boolean {
  if (row === undefined) return false;
  const inHead = row.element.parentNode !== null && row.element.parentNode.nodeName === 'thead';
  return inHead || row.cells.every((cell) => cell.tagName === 'th');
}

/** A cell over several rows or columns stands at its first place; the others are empty. */
function fillSpans(rows: readonly Row[], hidden: Element[]): (readonly Run[])[][] {
  const filled: (readonly Run[])[][] = rows.map(() => []);
  const taken = rows.map(() => new Set<number>());
  rows.forEach(({ cells }, at) => {
    let column = 0;
    for (const cell of cells) {
      while (taken[at]?.has(column) === true) column += 1;
      const wide = span(cell, 'colspan');
      const high = span(cell, 'rowspan');
      for (let down = 0; down < high && at + down < rows.length; down += 1) {
        for (let right = 0; right < wide; right += 1) {
          taken[at + down]?.add(column + right);
          const row = filled[at + down];
          if (row !== undefined) row[column + right] = [];
        }
      }
      const row = filled[at];
      if (row !== undefined) row[column] = cellRuns(cell, hidden);
      column += wide;
    }
  });
  return filled.map((cells) => Array.from(cells, (runs) => runs ?? []));
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const said = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isFinite(said) ? Math.min(Math.max(said, 1), LIMITS.cells + 1) : 1;
}

/** All that a cell says, its paragraphs as lines. */
function cellRuns(cell: Element, hidden: Element[]): readonly Run[] {
  const lines: (readonly Run[])[] = [];
  const take = (nodes: readonly Node[]): void => {
    const { runs, blocks } = collectRuns(nodes);
    const own = trimRuns(runs);
    if (own.length > 0) lines.push(own);
    for (const block of blocks) {
      if (isHidden(block)) hidden.push(block);
      else if (block.tagName !== 'template') take(childrenOf(block));
    }
  };
  take(childrenOf(cell));
  return lines.flatMap((runs, at) => (at === 0 ? runs : [{ text: '\n' }, ...runs]));
}
