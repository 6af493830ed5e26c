/** A text as the lines that a person sees: trimmed, numbered, without the blank ones. */
import { LIMITS } from '../article.ts';
import { hasWords, holdableText } from './words.ts';

export interface StoryLine {
  /** 1-based numbers in the input; more than one when a wrapped line was joined. */
  readonly numbers: readonly number[];
  readonly text: string;
  /** Whether a blank line, or the edge of the text, stands before. */
  readonly blankBefore: boolean;
}

/** More lines than any story has: what follows is one left-over text, so that a log file takes no minute. */
const MOST_LINES = 4 * LIMITS.blocks;

export interface ReadLines {
  readonly lines: readonly StoryLine[];
  /** Everything behind the last line that was read; null as a rule. */
  readonly rest: StoryLine | null;
}

/** The lines of a text. Inside a line nothing changes; at its edges white space and invisible characters go. */
export function readLines(text: string): ReadLines {
  const held = holdableText(text);
  const lines: StoryLine[] = [];
  const lineEnd = /\r\n|[\n\r\u2028\u2029]/g;
  let blankBefore = true;
  let from = 0;
  for (let number = 1; from <= held.length; number += 1) {
    if (lines.length >= MOST_LINES) {
      const rest = trimLine(held.slice(from));
      return { lines, rest: rest === '' ? null : { numbers: [number], text: rest, blankBefore } };
    }
    const end = lineEnd.exec(held);
    const trimmed = trimLine(held.slice(from, end?.index));
    if (trimmed !== '') lines.push({ numbers: [number], text: trimmed, blankBefore });
    blankBefore = trimmed === '';
    if (!end) break;
    from = end.index + end[0].length;
  }
  return { lines, rest: null };
}

/**
 * Joins lines that a mail program broke. Only where the whole text shows it: no long line at all, and several full
 * lines that go on in lower case. `isFurniture` keeps labels, captions and list lines apart.
 */
export function joinWrapped(
  lines: readonly StoryLine[],
  isFurniture: (line: StoryLine) => boolean,
): StoryLine[] {
  if (!isWrapped(lines)) return [...lines];
  const joined: StoryLine[] = [];
  let open: { numbers: number[]; text: string; blankBefore: boolean } | undefined;
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    if (
      open &&
      above &&
      !line.blankBefore &&
      above.text.length >= FULL_LINE &&
      !isFurniture(line)
    ) {
      open.numbers.push(...line.numbers);
      open.text += ` ${line.text}`;
    } else {
      open = { numbers: [...line.numbers], text: line.text, blankBefore: line.blankBefore };
      joined.push(open);
    }
  }
  return joined;
}

/** Mail wraps between 60 and 78 characters. */
const FULL_LINE = 50;
const LONGEST_WRAPPED = 90;

function isWrapped(lines: readonly StoryLine[]): boolean {
  let goesOn = 0;
  for (const [at, line] of lines.entries()) {
    if (line.text.length > LONGEST_WRAPPED) return false;
    const next = lines[at + 1];
    if (next && !next.blankBefore && line.text.length >= FULL_LINE && /^\p{Ll}/u.test(next.text))
      goesOn += 1;
  }
  return goesOn >= 3;
}

/** Without white space and invisible characters at both ends. A loop, because `\s+$` is quadratic on long gaps. */
export function trimLine(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isEdge(text.charCodeAt(start))) start += 1;
  while (end > start && isEdge(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isEdge(code: number): boolean {
  return (
    code <= 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x206f) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Whether a line is a drawn rule or a lone sign: ink, but no word. */
export function isRule(text: string): boolean {
  return text.length <= 200 && !hasWords(text);
}

/** Whether a text ends as a sentence does, closing quotes and brackets included. */
export function endsSentence(text: string): boolean {
  return /[.!?…]["”'’)\]*_]{0,4}$/.test(text.slice(-6));
}

/** How many words stand in a short text, by its gaps. */
export function gapWords(text: string): number {
  return text.split(/\s+/).length;
}

/** A line of prose: a sentence, or long. What is not prose may be a headline, a title, a name. */
export function isProse(text: string): boolean {
  if (text.length > 200) return true;
  const ending = /(?:[.…]["”'’)\]*_]{0,4}|[.!?…,]["”])(?: \([^()]{1,60}\))?$/;
  return ending.test(text.slice(-70)) && gapWords(text) >= 4;
}
