/** What the window and the spelling worker say to each other. */
import type { WordLanguage } from '#shared/domain/word-list.ts';
import type { AskedWord } from './engine/speller.ts';

export type SpellingQuestion =
  | {
      readonly kind: 'check';
      readonly n: number;
      readonly language: WordLanguage;
      readonly words: readonly AskedWord[];
    }
  | {
      readonly kind: 'suggest';
      readonly n: number;
      readonly language: WordLanguage;
      readonly word: string;
    }
  /** The newsroom's list as it is now; no answer. */
  | { readonly kind: 'list'; readonly language: WordLanguage; readonly words: readonly string[] };

export type SpellingAnswer =
  | { readonly kind: 'check'; readonly n: number; readonly right: readonly boolean[] }
  | { readonly kind: 'suggest'; readonly n: number; readonly words: readonly string[] }
  /** The dictionaries could not be opened: nothing is checked, and nothing is marked. */
  | { readonly kind: 'failed' };
