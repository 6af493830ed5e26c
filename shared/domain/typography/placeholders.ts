/**
 * Words that a writer leaves for later: `TKTK`, `XXXX`, `[cek umur]`. A story with one of them is not finished.
 * Plain `TK` is none in Indonesian: it is a kindergarten ("TK Pertiwi"); in English it is one.
 */
import type { Article, Block, Furniture } from '../article.ts';
import { articleTexts, placedTextsOf, type PlacedText } from '../find/texts.ts';

export interface Placeholder {
  readonly placed: PlacedText;
  readonly start: number;
  readonly end: number;
  /** `false`: it may be meant as it stands (XXX is also thirty), so it is only asked about. */
  readonly sure: boolean;
}

interface Shape {
  readonly pattern: RegExp;
  readonly sure: boolean;
  readonly languages: readonly Furniture['language'][];
}

const SHAPES: readonly Shape[] = [
  {
    pattern: /(?<![\p{L}\p{N}])TK(?:TK)+(?![\p{L}\p{N}])/gu,
    sure: true,
    languages: ['id', 'en'],
  },
  { pattern: /(?<![\p{L}\p{N}])TK(?![\p{L}\p{N}])/gu, sure: true, languages: ['en'] },
  {
    pattern: /\[(?:tk|cek|isi|lengkapi|konfirmasi|check|todo)(?![\p{L}\p{N}])[^\][\n]{0,200}\]/giu,
    sure: true,
    languages: ['id', 'en'],
  },
  {
    pattern: /(?<![\p{L}\p{N}])(?:X{4,}|x{3,})(?![\p{L}\p{N}])/gu,
    sure: true,
    languages: ['id', 'en'],
  },
  { pattern: /(?<![\p{L}\p{N}])XXX(?![\p{L}\p{N}])/gu, sure: false, languages: ['id', 'en'] },
];

/** Where a text still has one, in order; never two at one place. */
export function placeholdersIn(
  text: string,
  language: Furniture['language'],
): readonly Omit<Placeholder, 'placed'>[] {
  const found = SHAPES.filter(({ languages }) => languages.includes(language)).flatMap(
    ({ pattern, sure }) =>
      Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({
        start: index,
        end: index + words.length,
        sure,
      })),
  );
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((each, at, all) => !all.slice(0, at).some((before) => before.end > each.start));
}

/** Most text has none of these letters: one look tells, and costs next to nothing per key. */
const MAY_HAVE_ONE = /TK|XXX|xxx|\[/;

type InBlock = readonly Placeholder[];
const perBlock: Readonly<Record<Furniture['language'], WeakMap<Block, InBlock>>> = {
  id: new WeakMap(),
  en: new WeakMap(),
};

/** Where an article still has one. A block is looked at once for as long as it is the same object. */
export function placeholdersOf(article: Article): readonly Placeholder[] {
  const { language } = article;
  const known = perBlock[language];
  const inTexts = (texts: readonly PlacedText[]): InBlock =>
    texts
      .filter(({ fixed, text }) => !fixed && MAY_HAVE_ONE.test(text))
      .flatMap((placed) =>
        placeholdersIn(placed.text, language).map((found) => ({ ...found, placed })),
      );
  const around = inTexts(articleTexts({ ...article, blocks: [] }));
  const inside = article.blocks.flatMap((block) => {
    const found = known.get(block) ?? inTexts(placedTextsOf(block));
    known.set(block, found);
    return found;
  });
  return [...around, ...inside];
}
