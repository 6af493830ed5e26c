// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { TypingRules } from '#shared/domain/typography/typing.ts';
import { listenToFields } from './field-typing.ts';

const RULES: TypingRules = {
  typography: { quotes: 'curly', dash: 'en' },
  snippets: [{ short: 'pemkab', long: 'Pemerintah Kabupaten' }],
};

let stop = (): void => undefined;
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

interface Wish {
  readonly where?: string;
  readonly rules?: TypingRules | null;
}

function writer(value: string, { where = 'headline', rules = RULES }: Wish = {}) {
  const field = document.createElement('textarea');
  field.dataset['where'] = where;
  field.value = value;
  document.body.append(field);
  field.setSelectionRange(value.length, value.length);
  stop();
  stop = listenToFields(document.body, () => rules);
  const heard: string[] = [];
  field.addEventListener('input', () => void heard.push(field.value));
  return {
    field,
    heard,
    /** As a browser does: what nobody takes goes in. */
    press: (data: string, more: InputEventInit = {}) => {
      const event = new InputEvent('beforeinput', {
        inputType: 'insertText',
        data,
        bubbles: true,
        cancelable: true,
        ...more,
      });
      if (field.dispatchEvent(event)) {
        field.setRangeText(data, field.selectionStart, field.selectionEnd, 'end');
      }
    },
    backspace: () => {
      const event = new KeyboardEvent('keydown', {
        key: 'Backspace',
        bubbles: true,
        cancelable: true,
      });
      return !field.dispatchEvent(event);
    },
  };
}

describe('aids in a field', () => {
  it('write out, tell the field’s owner each step, and one Backspace gives back what was typed', () => {
    const { field, heard, press, backspace } = writer('Dari pemkab');
    press(' ');
    expect(heard).toEqual(['Dari pemkab ', 'Dari Pemerintah Kabupaten ']);
    expect(backspace()).toBe(true);
    expect(field.value).toBe('Dari pemkab ');
    expect(backspace()).toBe(false);
  });

  it('take back only right after', () => {
    const { field, press, backspace } = writer('kata ');
    press('"');
    press('a');
    expect(backspace()).toBe(false);
    expect(field.value).toBe('kata “a');
  });

  it('leave codes and names, compositions, and a typewriter alone', () => {
    const code = writer('pemkab', { where: 'photo:x.slug' });
    code.press(' ');
    expect(code.field.value).toBe('pemkab ');
    const composing = writer('pemkab');
    composing.press(' ', { isComposing: true });
    expect(composing.field.value).toBe('pemkab ');
    const typewriter = writer('pemkab', { rules: null });
    typewriter.press(' ');
    expect(typewriter.field.value).toBe('pemkab ');
  });
});
