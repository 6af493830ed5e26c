/** Words: the unit of the promise that no word is ever lost. */

/**
 * A word is an unbroken stretch of characters that are not white space, punctuation, mathematical or modifier
 * signs, control or format characters. So emoji, currency signs and `©` count; `*`, `|`, brackets and dashes do not,
 * because those are what furniture is built from.
 */
const WORD = /[^\p{Z}\p{P}\p{Sm}\p{Sk}\p{Cc}\p{Cf}]+/gu;
const WORD_CHARACTER = /^[^\p{Z}\p{P}\p{Sm}\p{Sk}\p{Cc}\p{Cf}]/u;

/** Text that an article may hold: half characters and NUL become U+FFFD, which is visible and counts as a word. */
export function holdableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** The words of a text, in order. */
export function storyWords(text: string): string[] {
  return holdableText(text).match(WORD) ?? [];
}

/** Whether a text has at least one word. */
export function hasWords(text: string): boolean {
  return text.search(WORD) >= 0;
}

/** Whether a text begins inside a word. */
export function startsInWord(text: string): boolean {
  return WORD_CHARACTER.test(text);
}

/** Whether a text ends inside a word. */
export function endsInWord(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  const pair = last >= 0xdc00 && last <= 0xdfff && text.length > 1;
  return WORD_CHARACTER.test(text.slice(pair ? -2 : -1));
}

/** How often each word stands in a list. */
export function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Takes words out of counts; what was not there goes below zero. */
export function takeWords(counts: Map<string, number>, words: readonly string[]): void {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) - 1);
}
