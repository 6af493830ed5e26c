/** The words of a text that a speller is asked about. What is no word of a language is left out here. */

export interface Token {
  readonly word: string;
  /** Where it begins in the text, in UTF-16 units. */
  readonly at: number;
  /** Not the first of its sentence. */
  readonly inside: boolean;
}

/** Addresses, account names and tags: whatever stands in them is not spelt. */
const NO_WORDS =
  /(?:https?:\/\/|www\.)\S+|[^\s@]+@[^\s@]+\.[^\s@]+|[@#][\p{L}\p{N}_]+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|co|id|org|net|go|ac|sch|or|info|tv|io|news)\b(?:\/\S*)?/giu;
/** Letters with their marks; hyphens and apostrophes inside. */
const WORD = /\p{L}[\p{L}\p{M}\p{N}_]*(?:['’-][\p{L}\p{M}\p{N}_]+)*/gu;
/** In capitals and as short as this, it is an abbreviation: KPU, BPBD, UMKM. */
const LONGEST_ABBREVIATION = 6;
/** What may stand between the end of a sentence and the first word of the next. */
const SENTENCE_START = /(?:^|[.!?:…]["”’)\]]*\s+|[\n\r•–—]\s*)["“‘'([]*$/u;
/** Degrees and initials: S.Pd., M.Si., H.M. */
const DOTTED = /^(?:\p{L}{1,4}\.)+\p{L}{0,4}$/u;

export function tokensOf(text: string): readonly Token[] {
  const masked = text.replaceAll(NO_WORDS, (found) => ' '.repeat(found.length));
  const tokens: Token[] = [];
  for (const { 0: word, index } of masked.matchAll(WORD)) {
    if (isNoWord(word) || isDotted(masked, index, word.length)) continue;
    const before = text.slice(Math.max(0, index - 24), index);
    const isFirst = index === 0 || SENTENCE_START.test(before);
    tokens.push({ word, at: index, inside: !isFirst });
  }
  return tokens;
}

function isNoWord(word: string): boolean {
  return (
    word.length < 2 ||
    /[\p{N}_]/u.test(word) ||
    (word.length <= LONGEST_ABBREVIATION && word === word.toUpperCase()) ||
    // detikJateng, MoU, iPhone: written as somebody wanted it.
    /\p{Ll}\p{Lu}/u.test(word)
  );
}

/** Part of `S.Pd` or `a.n.`: letters and dots without a space. */
function isDotted(text: string, at: number, length: number): boolean {
  const from = text.slice(0, at).search(/[\p{L}.]*$/u);
  const [rest = ''] = /^[\p{L}.]*/u.exec(text.slice(at + length)) ?? [];
  const whole = text.slice(from === -1 ? at : from, at + length) + rest;
  return /\p{L}\.\p{L}/u.test(whole) && DOTTED.test(whole);
}
