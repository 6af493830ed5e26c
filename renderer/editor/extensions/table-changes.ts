/** Rows and columns of the table that holds the caret. */
import {
  $createTableCellNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableSelection,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
} from 'lexical';
import { LIMITS } from '#shared/domain/article.ts';
import { $cellsOf, $setTableFacts, $tableFactsOf } from '../nodes/table.ts';
import { $topBlockOf } from '../nodes/top-block.ts';
import { $goInto } from './select-block.ts';

export type TableChange =
  | 'row-above'
  | 'row-below'
  | 'column-left'
  | 'column-right'
  | 'delete-row'
  | 'delete-column'
  | 'header';

interface Place {
  readonly table: TableNode;
  readonly x: number;
  readonly y: number;
}

export function $tablePlace(): Place | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null;
  const cell = $findMatchingParent(selection.anchor.getNode(), $isTableCellNode);
  const table = cell === null ? null : $topBlockOf(cell);
  if (cell === null || !$isTableNode(table)) return null;
  const rows = $cellsOf(table);
  const y = rows.findIndex((row) => row.some((each) => each.is(cell)));
  return { table, y, x: rows[y]?.findIndex((each) => each.is(cell)) ?? 0 };
}

export function changeTable(editor: LexicalEditor, change: TableChange): void {
  editor.update(
    () => {
      const place = $tablePlace();
      if (place !== null) CHANGES[change](place);
    },
    { tag: HISTORY_PUSH_TAG },
  );
}

const CHANGES: Readonly<Record<TableChange, (place: Place) => void>> = {
  'row-above': ({ table, x, y }) => $addRow(table, y, x),
  'row-below': ({ table, x, y }) => $addRow(table, y + 1, x),
  'column-left': ({ table, x, y }) => $addColumn(table, x, y),
  'column-right': ({ table, x, y }) => $addColumn(table, x + 1, y),
  'delete-row': ({ table, x, y }) => {
    const rows = $cellsOf(table);
    if (rows.length === 1) $removeTable(table);
    else {
      ((rows[y + 1] ?? rows[y - 1])?.[x] ?? table).selectStart();
      rows[y]?.[0]?.getParent()?.remove();
    }
  },
  'delete-column': ({ table, x, y }) => {
    const rows = $cellsOf(table);
    if (rows[0]?.length === 1) $removeTable(table);
    else {
      (rows[y]?.[x + 1] ?? rows[y]?.[x - 1] ?? table).selectStart();
      for (const row of rows) row[x]?.remove();
    }
  },
  header: ({ table }) => {
    const facts = $tableFactsOf(table);
    $setTableFacts(table, { ...facts, header: !facts.header });
  },
};

/** A row of empty cells at a place, with the caret in the given column. A full table stays as it is. */
export function $addRow(table: TableNode, y: number, x: number): void {
  const rows = $cellsOf(table);
  if (rows.length >= LIMITS.list) return;
  const cells = (rows[0] ?? []).map($emptyCell);
  const row = $createTableRowNode().append(...cells);
  const there = rows[y]?.[0]?.getParent();
  if (there === null || there === undefined) table.append(row);
  else there.insertBefore(row);
  cells[x]?.selectStart();
}

function $addColumn(table: TableNode, x: number, y: number): void {
  const rows = $cellsOf(table);
  if ((rows[0]?.length ?? 0) >= LIMITS.cells) return;
  rows.forEach((row, index) => {
    const cell = $emptyCell();
    const there = row[x];
    if (there === undefined) row.at(-1)?.insertAfter(cell);
    else there.insertBefore(cell);
    if (index === y) cell.selectStart();
  });
}

function $emptyCell(): TableCellNode {
  return $createTableCellNode().append($createParagraphNode());
}

function $removeTable(table: TableNode): void {
  $goInto(table.getNextSibling(), 'start');
  table.remove();
}
