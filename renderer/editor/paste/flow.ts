/**
 * Text as it flows through a page, gathered into paragraphs. White space is layout: any run of it is one space, also
 * no-break spaces, which programs put wherever they want two in a row.
 */
import type { Run } from '#shared/domain/article.ts';
import { holdableText } from '#shared/domain/story-text/words.ts';
import type { PastedBlock } from './pasted.ts';

export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string | undefined;
  /** Line ends and no more are layout here too: `white-space: pre` and its kin. */
  readonly lines: boolean;
  /** Digits set high or low keep their place as signs of their own. */
  readonly script: 'sup' | 'sub' | undefined;
}
export const PLAIN: Look = {
  bold: false,
  italic: false,
  link: undefined,
  lines: false,
  script: undefined,
};

/** An entry of a list, before it is known what its list can print. */
export interface Entry {
  readonly kind: 'entry';
  readonly level: number;
  /** As the page showed it: `3.`, `b)`; empty for a bullet. */
  readonly marker: string;
  readonly runs: readonly Run[];
}

interface TextPiece {
  readonly kind: 'text';
  readonly runs: readonly Run[];
}

/** What a flow is made of, in order. */
export type Piece = TextPiece | Entry | PastedBlock;

export interface Flow {
  readonly text: (text: string, look: Look) => void;
  /** A line break inside the paragraph; two in a row end it. */
  readonly soft: () => void;
  /** Ends the paragraph. */
  readonly hard: () => void;
  readonly add: (...pieces: readonly Piece[]) => void;
  /** Stands behind the paragraph that is being gathered, and does not end it. */
  readonly after: (piece: Piece) => void;
  readonly end: () => readonly Piece[];
}

const WHITE = /[\t\n\r\f\v \u00A0]+/g;

export function createFlow(): Flow {
  const pieces: Piece[] = [];
  let runs: Run[] = [];
  let following: Piece[] = [];
  let breaks = 0;

  const append = (text: string, look: Look): void => {
    const collapsed = text.replaceAll(WHITE, ' ');
    const atStart = runs.length === 0 || breaks > 0;
    const spaced = atStart || (runs.at(-1)?.text.endsWith(' ') ?? true);
    const rest = spaced ? collapsed.replace(/^ /, '') : collapsed;
    if (rest === '') return;
    if (breaks > 0) push(runs, '\n', look);
    breaks = 0;
    push(runs, rest, look);
  };
  const hard = (): void => {
    trimEnd(runs);
    if (runs.length > 0) pieces.push({ kind: 'text', runs });
    pieces.push(...following);
    runs = [];
    following = [];
    breaks = 0;
  };
  const soft = (): void => {
    trimEnd(runs);
    if (runs.length === 0) return;
    breaks += 1;
    if (breaks > 1) hard();
  };
  return {
    text: (raw, look) => {
      const text = scripted(textOf(raw), look.script);
      const lines = text.split(look.lines ? /\r\n?|[\n\v\u2028\u2029]/ : /[\v\u2028\u2029]/);
      lines.forEach((line, index) => {
        if (index > 0) soft();
        append(line, look);
      });
    },
    soft,
    hard,
    add: (...added) => {
      hard();
      pieces.push(...added);
    },
    after: (piece) => void following.push(piece),
    end: () => {
      hard();
      return pieces;
    },
  };
}

/**
 * Signs that no reader sees are dropped: byte-order marks, soft hyphens, control characters, and zero-width spaces
 * beside Latin letters, where nothing but a web page needs them. They would hide a word from every search.
 */
export function textOf(raw: string): string {
  return holdableText(raw)
    .replaceAll(/[^\P{Cc}\s]|[\u00AD\uFEFF]/gu, '')
    .replaceAll(/(?<=^|[\0-\u024F])\u200B+|\u200B+(?=[\0-\u024F]|$)/g, '');
}

const HIGH = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOW = '₀₁₂₃₄₅₆₇₈₉';

/** `m<sup>2</sup>` is no `m2`. */
function scripted(text: string, script: Look['script']): string {
  if (script === undefined || !/^\s*\d+\s*$/.test(text)) return text;
  const digits = script === 'sup' ? HIGH : LOW;
  return text.replaceAll(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}

function push(runs: Run[], text: string, { bold, italic, link }: Look): void {
  const last = runs.at(-1);
  const same =
    last !== undefined &&
    (last.bold ?? false) === bold &&
    (last.italic ?? false) === italic &&
    last.link === link;
  if (same) runs[runs.length - 1] = { ...last, text: last.text + text };
  else {
    runs.push({
      text,
      ...(bold && { bold: true as const }),
      ...(italic && { italic: true as const }),
      ...(link !== undefined && { link }),
    });
  }
}

function trimEnd(runs: Run[]): void {
  for (;;) {
    const last = runs.at(-1);
    if (last === undefined) return;
    const text = last.text.trimEnd();
    if (text !== '') {
      if (text !== last.text) runs[runs.length - 1] = { ...last, text };
      return;
    }
    runs.pop();
  }
}

/** Texts of several paragraphs as one, each on its own line or behind a space. */
export function joinRuns(texts: readonly (readonly Run[])[], by: '\n' | ' '): readonly Run[] {
  const joined: Run[] = [];
  for (const runs of texts) {
    if (runs.length === 0) continue;
    if (joined.length > 0) push(joined, by, PLAIN);
    for (const run of runs) push(joined, run.text, lookOfRun(run));
  }
  return joined;
}

function lookOfRun({ bold, italic, link }: Run): Look {
  return { ...PLAIN, bold: bold === true, italic: italic === true, link };
}
