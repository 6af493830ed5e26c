/** Keys inside a table: Tab goes through its cells and out at the end, Enter goes down its rows. */
import { $isTableCellNode, $isTableNode, type TableCellNode } from '@lexical/table';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_BEFORE_EDITOR,
  defineExtension,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type LexicalNode,
} from 'lexical';
import { $cellsOf } from '../nodes/table.ts';
import { $topBlockOf } from '../nodes/top-block.ts';
import { $goInto } from './select-block.ts';
import { $addRow } from './table-changes.ts';

export const TableKeysExtension = defineExtension({
  name: 'redaksi/TableKeys',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        KEY_TAB_COMMAND,
        (event) => {
          const cell = $cellWithCaret();
          if (cell === null || !editor.isEditable()) return false;
          event.preventDefault();
          $toCell(cell, event.shiftKey ? -1 : 1);
          return true;
        },
        COMMAND_PRIORITY_BEFORE_EDITOR,
      ),
      editor.registerCommand(KEY_ENTER_COMMAND, $enterInCell, COMMAND_PRIORITY_BEFORE_EDITOR),
    ),
});

export function $cellWithCaret(): TableCellNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return $findMatchingParent(selection.anchor.getNode(), $isTableCellNode);
}

/** Tab: the next cell, row by row; beyond the last one, and before the first, out of the table. */
function $toCell(cell: TableCellNode, by: 1 | -1): void {
  const table = $topBlockOf(cell);
  if (!$isTableNode(table)) return;
  const cells = $cellsOf(table).flat();
  const next = cells[cells.findIndex((each) => each.is(cell)) + by];
  if (next !== undefined) next.selectEnd();
  else if (by === 1) $goInto(table.getNextSibling(), 'start');
  else $goInto(table.getPreviousSibling(), 'end');
}

/** Enter: the cell below. In the last row it makes a row; in a last row that is empty it leaves the table, as in a list. */
function $enterInCell(event: KeyboardEvent | null): boolean {
  const cell = $cellWithCaret();
  if (cell === null || event === null || event.shiftKey) return false;
  const table = $topBlockOf(cell);
  if (!$isTableNode(table)) return false;
  const rows = $cellsOf(table);
  const y = rows.findIndex((row) => row.some((each) => each.is(cell)));
  const x = rows[y]?.findIndex((each) => each.is(cell)) ?? 0;
  event.preventDefault();
  const below = rows[y + 1]?.[x];
  if (below !== undefined) below.selectEnd();
  else if (y > 0 && $isEmptyRow(rows[y])) {
    $goInto(table.getNextSibling(), 'start');
    rows[y]?.[0]?.getParent()?.remove();
  } else $addRow(table, rows.length, x);
  return true;
}

function $isEmptyRow(row: readonly LexicalNode[] | undefined): boolean {
  return row?.every((cell) => cell.getTextContent() === '') === true;
}
