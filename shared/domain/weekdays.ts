/**
 * Weekdays beside dates: one of the two is wrong when they disagree, and a reader can't tell which (a national daily
 * printed `Kamis (19/2/2025)`; it was a Wednesday).
 */
import { blockText, type Article } from './article.ts';
import { findDates, type FoundDate } from './story-text/dates.ts';

interface WrongWeekday {
  /** A furniture field, `photo:<use>.<field>` or `block:<id>`. */
  readonly where: string;
  /** As written: `Kamis (19/2/2025)`. */
  readonly printed: string;
  /** The date, `yyyy-mm-dd`: its true weekday is the calendar's. */
  readonly date: string;
}

/** The weekdays of an article that do not fit the dates beside them, in reading order. */
export function wrongWeekdays(article: Article): readonly WrongWeekday[] {
  return datedTexts(article).flatMap(([where, text]) =>
    // Most texts hold no year, and then no full date: the search below costs more than this look.
    /\d{2}/.test(text)
      ? findDates(text).flatMap((found) =>
          isRightWeekday(found)
            ? []
            : [{ where, printed: closed(found.printed), date: found.date }],
        )
      : [],
  );
}

function datedTexts(article: Article): readonly (readonly [where: string, text: string])[] {
  return [
    ['headline', article.headline],
    ['deck', article.deck],
    ...article.photoUses.map((use) => [`photo:${use.id}.caption`, use.caption] as const),
    ...article.blocks.map((block) => [`block:${block.id}`, blockText(block)] as const),
  ];
}

function isRightWeekday({ date, weekday }: FoundDate): boolean {
  return weekday === undefined || weekday === new Date(`${date}T00:00:00Z`).getUTCDay();
}

function closed(printed: string): string {
  return printed.includes('(') ? `${printed})` : printed;
}

type TypedDate =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'date'; readonly date: string; readonly weekdayFits: boolean };

/**
 * A date as a person types it into a field: `Selasa (24/6/2025)`, `24/6/2025`, `24 Juni 2025`, `June 24, 2025`,
 * `2025-06-24`. Always day before month: newsrooms here never write it the other way. A date without its year is
 * unreadable: guessing a year would be inventing.
 */
export function readTypedDate(typed: string): TypedDate {
  const text = typed.trim();
  if (text === '') return { kind: 'none' };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const found = findDates(iso === null ? text : `${iso[3]}/${iso[2]}/${iso[1]}`);
  const [first] = found;
  // Two dates, or words around one: which of it would be meant?
  if (first === undefined || found.length > 1) return { kind: 'unreadable' };
  const rest = iso === null ? text.replace(first.printed, '').replace(/^\)/, '').trim() : '';
  if (rest !== '' && rest !== ')') return { kind: 'unreadable' };
  return { kind: 'date', date: first.date, weekdayFits: isRightWeekday(first) };
}

const LOCALES = { id: 'id-ID', en: 'en-GB' } as const;

/** `Selasa (24/6/2025)`: as the newsroom prints a date of a story in this language. */
export function printEventDate(date: string, language: Article['language']): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const weekday = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' });
  return `${weekday.format(new Date(`${date}T00:00:00Z`))} (${Number(day)}/${Number(month)}/${year})`;
}
