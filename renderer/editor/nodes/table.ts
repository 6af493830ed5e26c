/** A table's caption and header row are state of Lexical's own table node; its cells are Lexical's. */
import {
  $isTableCellNode,
  $isTableRowNode,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import { $getState, $setState, createState } from 'lexical';

const captionState = createState('caption', {
  parse: (value) => (typeof value === 'string' ? value : ''),
});
const headerState = createState('header', { parse: (value) => value === true });

export interface TableFacts {
  readonly caption: string;
  /** The first row names the columns. */
  readonly header: boolean;
}

export function $tableFactsOf(table: TableNode): TableFacts {
  return { caption: $getState(table, captionState), header: $getState(table, headerState) };
}

export function $setTableFacts(table: TableNode, { caption, header }: TableFacts): TableNode {
  return $setState($setState(table, captionState, caption), headerState, header);
}

/** The cells, row by row. */
export function $cellsOf(table: TableNode): readonly (readonly TableCellNode[])[] {
  return table
    .getChildren()
    .filter($isTableRowNode)
    .map((row) => row.getChildren().filter($isTableCellNode));
}
