/** Word by word merging of text: a token is a word with the white space that follows it, and its look. */
import { diff3Merge } from 'node-diff3';
import type { Run } from '../article.ts';

/** One word with its look; `mark` is an item boundary of a list, which is never merged away. */
export interface Token {
  readonly text: string;
  readonly look: string;
}

export interface MergedSequence {
  readonly tokens: readonly Token[];
  /** Where both sides changed the same words: what stands in the merged text first, and what stands behind it. */
  readonly conflicts: readonly { readonly first: string; readonly second: string }[];
}

/** Runs as tokens. `runsOfTokens` is its inverse. */
export function tokensOfRuns(runs: readonly Run[]): Token[] {
  return runs.flatMap(({ text, ...look }) =>
    wordsWithSpace(text).map((word) => ({ text: word, look: JSON.stringify(look) })),
  );
}

export function runsOfTokens(tokens: readonly Token[]): Run[] {
  const runs: { text: string; look: string }[] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last !== undefined && last.look === token.look) last.text += token.text;
    else runs.push({ ...token });
  }
  return runs.map(({ text, look }) => ({ text, ...(JSON.parse(look) as Omit<Run, 'text'>) }));
}

export function tokensOfText(text: string): Token[] {
  return wordsWithSpace(text).map((word) => ({ text: word, look: '' }));
}

export function textOfTokens(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join('');
}

/** White space at the very start stands alone; every other stretch belongs to the word before it. */
function wordsWithSpace(text: string): string[] {
  return text.match(/^\s+|\S+\s*/gu) ?? [];
}

/**
 * Three-way merge of two token sequences. Where both changed the same words, both are kept, one after the other, and
 * reported. The caller gives the sides in an order that does not depend on who merges.
 */
export function mergeTokens(
  a: readonly Token[],
  base: readonly Token[],
  b: readonly Token[],
): MergedSequence {
  const tokens: Token[] = [];
  const conflicts: { first: string; second: string }[] = [];
  const keyed = [a, base, b].map((side) => side.map(tokenKey)) as [string[], string[], string[]];
  for (const region of diff3Merge(...keyed, { excludeFalseConflicts: true })) {
    if (region.ok !== undefined) {
      tokens.push(...region.ok.map(keyToken));
      continue;
    }
    const { a: first = [], b: second = [] } = region.conflict ?? {};
    if (contains(first, second)) tokens.push(...first.map(keyToken));
    else if (contains(second, first)) tokens.push(...second.map(keyToken));
    else {
      const both = [first.map(keyToken), second.map(keyToken)] as const;
      tokens.push(...spaced(both[0]), ...both[1]);
      conflicts.push({ first: textOfTokens(both[0]), second: textOfTokens(both[1]) });
    }
  }
  return { tokens, conflicts };
}

const tokenKey = (token: Token) => `${token.look}\0${token.text}`;

function keyToken(key: string): Token {
  const at = key.indexOf('\0');
  return { look: key.slice(0, at), text: key.slice(at + 1) };
}

/** Does one sequence hold the other whole, in one piece? Then nothing is lost by keeping the longer one. */
function contains(longer: readonly string[], shorter: readonly string[]): boolean {
  if (shorter.length === 0) return false;
  for (let at = 0; at + shorter.length <= longer.length; at += 1) {
    if (shorter.every((key, index) => longer[at + index] === key)) return true;
  }
  return false;
}

/** Two texts that are put side by side must not fuse their words. */
function spaced(tokens: readonly Token[]): Token[] {
  const last = tokens.at(-1);
  if (last === undefined || /\s$/u.test(last.text)) return [...tokens];
  return [...tokens.slice(0, -1), { ...last, text: `${last.text} ` }];
}
