/** Keys in a card's fields: arrows at a field's edge go on, Enter goes on, Escape goes back to the text. */
import { FIELDS } from '../extensions/select-block.ts';

import type { LeavesCard } from '../extensions/card-commands.ts';

type Leave = LeavesCard['to'];
type Field = HTMLInputElement | HTMLTextAreaElement;

export function onCardKey(
  event: KeyboardEvent,
  card: HTMLElement,
  leave: (to: Leave) => void,
): void {
  const { target } = event;
  if (event.defaultPrevented || event.isComposing || !(target instanceof HTMLElement)) return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (hasOpenList(target)) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    leave('selected');
    return;
  }
  if (event.shiftKey || !isField(target)) return;
  const go = (by: 1 | -1): void => {
    event.preventDefault();
    goOn(card, target, by, leave);
  };
  const { selectionStart: start, selectionEnd: end } = target;
  const atStart = start === 0 && end === 0;
  const atEnd = start === target.value.length && end === start;
  const line = target instanceof HTMLInputElement;
  if (event.key === 'Enter') go(1);
  else if (event.key === 'ArrowRight' && atEnd) go(1);
  else if (event.key === 'ArrowLeft' && atStart) go(-1);
  else if (event.key === 'ArrowDown' && (line || atEnd)) go(1);
  else if (event.key === 'ArrowUp' && (line || atStart)) go(-1);
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    // In a field of several lines the caret goes by lines; where it could not go, the key leaves the field.
    const by = event.key === 'ArrowDown' ? 1 : -1;
    setTimeout(() => {
      if (target.selectionStart === start && target.isConnected) goOn(card, target, by, leave);
    }, 0);
  }
}

function goOn(card: HTMLElement, from: Field, by: 1 | -1, leave: (to: Leave) => void): void {
  const fields = [...card.querySelectorAll<Field>(FIELDS)];
  const next = fields[fields.indexOf(from) + by];
  if (next === undefined) {
    leave(by === 1 ? 'after' : 'before');
    return;
  }
  next.focus();
  const at = by === 1 ? 0 : next.value.length;
  next.setSelectionRange(at, at);
}

function isField(target: HTMLElement): target is Field {
  return target.matches(FIELDS);
}

/** A field with a list of proposals has the arrows and Enter for itself. */
function hasOpenList(target: HTMLElement): boolean {
  return target.getAttribute('aria-expanded') === 'true';
}
