/** Compiles the catalogs and formats numbers, dates and ages the way each language writes them. */
import { setupI18n, type I18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { en } from './en.ts';
import { id } from './id.ts';

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Names of messages; the Indonesian catalog is their source. */
export type MessageKey = keyof typeof id;
export const CATALOGS: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = {
  id,
  en,
};

export type MessageValues = Readonly<Record<string, string | number>>;

export interface Words {
  readonly language: Language;
  readonly locale: string;
  readonly t: (key: MessageKey, values?: MessageValues) => string;
  readonly number: (value: number) => string;
  /** `24 Juni 2025 14.05` */
  readonly dateTime: (iso: string) => string;
  /** `14.05` today, else `24 Jun`. */
  readonly shortTime: (iso: string, now: number) => string;
  /** `Selasa, 24 Juni 2025` of a `yyyy-mm-dd`. */
  readonly day: (isoDay: string) => string;
  /** `3 menit yang lalu` */
  readonly age: (iso: string, now: number) => string;
  readonly bytes: (value: number) => string;
}

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** Widest first: an age is told in the largest unit that it fills. */
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

export function wordsOf(language: Language): Words {
  const i18n = catalogOf(language);
  const locale = LOCALES[language];
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale);
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    language,
    locale,
    t: (key, values = {}) => i18n._(key, values),
    number: (value) => number.format(value),
    dateTime: (iso) => full.format(new Date(iso)),
    shortTime: (iso, now) => {
      const then = new Date(iso);
      return then.toDateString() === new Date(now).toDateString()
        ? time.format(then)
        : short.format(then);
    },
    day: (isoDay) => day.format(new Date(`${isoDay}T00:00:00Z`)),
    age: (iso, now) => {
      const seconds = Math.round((new Date(iso).getTime() - now) / 1_000);
      for (const [unit, length] of UNITS) {
        if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
      }
      return i18n._('time.now');
    },
    bytes: (value) => `${size.format(value / 1_000_000)} MB`,
  };
}

/** The words of the other language: a command is found by its name in either. */
export function otherWords(language: Language): Words {
  const other = language === 'id' ? 'en' : 'id';
  return (others[other] ??= wordsOf(other));
}
const others: Partial<Record<Language, Words>> = {};

function catalogOf(language: Language): I18n {
  const i18n = setupI18n();
  i18n.setMessagesCompiler((message) => compileMessage(message));
  i18n.load(language, CATALOGS[language]);
  i18n.activate(language);
  return i18n;
}
