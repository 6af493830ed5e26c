/**
 * The words of a Word file, read straight from its XML, apart from the library that reads its structure. What that
 * library leaves out (a shape's text, a chart's labels) is found here and told, so that no word goes silently.
 */
import { countWords, storyWords, takeWords } from '#shared/domain/story-text/words.ts';
import type { LeftOverPiece } from './pieces.ts';

export interface WordParagraph {
  readonly text: string;
  /** Taken out by a tracked change that nobody has accepted yet. */
  readonly deleted: string;
}

/** Elements whose text is read, and those under which none is: the older twin of a drawing, a move's first place. */
const TEXT: ReadonlySet<string> = new Set(['w:t', 'm:t', 'a:t']);
const SKIPPED: ReadonlySet<string> = new Set(['mc:Fallback', 'w:moveFrom']);
const ALONE: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
};

/** Paragraphs of one part, in order, with text boxes inside a paragraph as paragraphs of their own. */
export function wordParagraphs(xml: string): readonly WordParagraph[] {
  const paragraphs: { text: string; deleted: string }[] = [];
  const open: { text: string; deleted: string }[] = [];
  const current = (): { text: string; deleted: string } => {
    const last = open.at(-1);
    if (last !== undefined) return last;
    const fresh = { text: '', deleted: '' };
    open.push(fresh);
    paragraphs.push(fresh);
    return fresh;
  };
  let skipping = 0;
  let reading: 'text' | 'deleted' | null = null;
  const parts =
    /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z0-9:_.-]+)[^<>]*?(\/?)>|([^<]+)/g;
  for (const [, cdata, close, name = '', empty, text] of xml.matchAll(parts)) {
    const words = cdata ?? (text === undefined ? undefined : decodeEntities(text));
    if (words !== undefined) {
      if (skipping === 0 && reading !== null) current()[reading] += words;
      continue;
    }
    const opens = close !== '/' && empty !== '/';
    if (SKIPPED.has(name)) skipping = Math.max(0, skipping + (opens ? 1 : close === '/' ? -1 : 0));
    else if (name === 'w:p' || name === 'a:p') {
      if (opens) {
        const fresh = { text: '', deleted: '' };
        open.push(fresh);
        paragraphs.push(fresh);
      } else if (close === '/') open.pop();
    } else if (TEXT.has(name)) reading = opens ? 'text' : null;
    else if (name === 'w:delText') reading = opens ? 'deleted' : null;
    else if (close !== '/' && skipping === 0 && Object.hasOwn(ALONE, name))
      current().text += ALONE[name] ?? '';
  }
  return paragraphs;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decodeEntities(text: string): string {
  return text.replaceAll(/&(#x?[0-9a-fA-F]{1,6}|[a-z]{1,5});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}

/** The words that are in the file and not among these, paragraph by paragraph. */
export function wordsNotAmong(
  paragraphs: readonly WordParagraph[],
  found: readonly string[],
): readonly LeftOverPiece[] {
  const counts = countWords(paragraphs.flatMap(({ text }) => storyWords(text)));
  takeWords(counts, found);
  // From the end: what stands twice in the file and once in the story is missing at its second place.
  const missing: LeftOverPiece[] = [];
  for (const { text } of paragraphs.toReversed()) {
    const words = storyWords(text).filter((word) => {
      const left = counts.get(word) ?? 0;
      if (left > 0) counts.set(word, left - 1);
      return left > 0;
    });
    if (words.length === 0) continue;
    const whole = words.length === storyWords(text).length;
    missing.push({ text: whole ? text.trim() : words.join(' '), why: 'other' });
  }
  return missing.toReversed();
}
