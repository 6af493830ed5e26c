/** Dates as newsrooms print them: `Selasa (24/6/2025)`, `Tuesday, June 24, 2025`. */

const MONTHS: Readonly<Record<string, number>> = {
  januari: 1,
  jan: 1,
  january: 1,
  februari: 2,
  feb: 2,
  february: 2,
  pebruari: 2,
  maret: 3,
  mar: 3,
  march: 3,
  april: 4,
  apr: 4,
  mei: 5,
  may: 5,
  juni: 6,
  jun: 6,
  june: 6,
  juli: 7,
  jul: 7,
  july: 7,
  agustus: 8,
  agu: 8,
  agt: 8,
  ags: 8,
  august: 8,
  aug: 8,
  september: 9,
  sep: 9,
  sept: 9,
  oktober: 10,
  okt: 10,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  nopember: 11,
  desember: 12,
  des: 12,
  december: 12,
  dec: 12,
};
/** Days of the week as they are written, from Sunday (0). */
const WEEKDAYS: Readonly<Record<string, number>> = {
  minggu: 0,
  ahad: 0,
  sunday: 0,
  senin: 1,
  monday: 1,
  selasa: 2,
  tuesday: 2,
  rabu: 3,
  wednesday: 3,
  kamis: 4,
  thursday: 4,
  jumat: 5,
  "jum'at": 5,
  'jum’at': 5,
  friday: 5,
  sabtu: 6,
  saturday: 6,
};
const WEEKDAY = Object.keys(WEEKDAYS).join('|');
const MONTH = Object.keys(MONTHS).join('|');
const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const DATE = [
  '(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4}|\\d{2})',
  `(?<dayA>\\d{1,2})\\s{1,2}(?<monthA>${MONTH})\\.?\\s{1,2}(?<yearA>\\d{4})`,
  `(?<monthB>${MONTH})\\.?\\s{1,2}(?<dayB>\\d{1,2})(?:,\\s{0,2}|\\s{1,2})(?<yearB>\\d{4})`,
].join('|');
const ANY_DATE = new RegExp(
  `${START}(?:(?<weekday>${WEEKDAY})\\s{0,2},?\\s{0,2}\\(?\\s{0,2})?(?:${DATE})${END}`,
  'giu',
);
const CLOCK = /(?<!\d)\d{1,2}[.:]\d{2}(?!\d)/;

export interface FoundDate {
  /** `yyyy-mm-dd`. */
  readonly date: string;
  readonly withWeekday: boolean;
  /** As written, with its weekday: `Selasa (24/6/2025`, without a bracket that closes behind it. */
  readonly printed: string;
  /** The weekday that stands beside it, from Sunday (0). */
  readonly weekday?: number;
}

/** The full dates of a text, in order. A date without its year is none: guessing a year would be inventing. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const { 0: printed, groups } of text.matchAll(ANY_DATE)) {
    if (!groups) continue;
    const monthName = groups['monthA'] ?? groups['monthB'];
    const date = isoDate(
      Number(groups['year'] ?? groups['yearA'] ?? groups['yearB']),
      monthName === undefined ? Number(groups['month']) : (MONTHS[monthName.toLowerCase()] ?? 0),
      Number(groups['day'] ?? groups['dayA'] ?? groups['dayB']),
    );
    if (date === null) continue;
    const weekday = WEEKDAYS[groups['weekday']?.toLowerCase() ?? ''];
    found.push({
      date,
      withWeekday: weekday !== undefined,
      printed,
      ...(weekday !== undefined && { weekday }),
    });
  }
  return found;
}

/** When the event happened: the first date with its weekday, else the first full date. */
export function eventDate(texts: readonly string[]): string | null {
  let withoutWeekday: string | null = null;
  for (const text of texts) {
    for (const found of findDates(text)) {
      if (found.withWeekday) return found.date;
      withoutWeekday ??= found.date;
    }
  }
  return withoutWeekday;
}

function isoDate(year: number, month: number, day: number): string | null {
  const full = year < 100 ? 2000 + year : year;
  if (month < 1 || month > 12 || day < 1 || full < 1900) return null;
  const date = new Date(Date.UTC(full, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** A page's own time, `Selasa, 24 Juni 2025 19:03 WIB`: a date, and little besides a clock and a brand. */
export function isTimestamp(text: string): boolean {
  if (text.length > 110 || !/\d/.test(text)) return false;
  const [first] = findDates(text);
  if (!first) return false;
  const words = text.split(/[\s,|()]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (/[.!?]$/.test(text)) return false;
  return CLOCK.test(text.replace(/\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/g, ''))
    ? words <= 12
    : words <= 5;
}
