import { expect, it } from 'vitest';
import { keptPart, sameFields } from './kept-part.ts';

interface Whole {
  readonly headline: string;
  readonly deck: string;
  readonly keys: number;
}

it('gives the same object as long as the part reads the same, and another once it does not', () => {
  let whole: Whole = { headline: 'Pasar', deck: '', keys: 0 };
  const part = keptPart(
    () => whole,
    ({ headline, deck }) => ({ headline, deck }),
    sameFields,
  );
  const first = part();
  whole = { ...whole, keys: 1 };
  expect(part()).toBe(first);
  whole = { ...whole, deck: 'Pedagang pindah' };
  expect(part()).toEqual({ headline: 'Pasar', deck: 'Pedagang pindah' });
  whole = { ...whole, deck: '' };
  expect(part()).toEqual({ headline: 'Pasar', deck: '' });
});

it('selects once for one whole: whoever asks in between gets what was selected', () => {
  let selected = 0;
  const whole: Whole = { headline: '', deck: '', keys: 0 };
  const part = keptPart(
    () => whole,
    () => (selected += 1),
  );
  expect([part(), part()]).toEqual([1, 1]);
});

it('tells a field that is there from one that is not', () => {
  expect(sameFields<{ a?: number }>({ a: 1 }, {})).toBe(false);
  expect(sameFields<{ a?: undefined; b?: undefined }>({ a: undefined }, { b: undefined })).toBe(
    false,
  );
});
