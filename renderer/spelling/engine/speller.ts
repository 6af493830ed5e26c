/** Whether a word is spelt as it should be, and how else it might be. Pure over its dictionaries. */
import type { WordLanguage } from '#shared/domain/word-list.ts';
import type { Dictionary } from './dictionary.ts';
import { slipsBetween } from './distance.ts';
import { COMMON, PROPER, SEPARATE, TITLES } from './house-words.ts';
import { isIndonesianForm, isPlaceAfterDi } from './indonesian.ts';

/** A word as it stands in a text. */
export interface AskedWord {
  readonly word: string;
  /** Not the first of its sentence: a capital letter then makes a name of it. */
  readonly inside: boolean;
  /** Set in italics: a word of the other language is as good. */
  readonly foreign: boolean;
}

export interface Speller {
  isRight(language: WordLanguage, asked: AskedWord): boolean;
  /** Best first, in the asked word's capitals. */
  suggest(language: WordLanguage, word: string): readonly string[];
  /** The newsroom's own words. */
  setListed(language: WordLanguage, words: readonly string[]): void;
}

const MOST_SUGGESTIONS = 6;
/** A shorter name is one slip from some word by chance. */
const SHORTEST_SLIP = 5;
const OTHER: Readonly<Record<WordLanguage, WordLanguage>> = { id: 'en', en: 'id' };

const JOINED: ReadonlyMap<string, string> = new Map(
  SEPARATE.map((pair) => [pair.replace(' ', ''), pair]),
);
/** The house's words are Indonesian; English stories name the same offices and places. */
const HOUSE: Readonly<Record<WordLanguage, ReadonlySet<string>>> = {
  id: new Set([...COMMON, ...PROPER, ...TITLES]),
  en: new Set([...PROPER, ...TITLES]),
};

export function createSpeller(dictionaries: Readonly<Record<WordLanguage, Dictionary>>): Speller {
  const listed: Record<WordLanguage, ReadonlySet<string>> = { id: new Set(), en: new Set() };

  /** As it stands, or in small letters where its capitals come from its place in the text. */
  const knowsExactly = (language: WordLanguage, word: string): boolean => {
    const forms = [word, lowerFirst(word), word.toLowerCase(), titled(word)];
    return forms.some((form) => listed[language].has(form) || HOUSE[language].has(form));
  };
  const knowsWhole = (language: WordLanguage, word: string): boolean => {
    const lower = word.toLowerCase();
    if (knowsExactly(language, word)) return true;
    if (language === 'en') {
      const base = word.replace(/['’]s?$/, '');
      return dictionaries.en.knows(straight(word)) || knowsExactly('en', base);
    }
    if (JOINED.has(lower)) return false;
    if (dictionaries.id.knows(straight(word))) return true;
    const knows = (part: string) => dictionaries.id.knows(part) || knowsExactly('id', part);
    return (
      isIndonesianForm(lower, knows) || isNameWithClitic(word, (name) => knowsExactly('id', name))
    );
  };
  /** Joined by hyphens: known as a whole, or part by part (warga-warganya), or a part said twice (menari-nari). */
  const knows = (language: WordLanguage, word: string): boolean => {
    if (knowsWhole(language, word)) return true;
    const parts = word.split('-');
    if (parts.length === 1) return false;
    const [first = ''] = parts;
    return parts.every(
      (part, at) =>
        part.length < 2 ||
        PREFIXES.has(part.toLowerCase()) ||
        knowsWhole(language, part) ||
        (at > 0 && isSaidAgain(first, part) && knowsWhole(language, first)),
    );
  };

  const isRight = (language: WordLanguage, { word, inside, foreign }: AskedWord): boolean => {
    if (knows(language, word)) return true;
    if (foreign && knows(OTHER[language], word)) return true;
    if (word === lowerFirst(word)) return false;
    // A name, unless it is one slip away from a word that may stand here with a capital.
    const lower = word.toLowerCase();
    if (language === 'id' && JOINED.has(lower)) return false;
    if (word.length < SHORTEST_SLIP) return true;
    const near = [
      ...TITLES,
      ...PROPER,
      ...listed[language],
      ...(inside ? [] : dictionaries[language].suggest(lower)),
    ];
    return !near.some(
      (one) => !/[ -]/.test(one) && slipsBetween(one.toLowerCase(), lower, 1) === 1,
    );
  };

  const suggest = (language: WordLanguage, word: string): readonly string[] => {
    const lower = word.toLowerCase();
    const whole = dictionaries[language].suggest(straight(lower));
    const own = [...listed[language], ...COMMON, ...PROPER].filter(
      (one) => slipsBetween(one.toLowerCase(), lower, 1) === 1,
    );
    const pair = language === 'id' ? (JOINED.get(lower) ?? afterDi(lower)) : undefined;
    const sound = whole.filter((one) => isSoundSplit(one, lower));
    // A letter left out is the commonest slip: what has one more comes first.
    const fuller = sound.filter(
      (one) => one.length > lower.length && slipsBetween(one, lower, 1) === 1,
    );
    const all = [...(pair === undefined ? [] : [pair]), ...own, ...fuller, ...sound];
    return [...new Set(all.map((one) => inCapitalsOf(word, one)))].slice(0, MOST_SUGGESTIONS);
  };

  return {
    isRight,
    suggest,
    setListed: (language, words) => {
      listed[language] = new Set(words);
    },
  };
}

/** Prefixes that keep a hyphen before a capital or a number: se-Jawa, non-Islam. */
const PREFIXES: ReadonlySet<string> = new Set([
  'se',
  'non',
  'pra',
  'pasca',
  'anti',
  'antar',
  'pan',
  'ke',
  'nya',
  'ku',
  'mu',
]);

function isSaidAgain(first: string, part: string): boolean {
  const root = part
    .toLowerCase()
    .replace(/(?:nya|lah|kah|ku|mu)$/, '')
    .replace(/(?:kan|an|i)$/, '');
  return root.length >= 3 && first.toLowerCase().includes(root);
}

/** Klatennya: a known name with a clitic. */
function isNameWithClitic(word: string, knowsName: (name: string) => boolean): boolean {
  const name = word.replace(/(?:nya|ku|mu|lah|kah|pun)$/i, '');
  return name !== word && name.length >= 3 && knowsName(name);
}

/** dirumah: di rumah. */
function afterDi(word: string): string | undefined {
  const place = word.slice(2);
  return /^(?:di|ke)/.test(word) && isPlaceAfterDi(place)
    ? `${word.slice(0, 2)} ${place}`
    : undefined;
}

/** The engine also offers any two words that stand in it by chance (tum ini), and each with a hyphen. */
function isSoundSplit(suggestion: string, asked: string): boolean {
  const parts = suggestion.split(/[ -]/);
  if (parts.length === 1) return true;
  if (suggestion.includes('-') && !asked.includes('-')) return parts[0] === parts[1];
  return parts.every((part) => part.length > 3);
}

/** The dictionaries write apostrophes straight. */
function straight(word: string): string {
  return word.replaceAll('’', "'");
}

function lowerFirst(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

function titled(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

function inCapitalsOf(word: string, suggestion: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return suggestion.toUpperCase();
  const isTitled = word !== lowerFirst(word);
  return isTitled ? suggestion.slice(0, 1).toUpperCase() + suggestion.slice(1) : suggestion;
}
