/** Where a search begins: the selected words, the place of the caret, and what has the focus to come back to. */
import { placeKey } from '#shared/domain/find/texts.ts';
import { offsetIn } from '../../../editor/index.ts';
import type { ReadingPlace } from './finding.ts';
import type { FoundPage } from './show-found.ts';

export interface FindStart {
  /** Selected words on one line; empty when nothing fitting is selected. */
  readonly seed: string;
  readonly from: ReadingPlace | null;
  /** Puts focus and caret back where they were. */
  readonly back: () => void;
}

const LONGEST_SEED = 200;

function seedOf(text: string): string {
  const words = text.trim();
  return words.length <= LONGEST_SEED && !/[\r\n]/.test(words) ? words : '';
}

export function findStart({ screen, blocks }: FoundPage, focusBody: () => void): FindStart {
  const focused = document.activeElement;
  const back = (): void => {
    if (!(focused instanceof HTMLElement) || !screen.contains(focused)) return;
    // The editor knows where its caret was; the browser forgets it while a field has the focus.
    if (focused.isContentEditable) focusBody();
    else focused.focus({ preventScroll: true });
  };
  if (
    (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) &&
    screen.contains(focused)
  ) {
    const { selectionStart, selectionEnd, value } = focused;
    const where = focused.dataset['where'];
    return {
      seed: seedOf(value.slice(selectionStart ?? 0, selectionEnd ?? 0)),
      from: where === undefined ? null : { key: where, offset: selectionStart ?? 0 },
      back,
    };
  }
  const selection = document.getSelection();
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (range === null || !screen.contains(range.startContainer))
    return { seed: '', from: null, back };
  const at = [...blocks].find(([, element]) => element.contains(range.startContainer));
  return {
    seed: seedOf(selection?.toString() ?? ''),
    from:
      at === undefined
        ? null
        : {
            key: placeKey({ in: 'block', block: at[0], part: 'text' }),
            offset: offsetIn(at[1], range.startContainer, range.startOffset),
          },
    back,
  };
}
