/** The body's writing aids in plain fields: headline, deck, captions. The same rules, and the same one Backspace. */
import { correctTyping, type TypingRules } from '#shared/domain/typography/typing.ts';

/** Fields that hold prose; a code, a name or an address is typed as it is. */
const PROSE =
  /^(?:headline|shortHeadline|socialHeadline|printHeadline|deck|photo:.*\.(?:caption|alt))$/;

interface Corrected {
  readonly field: Field;
  readonly end: number;
  readonly insert: string;
  readonly typed: string;
}
type Field = HTMLInputElement | HTMLTextAreaElement;

function proseField(target: EventTarget | null): Field | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null;
  return PROSE.test(target.dataset['where'] ?? '') && !target.readOnly ? target : null;
}

/** Puts text in as if it had been typed: the field's owner hears of it by `input`. */
function put(field: Field, text: string, start: number, end: number): void {
  field.setRangeText(text, start, end, 'end');
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }),
  );
}

/** Listens below an element until the answer is called. */
export function listenToFields(screen: HTMLElement, rules: () => TypingRules | null): () => void {
  let last: Corrected | null = null;

  const onBeforeInput = (event: InputEvent): void => {
    last = null;
    const now = rules();
    const field = proseField(event.target);
    const { data } = event;
    if (now === null || field === null || event.isComposing || event.inputType !== 'insertText')
      return;
    const { selectionStart: at, selectionEnd, value } = field;
    if (data === null || data.length !== 1 || at === null || at !== selectionEnd) return;
    const before = value.slice(value.lastIndexOf('\n', at - 1) + 1, at);
    const correction = correctTyping({ before, character: data }, now);
    if (correction === null) return;
    event.preventDefault();
    const start = at - correction.remove;
    put(field, data, at, at);
    put(field, correction.insert, start, at + 1);
    const typed = value.slice(start, at) + data;
    last = { field, end: start + correction.insert.length, insert: correction.insert, typed };
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const back = last;
    if (event.key === 'Shift') return;
    last = null;
    if (back === null || event.key !== 'Backspace' || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { field, end, insert, typed } = back;
    if (event.target !== field || field.selectionStart !== end || field.selectionEnd !== end)
      return;
    const start = end - insert.length;
    if (field.value.slice(start, end) !== insert) return;
    event.preventDefault();
    put(field, typed, start, end);
  };

  screen.addEventListener('beforeinput', onBeforeInput, { capture: true });
  screen.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    screen.removeEventListener('beforeinput', onBeforeInput, { capture: true });
    screen.removeEventListener('keydown', onKeyDown, { capture: true });
  };
}
