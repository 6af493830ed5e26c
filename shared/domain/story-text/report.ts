/** What the parser says about a story text: what it understood, what it left over, and the proof that nothing is missing. */
import type { Article } from '../article.ts';
import type { LeftOverWhy } from './left-over.ts';
import type { StoryTextForm } from './houses.ts';
import { printStoryText } from './print.ts';
import { countWords, storyWords, takeWords } from './words.ts';

/** A field of the article and where in the input it stood. */
export interface UnderstoodText {
  readonly field: string;
  /** 1-based line numbers of the input. */
  readonly lines: readonly number[];
  readonly text: string;
}

/** Text of the input that the article does not hold: a line, a part of one, or all from there when it was too long. */
export interface LeftOverText {
  readonly line: number;
  readonly text: string;
  readonly why: LeftOverWhy;
}

export interface StoryTextReport {
  /** Give this to `printStoryText` for the same words in the same order. */
  readonly form: StoryTextForm;
  readonly hasHeadline: boolean;
  readonly understood: readonly UnderstoodText[];
  readonly leftOver: readonly LeftOverText[];
}

/** Words of furniture that a printed story has anyway: labels, and the `dan` between two names. */
export interface Aside {
  readonly line: number;
  readonly text: string;
}

/**
 * Balances the words: input = printed article + left over. An aside whose words the print does not have becomes a
 * left-over label. What is still missing then is a defect of the parser, and the caller must not use its article.
 */
export function balanceWords(
  text: string,
  article: Article,
  form: StoryTextForm,
  leftOver: readonly LeftOverText[],
  asides: readonly Aside[],
): {
  readonly leftOver: readonly LeftOverText[];
  readonly missing: readonly string[];
  readonly added: readonly string[];
} {
  const counts = countWords(storyWords(text));
  takeWords(counts, storyWords(printStoryText(article, form)));
  for (const left of leftOver) takeWords(counts, storyWords(left.text));
  const labels: LeftOverText[] = [];
  // Whole labels first, so that a second `Additional reporting by` is not taken for half of a first `Reporting by`.
  for (const whole of [true, false]) {
    for (const aside of asides) {
      const words = storyWords(aside.text);
      const missing = words.filter((word) => (counts.get(word) ?? 0) > 0);
      if (missing.length === 0 || (whole && missing.length < words.length)) continue;
      labels.push({ line: aside.line, text: whole ? aside.text : missing.join(' '), why: 'label' });
      takeWords(counts, missing);
    }
  }
  const missing: string[] = [];
  const added: string[] = [];
  for (const [word, count] of counts) {
    if (count > 0) missing.push(word);
    if (count < 0) added.push(word);
  }
  return { leftOver: [...leftOver, ...labels].sort((a, b) => a.line - b.line), missing, added };
}
