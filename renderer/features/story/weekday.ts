/**
 * A weekday beside a date must be that date's weekday (a national daily printed "Kamis (19/2/2025)": it was a
 * Wednesday). Reads `Selasa (24/6/2025)`, `Selasa, 24 Juni 2025` and their English forms.
 */
import { blockText, type Article } from '#shared/domain/article.ts';

const DAYS = {
  minggu: 0,
  ahad: 0,
  senin: 1,
  selasa: 2,
  rabu: 3,
  kamis: 4,
  jumat: 5,
  "jum'at": 5,
  sabtu: 6,
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
} as const;

const WITH_DATE = new RegExp(
  `\\b(${Object.keys(DAYS).join('|')})\\s*,?\\s*\\((\\d{1,2})/(\\d{1,2})/(\\d{4})\\)`,
  'giu',
);

export interface WrongWeekday {
  /** As printed: `Kamis (19/2/2025)`. */
  readonly printed: string;
  /** The date, `yyyy-mm-dd`: its true weekday is the calendar's. */
  readonly date: string;
}

/** The weekdays of a text that do not fit their dates. */
export function wrongWeekdays(article: Article): readonly WrongWeekday[] {
  const texts = [
    article.deck,
    ...article.blocks.map(blockText),
    ...article.photoUses.map((use) => use.caption),
  ];
  return texts.flatMap((text) =>
    [...text.matchAll(WITH_DATE)].flatMap(
      ([printed, weekday = '', day = '', month = '', year = '']) => {
        const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
        const parsed = new Date(`${date}T00:00:00Z`);
        if (Number.isNaN(parsed.getTime())) return [{ printed, date }];
        const right = DAYS[weekday.toLowerCase() as keyof typeof DAYS] === parsed.getUTCDay();
        return right ? [] : [{ printed, date }];
      },
    ),
  );
}
