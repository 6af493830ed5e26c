/**
 * What one typed character makes of the text before it: abbreviations are written out, quotes and dashes become the
 * newsroom's. A pure rule, for the body and for every field; whoever applies it lets one Backspace take it back.
 */
import { z } from 'zod';
import { expansionOf, type Snippet } from './snippets.ts';

/** How a newsroom prints quotes and dashes. Straight and as typed unless it says otherwise. */
export const typographySchema = z.strictObject({
  quotes: z.enum(['straight', 'curly']),
  /** What `--` becomes. */
  dash: z.enum(['keep', 'en', 'em']),
});
export type Typography = Readonly<z.infer<typeof typographySchema>>;

export const PLAIN_TYPOGRAPHY: Typography = { quotes: 'straight', dash: 'keep' };

export interface Typed {
  /** The text before the caret, back to the last line break, without what is being typed. */
  readonly before: string;
  /** The one character typed. */
  readonly character: string;
}

export interface TypingRules {
  readonly typography: Typography;
  readonly snippets: readonly Snippet[];
}

/** Instead of the typed character: so many units before the caret go, and this comes. */
export interface Correction {
  readonly remove: number;
  readonly insert: string;
}

const DASHES = { en: '–', em: '—' } as const;
/** After these, or at the very start, a quote opens. */
const OPENS_AFTER = /(?:^|[\s([{<\u00AB\u2018\u201C\u2013\u2014/=-])$/u;
/** The last word is an address: nothing in it is touched. */
const ADDRESS = /(?:\w+:\/\/|www\.|\S@)\S*$/u;

/** What to write instead of a typed character; null when it stands as typed. */
export function correctTyping(typed: Typed, rules: TypingRules): Correction | null {
  const { before, character } = typed;
  if (ADDRESS.test(before)) return null;
  return (
    expand(typed, rules.snippets) ??
    (rules.typography.quotes === 'curly' ? curl(before, character) : null) ??
    dash(before, character, rules.typography.dash)
  );
}

function expand({ before, character }: Typed, snippets: readonly Snippet[]): Correction | null {
  if (character !== ' ' || snippets.length === 0) return null;
  // The whole word as it stands, then without the signs that may open it.
  const word = /\S+$/u.exec(before)?.[0] ?? '';
  const bare = word.replace(/^[("'“‘[]+/u, '');
  for (const each of new Set([word, bare])) {
    if (each === '') continue;
    const long = expansionOf(each, snippets);
    if (long !== null && long !== each) return { remove: each.length, insert: `${long} ` };
  }
  return null;
}

function curl(before: string, character: string): Correction | null {
  const opens = OPENS_AFTER.test(before);
  if (character === '"') return { remove: 0, insert: opens ? '“' : '”' };
  if (character === "'") return { remove: 0, insert: opens ? '‘' : '’' };
  // ’98: what looked like an opening quote leaves out the century.
  if (/^\d$/.test(character) && /(?:^|[\s(“–—-])‘$/u.test(before)) {
    return { remove: 1, insert: `’${character}` };
  }
  return null;
}

function dash(before: string, character: string, style: Typography['dash']): Correction | null {
  if (style === 'keep' || character !== '-') return null;
  // `---` is somebody's ruler, not a dash.
  return /(?:^|[^-–—])-$/u.test(before) ? { remove: 1, insert: DASHES[style] } : null;
}
