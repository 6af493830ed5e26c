/** Two texts compared word by word: what stays, what went, what came. */
import { diffArrays } from 'diff';
import type { Token } from '../merge/words.ts';

/** A stretch of text; all pieces but the added ones make the text before, all but the removed ones the text after. */
export interface Piece {
  readonly text: string;
  readonly is: 'same' | 'added' | 'removed';
}

const key = (token: Token): string => `${token.look}\0${token.text.trimEnd()}`;

/**
 * Compares two texts given as words. A word in another look (bold, a link to elsewhere) went and came; white space
 * after a word is no difference of its own unless nothing else is.
 */
export function compareWords(before: readonly Token[], after: readonly Token[]): readonly Piece[] {
  const pieces: { text: string; is: Piece['is'] }[] = [];
  let [was, now] = [0, 0];
  const put = (token: Token | undefined, is: Piece['is']): void => {
    const last = pieces.at(-1);
    if (token === undefined) return;
    if (last?.is === is) last.text += token.text;
    else pieces.push({ text: token.text, is });
  };
  for (const { added, removed, value } of diffArrays(before.map(key), after.map(key))) {
    for (let count = value.length; count > 0; count -= 1) {
      if (removed) put(before[was++], 'removed');
      else if (added) put(after[now++], 'added');
      else {
        const [old, fresh] = [before[was++], after[now++]];
        if (old?.text === fresh?.text) put(fresh, 'same');
        else {
          put(old, 'removed');
          put(fresh, 'added');
        }
      }
    }
  }
  return pieces;
}
