// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { onCardKey } from './card-keys.ts';

function openCard() {
  const card = document.createElement('div');
  card.innerHTML =
    '<input id="slug" value="SLUG"><textarea id="caption">dua baris</textarea><input id="own" readonly value="x"><input id="alt" value="alt">';
  document.body.replaceChildren(card);
  const leave = vi.fn();
  const field = (name: string): HTMLInputElement => {
    const found = card.querySelector<HTMLInputElement>(`#${name}`);
    if (found === null) throw new Error(`no field ${name}`);
    return found;
  };
  card.addEventListener('keydown', (event) => onCardKey(event, card, leave));
  return {
    leave,
    press: (name: string, at: number, key: string, more: KeyboardEventInit = {}): string => {
      field(name).focus();
      field(name).setSelectionRange(at, at);
      field(name).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
      );
      return document.activeElement?.id ?? '';
    },
  };
}

describe('keys in a card’s fields', () => {
  it('go on to the next field with Enter and Down, and back with Up; a locked field is passed over', () => {
    const { press, leave } = openCard();
    expect(press('slug', 2, 'Enter')).toBe('caption');
    expect(press('slug', 2, 'ArrowDown')).toBe('caption');
    expect(press('caption', 9, 'ArrowDown')).toBe('alt');
    expect(press('alt', 2, 'ArrowUp')).toBe('caption');
    expect(leave).not.toHaveBeenCalled();
  });

  it('leave the card at its edges, in both directions, and as a whole with Escape', () => {
    const { press, leave } = openCard();
    press('slug', 2, 'ArrowUp');
    press('alt', 1, 'ArrowDown');
    press('alt', 3, 'ArrowRight');
    press('slug', 0, 'ArrowLeft');
    press('caption', 4, 'Escape');
    expect(leave.mock.calls.flat()).toEqual(['before', 'after', 'after', 'before', 'selected']);
  });

  it('stay in the field where the caret can still go, and where a key is held', () => {
    const { press, leave } = openCard();
    expect(press('slug', 2, 'ArrowRight')).toBe('slug');
    expect(press('slug', 2, 'ArrowLeft')).toBe('slug');
    expect(press('alt', 3, 'Enter', { shiftKey: true })).toBe('alt');
    expect(press('alt', 3, 'ArrowDown', { altKey: true })).toBe('alt');
    expect(press('alt', 3, 'Enter', { isComposing: true })).toBe('alt');
    expect(leave).not.toHaveBeenCalled();
  });
});
