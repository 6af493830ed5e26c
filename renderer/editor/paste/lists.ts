/**
 * Entries of lists into lists of ours, which are flat and count from 1. What such a list would print otherwise keeps
 * what the page showed as words: `5. …` stays a 5.
 */
import { LIMITS, type Run } from '#shared/domain/article.ts';
import { joinRuns, type Entry, type Piece } from './flow.ts';
import type { PastedBlock } from './pasted.ts';

interface OpenList {
  readonly level: number;
  readonly ordered: boolean;
  readonly items: (readonly Run[])[];
}

/** The blocks of entries that follow each other. */
export function listsOf(entries: readonly Entry[]): PastedBlock[] {
  const blocks: PastedBlock[] = [];
  let open: OpenList | null = null;
  for (const { level, marker, runs } of entries) {
    const ordered = marker !== '';
    const spoken = joinRuns([[{ text: ordered ? marker : '•' }], runs], ' ');
    // Inside a numbered list the inner entries are lines of their entry: the numbers after them stay right.
    const last = open?.items.length ?? 0;
    if (open !== null && open.ordered && level > open.level && last > 0) {
      open.items[last - 1] = joinRuns([open.items[last - 1] ?? [], spoken], '\n');
      continue;
    }
    const goes: boolean =
      open !== null &&
      open.ordered === ordered &&
      last < LIMITS.list &&
      (!ordered || numberOf(marker) === last + 1);
    if (open !== null && goes) {
      open.items.push(runs);
      continue;
    }
    // The editor joins two lists of one kind that touch: the second one must not count on from the first.
    const joined = open !== null && open.ordered === ordered;
    if (joined || (ordered && numberOf(marker) !== 1)) {
      open = null;
      blocks.push({ kind: 'paragraph', runs: spoken });
      continue;
    }
    open = { level, ordered, items: [runs] };
    blocks.push({ kind: 'list', ordered, items: open.items });
  }
  return blocks;
}

/** `3.` and `3)` are numbers that our lists print; `3a`, `iv.` and `(3)` are not. */
function numberOf(marker: string): number | null {
  const digits = /^(\d{1,3})[.)]$/.exec(marker)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A bullet's glyph is no word, also where it is a letter of a symbol font. */
export function markerOf(shown: string): string {
  const marker = shown.replaceAll(/[\s\u00A0]+/g, '');
  return /^(?:[^\p{L}\p{N}]*|.)$/u.test(marker) && !/^\p{N}$/u.test(marker) ? '' : marker;
}

const BULLET = /^\s*(?:[•·●▪◦‣∙]|[-–*](?=\s))\s*/;
const BULLETS_IN_A_ROW = 2;

/** Paragraphs that somebody began with a bullet by hand, two at least, are entries. */
export function typedBullets(pieces: readonly Piece[]): readonly Piece[] {
  const isTyped = (piece: Piece | undefined): boolean =>
    piece?.kind === 'text' && BULLET.test(piece.runs[0]?.text ?? '') && hasMore(piece.runs);
  return pieces.map((piece, index) => {
    if (piece.kind !== 'text' || !isTyped(piece)) return piece;
    const neighbours = 1 + Number(isTyped(pieces[index - 1])) + Number(isTyped(pieces[index + 1]));
    if (neighbours < BULLETS_IN_A_ROW) return piece;
    return { kind: 'entry', level: 0, marker: '', runs: withoutStart(piece.runs, BULLET) };
  });
}

const NUMBER = /^\s*(\d{1,3})[.)]\s+(?=\S)/;

/** Lines numbered by hand from 1 on, two at least. Plain text alone: a page has lists for that. */
export function typedNumbers(pieces: readonly Piece[]): readonly Piece[] {
  const numberAt = (piece: Piece | undefined): number =>
    piece?.kind === 'text' ? Number(NUMBER.exec(piece.runs[0]?.text ?? '')?.[1] ?? 0) : 0;
  const entries: Piece[] = [];
  let expected = 1;
  pieces.forEach((piece, index) => {
    const number = numberAt(piece);
    const begins = number === 1 && numberAt(pieces[index + 1]) === 2;
    const goesOn = number > 1 && number === expected;
    if (piece.kind === 'text' && (begins || goesOn)) {
      expected = number + 1;
      const runs = withoutStart(piece.runs, NUMBER);
      entries.push({ kind: 'entry', level: 0, marker: `${number}.`, runs });
    } else {
      expected = 0;
      entries.push(piece);
    }
  });
  return entries;
}

function withoutStart(runs: readonly Run[], start: RegExp): readonly Run[] {
  const [first, ...others] = runs;
  if (first === undefined) return runs;
  const text = first.text.replace(start, '');
  const rest = text === '' ? others : [{ ...first, text }, ...others];
  const [next, ...more] = rest;
  return next === undefined ? rest : [{ ...next, text: next.text.trimStart() }, ...more];
}

function hasMore(runs: readonly Run[]): boolean {
  return withoutStart(runs, BULLET).some((run) => run.text.trim() !== '');
}
