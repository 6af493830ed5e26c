/**
 * What a story is about, in the words that find other stories about the same: names of people and places, the words of
 * the headline, tags, and words that come again and again.
 */
import { blockText, type Article } from '../article.ts';
import { STOP_WORDS, TITLE_WORDS } from './stop-words.ts';

/** One or two words that stand side by side, as the full-text index cuts them. */
export interface SalientPhrase {
  readonly words: readonly string[];
  /** How much a story that shares it is about the same; only ratios mean anything. */
  readonly weight: number;
}

/** A question with more phrases takes longer and finds the same. */
const MOST_PHRASES = 24;
const WEIGHTS = { name: 2, pair: 3, tag: 2.5, headline: 1.6, deck: 0.8, word: 0.6 } as const;
const SHORTEST_WORD = 3;
/** A lower-case word of the body counts when it comes so often. */
const OFTEN = 3;

/** The phrases of an article, the weightiest first. The same article always gives the same ones. */
export function salientPhrases(article: Article): readonly SalientPhrase[] {
  const weights = new Map<string, number>();
  const add = (words: readonly string[], weight: number): void => {
    const key = words.join(' ');
    weights.set(key, (weights.get(key) ?? 0) + weight);
  };
  const texts = [
    article.deck,
    ...article.blocks.filter(({ kind }) => kind !== 'related').map(blockText),
    ...article.photoUses.map(({ caption }) => caption),
  ];
  for (const [key, count] of counted(texts.flatMap(namesOf))) {
    const words = key.split(' ');
    add(words, WEIGHTS[words.length > 1 ? 'pair' : 'name'] * (1 + Math.log(count)));
  }
  for (const word of new Set(meaningful(article.headline))) add([word], WEIGHTS.headline);
  for (const word of new Set(meaningful(article.deck))) add([word], WEIGHTS.deck);
  for (const tag of article.tags) {
    const words = meaningful(tag).slice(0, 4);
    if (words.length > 0) add(words, WEIGHTS.tag);
  }
  for (const [word, count] of counted(texts.flatMap(meaningful))) {
    if (count >= OFTEN) add([word], WEIGHTS.word * Math.log2(count));
  }
  return [...weights]
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, MOST_PHRASES)
    .map(([key, weight]) => ({ words: key.split(' '), weight }));
}

interface Word {
  readonly text: string;
  readonly capital: boolean;
  /** It opens a sentence, where every word has a capital. */
  readonly first: boolean;
  /** Only a space stands between it and the word before. */
  readonly joined: boolean;
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const found of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const between = text.slice(end, found.index);
    const [letters] = found;
    words.push({
      text: plain(letters),
      capital: /^\p{Lu}/u.test(letters),
      first: words.length === 0 || /[.!?:"“\n]/.test(between),
      joined: words.length > 0 && between === ' ',
    });
    end = found.index + letters.length;
  }
  return words;
}

/** Names, word by word and pair by pair. A single capital at the start of a sentence is none. */
function namesOf(text: string): string[] {
  const words = wordsOf(text);
  const isName = ({ text: word, capital }: Word): boolean =>
    capital && word.length > 1 && !STOP_WORDS.has(word) && !TITLE_WORDS.has(word);
  return words.flatMap((word, at) => {
    if (!isName(word)) return [];
    const next = words[at + 1];
    const pair =
      next !== undefined && next.joined && isName(next) ? `${word.text} ${next.text}` : null;
    if (word.first && pair === null) return [];
    return pair === null ? [word.text] : [word.text, pair];
  });
}

function meaningful(text: string): string[] {
  return wordsOf(text)
    .map((word) => word.text)
    .filter(
      (word) =>
        word.length >= SHORTEST_WORD &&
        !STOP_WORDS.has(word) &&
        !TITLE_WORDS.has(word) &&
        !/^\d+$/.test(word),
    );
}

/** As the index compares words: lower case, without accents. */
function plain(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
