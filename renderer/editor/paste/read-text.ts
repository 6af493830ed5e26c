/**
 * Plain text on the clipboard. A line is a paragraph, unless a mail program broke the lines: then the paragraph is what
 * stands between blank lines.
 */
import type { Run } from '#shared/domain/article.ts';
import { createFlow, PLAIN, textOf, type Flow, type Look, type Piece } from './flow.ts';
import { typedNumbers } from './lists.ts';
import { safeLink } from './looks.ts';
import { NOTHING_READ, type ClipboardRead } from './pasted.ts';
import { tableOf } from './tables.ts';
import { blocksOf, withinLimits } from './tidy.ts';

interface TextWish {
  /** Reads what a chat writes as signs: `*tebal*`, `_miring_`; and lists, tables and addresses. */
  readonly structure: boolean;
}

export function readClipboardText(text: string, { structure }: TextWish): ClipboardRead {
  const lines = text.split(/\r\n?|[\n\f\u2029\u0085]/);
  const pieces: Piece[] = [];
  for (const group of groupsOf(lines)) {
    if (structure && isTabbed(group)) pieces.push(...tableOf(group.map(cellsOf), [], false));
    else if (isWrapped(group)) pieces.push(...pieceOf(group.join(' '), structure));
    else for (const line of group) pieces.push(...pieceOf(line, structure));
  }
  return {
    ...NOTHING_READ,
    blocks: structure ? blocksOf(typedNumbers(pieces)) : plainBlocks(pieces),
  };
}

/** Paragraphs and nothing else. */
function plainBlocks(pieces: readonly Piece[]): ClipboardRead['blocks'] {
  return pieces.flatMap((piece) =>
    piece.kind === 'text' ? withinLimits({ kind: 'paragraph', runs: piece.runs }) : [],
  );
}

function groupsOf(lines: readonly string[]): string[][] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  return groups.filter((group) => group.length > 0);
}

const WRAPPED_LINES = 3;
const NARROWEST = 55;
const WIDEST = 80;

/** Broken by a program at a fixed width: no line but the last had room for the next line's first word. */
function isWrapped(group: readonly string[]): boolean {
  if (group.length < WRAPPED_LINES) return false;
  const lengths = group.map((line) => line.trimEnd().length);
  const width = Math.max(...lengths);
  if (width < NARROWEST || width > WIDEST) return false;
  return group.slice(0, -1).every((line, index) => {
    const next = (group[index + 1] ?? '').trimStart();
    const word = next.split(/\s/)[0] ?? '';
    const begins = /^(?:[-–•*>]|\d{1,3}[.)])\s/.test(next);
    return !begins && line.trimEnd().length + 1 + word.length > width;
  });
}

const ROWS_OF_A_TABLE = 2;

/** Cells with tabs between them, as a spreadsheet copies them. */
function isTabbed(group: readonly string[]): boolean {
  const tabs = group.map((line) => line.split('\t').length - 1);
  return (
    group.length >= ROWS_OF_A_TABLE && (tabs[0] ?? 0) > 0 && tabs.every((each) => each === tabs[0])
  );
}

function cellsOf(line: string) {
  return line
    .split('\t')
    .map((cell) => ({ pieces: pieceOf(cell, true), head: false, columns: 1, rows: 1 }));
}

function pieceOf(line: string, structure: boolean): readonly Piece[] {
  const flow = createFlow();
  // What nobody sees goes first: it would stand between a sign and its word.
  if (structure) marked(textOf(line), PLAIN, flow);
  else flow.text(line, PLAIN);
  return flow.end();
}

/** A sign of a chat opens before a word and closes behind one; `***`, `2*3*4` and `nama_berkas_ini` are text. */
const MARKS =
  /(?<=^|[^\P{P}*_]|[\s~])(?:\*(?=[^\s*])(?<bold>[^*\n]*[^\s*])\*|_(?=[^\s_])(?<italic>[^_\n]*[^\s_])_)(?=[^\P{P}*_]|[\s~]|$)|(?<link>https?:\/\/[^\s<>"]+)/gu;

function marked(text: string, look: Look, flow: Flow): void {
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    flow.text(text.slice(end, match.index), look);
    const { bold, italic, link } = match.groups ?? {};
    if (bold !== undefined) marked(bold, { ...look, bold: true }, flow);
    else if (italic !== undefined) marked(italic, { ...look, italic: true }, flow);
    else if (link !== undefined) linked(link, look, flow);
    end = match.index + match[0].length;
  }
  flow.text(text.slice(end), look);
}

/** The full stop behind an address ends the sentence, not the address. */
function linked(address: string, look: Look, flow: Flow): void {
  const bare = /^(.*?)[.,;:!?'’”)\]]*$/s.exec(address)?.[1] ?? address;
  flow.text(bare, { ...look, link: safeLink(bare) });
  flow.text(address.slice(bare.length), look);
}

/** One line for a field that has one: no word lost, no word fused. */
export function oneLine(text: string): string {
  return readClipboardText(text, { structure: false })
    .blocks.map((block) => ('runs' in block ? lineOf(block.runs) : ''))
    .join(' ');
}

function lineOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text.replaceAll('\n', ' ')).join('');
}
