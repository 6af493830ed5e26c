import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyArticle, type Article } from './article.ts';
import { blockIdSchema } from './ids.ts';
import { printEventDate, readTypedDate, wrongWeekdays } from './weekdays.ts';

const id = blockIdSchema.parse('0123456789abcdef01234567');
const saying = (text: string): Article => ({
  ...emptyArticle(),
  blocks: [{ id, kind: 'paragraph', runs: [{ text }] }],
});

describe('a weekday beside a date', () => {
  it.each([
    ['Bupati hadir pada Kamis (19/2/2025) pagi.', 'Kamis (19/2/2025)', '2025-02-19'],
    ['Bupati hadir pada Senin, 24 Juni 2025.', 'Senin, 24 Juni 2025', '2025-06-24'],
    ["Ia datang Jum'at (24/6/2025).", "Jum'at (24/6/2025)", '2025-06-24'],
    ['They met on Monday, June 24, 2025.', 'Monday, June 24, 2025', '2025-06-24'],
  ])('is found wrong in “%s”', (text, printed, date) => {
    expect(wrongWeekdays(saying(text))).toEqual([{ where: `block:${id}`, printed, date }]);
  });

  it.each([
    'Bupati hadir pada Selasa (24/6/2025).',
    'Bupati hadir pada Selasa, 24 Juni 2025.',
    'Kamis itu, 24 orang hadir; 2025 kursi kosong.',
    'Rapat (24/6/2025) berlangsung Kamis.',
    'Kamis (31/2/2025) tidak ada.',
  ])('is left alone in “%s”', (text) => {
    expect(wrongWeekdays(saying(text))).toEqual([]);
  });

  it('is looked for in headline, deck and captions too', () => {
    const article: Article = {
      ...emptyArticle(),
      headline: 'Rapat Kamis (19/2/2025)',
      deck: 'Rapat Kamis (19/2/2025).',
    };
    expect(wrongWeekdays(article).map(({ where }) => where)).toEqual(['headline', 'deck']);
  });
});

describe('a date typed into a field', () => {
  it.each([
    'Selasa (24/6/2025)',
    '24/6/2025',
    '24-06-2025',
    '24 Juni 2025',
    '2025-06-24',
    ' June 24, 2025 ',
  ])('“%s” is understood', (typed) => {
    expect(readTypedDate(typed)).toEqual({ kind: 'date', date: '2025-06-24', weekdayFits: true });
  });

  it('with another weekday is understood, and the weekday said to be wrong', () => {
    expect(readTypedDate('Senin (24/6/2025)')).toEqual({
      kind: 'date',
      date: '2025-06-24',
      weekdayFits: false,
    });
  });

  it.each(['24 Juni', 'kemarin', '31/2/2025', '24/6/2025 dan 25/6/2025', 'sekitar 24/6/2025'])(
    '“%s” is not guessed at',
    (typed) => expect(readTypedDate(typed)).toEqual({ kind: 'unreadable' }),
  );

  it('reads back as it was printed, any day, in both languages', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.constantFrom('id' as const, 'en' as const),
        (day, language) => {
          const date = day.toISOString().slice(0, 10);
          expect(readTypedDate(printEventDate(date, language))).toEqual({
            kind: 'date',
            date,
            weekdayFits: true,
          });
        },
      ),
    );
  });
});
