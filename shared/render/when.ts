/** Dates as readers, feeds and paths need them. Inputs are ISO times with zone; the newsroom's zone is an argument. */

interface Parts {
  readonly weekday: string;
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using it, and a front page prints twenty dates. */
function formatter(
  locale: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, zone, options]);
  const known =
    formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  formatters.set(key, known);
  return known;
}

function parts(at: string, locale: string, zone: string, month: 'long' | '2-digit'): Parts {
  const format = formatter(locale, zone, {
    weekday: 'long',
    year: 'numeric',
    month,
    day: month === 'long' ? 'numeric' : '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const found = Object.fromEntries(
    format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]),
  );
  return found as unknown as Parts;
}

/** WIB, WITA and WIT are names that only Indonesian data has; elsewhere `GMT+9`. */
function zoneName(at: string, zone: string): string {
  const format = formatter('id-ID', zone, { timeZoneName: 'short' });
  const name = format.formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName');
  return name?.value ?? zone;
}

/** `Selasa, 24 Juni 2025 19.00 WIB`; in English `Tuesday, 24 June 2025 19:00 WIB`. */
export function readableTime(at: string, language: 'id' | 'en', zone: string): string {
  const { weekday, day, month, year, hour, minute } = parts(
    at,
    language === 'id' ? 'id-ID' : 'en-GB',
    zone,
    'long',
  );
  const clock = language === 'id' ? `${hour}.${minute}` : `${hour}:${minute}`;
  return `${weekday}, ${day} ${month} ${year} ${clock} ${zoneName(at, zone)}`;
}

/** `2025/06/24`, by the newsroom's calendar. */
export function dayPath(at: string, zone: string): string {
  const { year, month, day } = parts(at, 'en-GB', zone, '2-digit');
  return `${year.padStart(4, '0')}/${month}/${day}`;
}

/** `2025`, by the newsroom's calendar: for the copyright line. */
export function yearOf(at: string, zone: string): string {
  return dayPath(at, zone).slice(0, 4);
}

/** `2025-06-24T19:00:00+07:00`: search engines want the zone, and an editor reads the newsroom's clock. */
export function zonedTime(at: string, zone: string): string {
  const instant = new Date(at);
  const local = formatter('en-GB', zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    local.find((part) => part.type === type)?.value ?? '00';
  const clock = `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}`;
  const whole = Math.floor(instant.getTime() / 1000) * 1000;
  const offset = Math.round((Date.parse(`${clock}Z`) - whole) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(offset);
  return `${clock}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** RFC 822 as RSS wants it: `Tue, 24 Jun 2025 12:00:00 +0000`. */
export function feedTime(at: string): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${DAYS[date.getUTCDay()]}, ${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${clock} +0000`;
}
