/** Words, characters and reading time, counted block by block: a block that did not change is not counted again. */
import { blockText, runsText, type Article, type Block } from '../article.ts';

export interface Count {
  readonly words: number;
  /** As a reader counts them: an accented letter or an emoji is one. */
  readonly characters: number;
}

const NOTHING: Count = { words: 0, characters: 0 };

/**
 * Silent reading of news: 238 words a minute in English (Brysbaert 2019, 190 studies); Indonesian words are longer,
 * about 6.5 letters to 4.7, so fewer of them go into a minute.
 */
const WORDS_PER_MINUTE = { id: 200, en: 238 } as const;

/** A lead says who, what, where and when in one breath. Above this many words it is hard to read aloud. */
export const LEAD_MOST_WORDS = 35;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string, granularity: 'word' | 'grapheme'): Intl.Segmenter {
  const key = `${language} ${granularity}`;
  const there = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, there);
  return there;
}

/** ASCII needs no segmenter for its letters, and most of a story is ASCII. */
const ONE_UNIT_EACH = /^[\x20-\x7E\n\t]*$/;

/** Words by Unicode's rules, `Jum'at` one word; a word joined by a hyphen (`anak-anak`) is one, as editors count. */
export function countText(text: string, language: string): Count {
  if (text === '') return NOTHING;
  let words = 0;
  let end = -1;
  for (const { segment, index, isWordLike } of segmenter(language, 'word').segment(text)) {
    if (isWordLike !== true) continue;
    const joined = end >= 0 && index === end + 1 && /[-\u2010\u2011]/.test(text.charAt(end));
    if (!joined) words += 1;
    end = index + segment.length;
  }
  const characters = ONE_UNIT_EACH.test(text)
    ? text.length
    : Array.from(segmenter(language, 'grapheme').segment(text)).length;
  return { words, characters };
}

export interface StoryCount extends Count {
  readonly minutes: number;
  /** Words of the first paragraph. */
  readonly lead: number;
}

export interface Counter {
  /**
   * Looks at blocks until all are counted (true) or it may not go on: for counting a long story in slices, so that no
   * key waits for it.
   */
  readonly prepare: (article: Article, mayGoOn: () => boolean) => boolean;
  readonly count: (article: Article) => StoryCount;
}

/** Counts a story again and again; a block is looked at once for as long as it is the same object. */
export function createCounter(): Counter {
  let seen = new WeakMap<Block, Count>();
  let language: string | null = null;
  const countBlock = (block: Block): Count => {
    const known = seen.get(block);
    if (known !== undefined) return known;
    // Embeds and dividers have no words of the writer's own.
    const own = block.kind === 'embed' ? '' : blockText(block);
    const counted = countText(own, language ?? 'id');
    seen.set(block, counted);
    return counted;
  };
  const speak = (article: Article): void => {
    if (article.language === language) return;
    language = article.language;
    seen = new WeakMap();
  };
  return {
    prepare: (article, mayGoOn) => {
      speak(article);
      for (const block of article.blocks) {
        if (seen.has(block)) continue;
        if (!mayGoOn()) return false;
        countBlock(block);
      }
      return true;
    },
    count: (article) => {
      speak(article);
      let words = 0;
      let characters = 0;
      for (const block of article.blocks) {
        const counted = countBlock(block);
        words += counted.words;
        characters += counted.characters;
      }
      const first = article.blocks.find(
        (block) => block.kind === 'paragraph' && runsText(block.runs).trim() !== '',
      );
      return {
        words,
        characters,
        minutes:
          words === 0 ? 0 : Math.max(1, Math.round(words / WORDS_PER_MINUTE[article.language])),
        lead: first === undefined ? 0 : countBlock(first).words,
      };
    },
  };
}
