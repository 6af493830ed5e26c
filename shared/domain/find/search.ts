/**
 * Finding words in texts. One engine for plain words and for patterns: RE2, whose time grows with the text and never
 * with the cleverness of the pattern.
 */
import { RE2JS } from 're2js';

export interface Query {
  readonly text: string;
  /** Capital and small letters are different. */
  readonly matchCase: boolean;
  /** Only whole words, by Unicode's word boundaries: `Jum'at` is one word. */
  readonly wholeWord: boolean;
  /** `text` is a regular expression of RE2: no look-around, no back references. */
  readonly pattern: boolean;
}

/** A stretch of one text, in UTF-16 units; never empty. */
export interface Match {
  readonly text: number;
  readonly start: number;
  readonly end: number;
  /** What the pattern's groups caught, the whole match first. Only for patterns. */
  readonly groups?: readonly (string | null)[];
}

export type SearchAnswer =
  | { readonly matches: readonly Match[]; readonly more: boolean }
  | { readonly problem: 'pattern'; readonly reason: string };

/** No writer looks at more; replacing asks again until none is left. */
export const MOST_MATCHES = 20_000;
const LONGEST_PATTERN = 1_000;

/** Every match in these texts, in order. Matches of nothing at all (`a*` between two letters) are left out. */
export function search(query: Query, texts: readonly string[], language: string): SearchAnswer {
  if (query.text === '') return { matches: [], more: false };
  if (query.text.length > LONGEST_PATTERN) return { problem: 'pattern', reason: 'too long' };
  let compiled: RE2JS;
  try {
    compiled = compile(query);
  } catch (thrown) {
    return { problem: 'pattern', reason: thrown instanceof Error ? thrown.message : '' };
  }
  const matches: Match[] = [];
  for (const [index, text] of texts.entries()) {
    const bounds = query.wholeWord ? lazyBounds(text, language) : null;
    const matcher = compiled.matcher(text);
    let from = 0;
    while (from <= text.length && matcher.find(from)) {
      const [start, end] = [matcher.start(), matcher.end()];
      const fits = end > start && (bounds === null || (bounds().has(start) && bounds().has(end)));
      // A match that is no whole word may hide one that begins inside it.
      from = fits ? end : start + 1;
      if (!fits) continue;
      if (matches.length === MOST_MATCHES) return { matches, more: true };
      matches.push({
        text: index,
        start,
        end,
        ...(query.pattern && {
          groups: Array.from({ length: matcher.groupCount() + 1 }, (_, group) =>
            matcher.group(group),
          ),
        }),
      });
    }
  }
  return { matches, more: false };
}

function compile({ text, matchCase, wholeWord, pattern }: Query): RE2JS {
  const flags =
    RE2JS.MULTILINE |
    (matchCase ? 0 : RE2JS.CASE_INSENSITIVE) |
    // Of `a|an` the one that may be a whole word.
    (wholeWord ? RE2JS.LONGEST_MATCH : 0);
  return RE2JS.compile(pattern ? text : RE2JS.quote(text), flags);
}

const segmenters = new Map<string, Intl.Segmenter>();

/** The places where a word begins or ends. */
function lazyBounds(text: string, language: string): () => ReadonlySet<number> {
  let bounds: Set<number> | null = null;
  return () => {
    if (bounds !== null) return bounds;
    const segmenter =
      segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
    bounds = new Set([text.length]);
    for (const { index } of segmenter.segment(text)) bounds.add(index);
    return bounds;
  };
}
