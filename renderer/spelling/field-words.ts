/** Words of a plain field. */
import type { Token } from './tokens.ts';

export type Field = HTMLInputElement | HTMLTextAreaElement;
export interface FieldWord extends Token {
  readonly foreign: boolean;
}

export function tokenAt(words: readonly FieldWord[], offset: number): FieldWord | undefined {
  return words.find(({ at, word }) => at <= offset && offset <= at + word.length);
}

/** As typed over: whoever owns the field hears of it by its own event. */
export function replaceInField(field: Field, { at, word }: FieldWord, by: string): void {
  if (field.value.slice(at, at + word.length) !== word) return;
  field.setRangeText(by, at, at + word.length, 'end');
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }),
  );
}

/** A text cut into what is marked and what is not, in order. */
export function cutAt(
  text: string,
  words: readonly FieldWord[],
): readonly { readonly at: number; readonly text: string; readonly isMarked: boolean }[] {
  const pieces: { at: number; text: string; isMarked: boolean }[] = [];
  let from = 0;
  for (const { at, word } of words) {
    if (at > from) pieces.push({ at: from, text: text.slice(from, at), isMarked: false });
    pieces.push({ at, text: word, isMarked: true });
    from = at + word.length;
  }
  if (from < text.length) pieces.push({ at: from, text: text.slice(from), isMarked: false });
  return pieces;
}
