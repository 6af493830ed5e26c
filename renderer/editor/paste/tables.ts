/** Tables: rectangular, without merged cells. A cell that spanned others has the words, the cells that it covered are empty. */
import { LIMITS, runsText, type Run } from '#shared/domain/article.ts';
import { joinRuns, type Piece } from './flow.ts';
import type { PastedBlock } from './pasted.ts';

export interface Cell {
  readonly pieces: readonly Piece[];
  readonly head: boolean;
  readonly columns: number;
  readonly rows: number;
}

interface Placed {
  readonly pieces: readonly Piece[];
  readonly head: boolean;
}

/** The pieces of a table: a table block; text where it has one column; what can't stand in a cell follows it. */
export function tableOf(
  rows: readonly (readonly Cell[])[],
  caption: readonly Run[],
  headRow: boolean,
): Piece[] {
  const grid = withoutEmpty(gridOf(rows));
  const width = grid[0]?.length ?? 0;
  const title: Piece[] = caption.length === 0 ? [] : [{ kind: 'text', runs: caption }];
  if (width === 0) return title;
  // One column is a list of lines, however it was drawn.
  if (width === 1) return [...title, ...grid.flatMap((row) => row[0]?.pieces ?? [])];
  if (width > LIMITS.cells) {
    return [...title, ...grid.map((row): Piece => ({ kind: 'text', runs: joinCells(row) }))];
  }
  const captionText = runsText(caption).replaceAll('\n', ' ');
  const fits = captionText.length <= LIMITS.line;
  const header = headRow || (grid[0]?.every((cell) => cell.head) ?? false);
  const blocks: PastedBlock[] = [];
  for (let from = 0; from < grid.length; from += LIMITS.list) {
    blocks.push({
      kind: 'table',
      caption: from === 0 && fits ? captionText : '',
      header: header && from === 0,
      rows: grid
        .slice(from, from + LIMITS.list)
        .map((row) => row.map(({ pieces }) => cellRuns(pieces))),
    });
  }
  const others = grid.flat().flatMap(({ pieces }) => pieces.filter(standsAlone));
  return [...(fits ? [] : title), ...blocks, ...others];
}

function gridOf(rows: readonly (readonly Cell[])[]): Placed[][] {
  const grid: (Placed | undefined)[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row) {
      while (grid[at]?.[column] !== undefined) column += 1;
      const covered: Placed = { pieces: [], head: cell.head };
      for (let down = 0; down < cell.rows && at + down < rows.length; down += 1) {
        for (let right = 0; right < cell.columns; right += 1) {
          const line = grid[at + down];
          if (line !== undefined && line[column + right] === undefined) {
            line[column + right] = down + right === 0 ? cell : covered;
          }
        }
      }
      column += cell.columns;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  const empty: Placed = { pieces: [], head: false };
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? empty));
}

/** Rows and columns without a word are layout. */
function withoutEmpty(grid: readonly (readonly Placed[])[]): readonly (readonly Placed[])[] {
  const rows = grid.filter((row) => row.some((cell) => cell.pieces.length > 0));
  const used = (rows[0] ?? []).map((_, column) =>
    rows.some((row) => (row[column]?.pieces.length ?? 0) > 0),
  );
  return rows.map((row) => row.filter((_, column) => used[column]));
}

function cellRuns(pieces: readonly Piece[]): readonly Run[] {
  return joinRuns(pieces.map(linesOf), '\n');
}

function joinCells(row: readonly Placed[]): readonly Run[] {
  const texts = row.map(({ pieces }) => cellRuns(pieces)).filter((runs) => runs.length > 0);
  return joinRuns(
    texts.flatMap((runs, index) => (index === 0 ? [runs] : [[{ text: '·' }], runs])),
    ' ',
  );
}

/** What has no place inside a line of text: pictures, tables, embeds. */
export function standsAlone(piece: Piece): boolean {
  return ['picture', 'table', 'embed', 'divider'].includes(piece.kind);
}

/** The words of a piece as lines of one text; nothing for what stands alone. */
export function linesOf(piece: Piece): readonly Run[] {
  switch (piece.kind) {
    case 'entry':
      return joinRuns([[{ text: piece.marker === '' ? '•' : piece.marker }], piece.runs], ' ');
    case 'list':
      return joinRuns(piece.items, '\n');
    case 'quote':
      return joinRuns(
        [piece.runs, ...(piece.speaker === '' ? [] : [[{ text: piece.speaker }]])],
        '\n',
      );
    case 'text':
    case 'paragraph':
    case 'heading':
    case 'pull-quote':
      return piece.runs;
    case 'info-box':
      return joinRuns(piece.paragraphs, '\n');
    default:
      return [];
  }
}
