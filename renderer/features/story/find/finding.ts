/** What a search of a story knows: what was found, which match is looked at, and what to replace. Pure. */
import type { Article } from '#shared/domain/article.ts';
import { replacementFor, type Edit, type ReplaceWith } from '#shared/domain/find/replace.ts';
import type { Match } from '#shared/domain/find/search.ts';
import { articleTexts, placeKey, type PlacedText } from '#shared/domain/find/texts.ts';

/** One match with the text that it stands in. */
export interface Found {
  readonly placed: PlacedText;
  readonly match: Match;
}

/** A place in reading order: a text, and how far into it. */
export interface ReadingPlace {
  readonly key: string;
  readonly offset: number;
}

export function foundIn(texts: readonly PlacedText[], matches: readonly Match[]): readonly Found[] {
  return matches.flatMap((match) => {
    const placed = texts[match.text];
    return placed === undefined ? [] : [{ placed, match }];
  });
}

/** The first match at or after a place, in the article's order; the first of all when there is none. */
export function firstFrom(
  article: Article,
  found: readonly Found[],
  from: ReadingPlace | null,
): number {
  if (from === null || found.length === 0) return 0;
  const order = new Map(articleTexts(article).map(({ place }, at) => [placeKey(place), at]));
  const start = order.get(from.key);
  if (start === undefined) return 0;
  const at = found.findIndex(({ placed, match }) => {
    const index = order.get(placeKey(placed.place)) ?? 0;
    return index > start || (index === start && match.start >= from.offset);
  });
  return Math.max(at, 0);
}

/** One further or back, around the ends. */
export function stepFrom(at: number, towards: 1 | -1, count: number): number {
  return count === 0 ? 0 : (at + towards + count) % count;
}

/** What replacing these matches changes; another story's title is never among them. */
export function editsOf(found: readonly Found[], how: ReplaceWith): readonly Edit[] {
  return found
    .filter(({ placed }) => !placed.fixed)
    .map(({ placed: { place, text }, match }) => ({
      place,
      start: match.start,
      end: match.end,
      text: replacementFor(text.slice(match.start, match.end), match, how),
    }));
}

/** A match with some words around it, for the list. */
export interface InContext {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

const CONTEXT = 34;

export function inContext({ placed: { text }, match: { start, end } }: Found): InContext {
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  const before = text.slice(from, start).toWellFormed();
  const after = text.slice(end, to).toWellFormed();
  return {
    before: from > 0 ? `…${before.replace(/^\S*\s/, '')}` : before,
    words: text.slice(start, end),
    after: to < text.length ? `${after.replace(/\s\S*$/, '')}…` : after,
  };
}
