/** The dateline at the head of the first paragraph, in the order that each house prints. */
import type { Dateline } from '../article.ts';
import { gapWords } from './lines.ts';

export interface ReadDateline {
  readonly dateline: Dateline;
  /** As written, with its dash. */
  readonly printed: string;
  /** The paragraph behind it; empty where the dateline stands alone. */
  readonly rest: string;
}

/** A site's own name: `TRIBUNJATENG.COM`, `KOMPAS.com`, `suarabaru.id`. */
const SITE_NAME =
  /^[\p{L}\p{N}][\p{L}\p{N}&' ]{0,40}\.(?:com|co\.id|id|net|news|tv|co|or\.id|go\.id|org|info)$/iu;
/** Brands without a domain that stand in datelines after a comma. */
const OTHER_BRANDS = new Set([
  'cnn indonesia',
  'antara',
  'reuters',
  'republika',
  'rri',
  'media indonesia',
  'suara merdeka',
]);
const BRACKETED = /^(?<place>[^()]{2,80})\s?\((?<brand>\p{L}[\p{L}\p{N}.&' ]{1,39})\)$/u;
const DASH = /(?:--|[-–—])(?=\s|$)/g;
const REACH = 120;

/**
 * Reads the dateline that opens a line. `bare` also accepts a town alone (`Jakarta - `): only where a first paragraph
 * is expected, because a headline may open with two names and a dash.
 */
export function readDateline(line: string, accept: 'branded' | 'bare'): ReadDateline | null {
  const reach = line.slice(0, REACH);
  DASH.lastIndex = 0;
  const dash = DASH.exec(reach);
  if (!dash) return null;
  const prefix = reach.slice(0, dash.index).trim();
  const end = dash.index + dash[0].length;
  // At the edge of our reach a dash may only look like the last character.
  if (prefix === '' || (end === reach.length && end < line.length)) return null;
  const rest = line.slice(end).trimStart();
  const found =
    branded(prefix, dash[0]) ?? (accept === 'bare' ? bare(prefix, dash[0], rest) : null);
  return found && { dateline: found, printed: line.slice(0, end), rest };
}

function branded(prefix: string, separator: string): Dateline | null {
  const brackets = BRACKETED.exec(prefix)?.groups;
  if (brackets) {
    const { place, date } = placeAndDate(brackets['place']!.split(','));
    return isPlace(place)
      ? { form: 'place-brackets', brand: brackets['brand']!, place, date, separator }
      : null;
  }
  const parts = prefix.split(',').map((part) => part.trim());
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (isBrand(first)) {
    const { place, date } = placeAndDate(parts.slice(1));
    const known = parts.length === 1 ? SITE_NAME.test(first) : isPlace(place);
    return known ? { form: 'brand-first', brand: first, place, date, separator } : null;
  }
  if (parts.length > 1 && isBrand(last)) {
    const { place, date } = placeAndDate(parts.slice(0, -1));
    return isPlace(place) ? { form: 'place-first', brand: last, place, date, separator } : null;
  }
  return null;
}

function bare(place: string, separator: string, rest: string): Dateline | null {
  if (!isPlace(place) || place.includes(',') || gapWords(place) > 3) return null;
  if (!/^["“'‘(]?[\p{Lu}\p{N}]/u.test(rest)) return null;
  return { form: 'place-first', brand: '', place, date: '', separator };
}

function isBrand(text: string): boolean {
  return SITE_NAME.test(text) || OTHER_BRANDS.has(text.toLowerCase());
}

/** A town: up to six words, each with a capital. Several parts may follow each other after commas. */
function isPlace(text: string): boolean {
  if (text.length > 80) return false;
  const words = text.split(/[\s,]+/);
  return words.length <= 6 && words.every((word) => /^\p{Lu}[\p{L}\p{M}.'’/-]*$/u.test(word));
}

/** A last part with a digit is a date: `JAKARTA, June 24`. */
function placeAndDate(parts: readonly string[]): { place: string; date: string } {
  const trimmed = parts.map((part) => part.trim()).filter((part) => part !== '');
  const last = trimmed.at(-1) ?? '';
  const dated = trimmed.length > 1 && /\d/.test(last);
  return { place: (dated ? trimmed.slice(0, -1) : trimmed).join(', '), date: dated ? last : '' };
}

/** A dateline as its house prints it, without the space that follows. */
export function printDateline({ form, brand, place, date, separator }: Dateline): string {
  const where = [place, date].filter((part) => part !== '').join(', ');
  if (form === 'place-brackets') return `${where} (${brand}) ${separator}`;
  const parts = form === 'brand-first' ? [brand, where] : [where, brand];
  return `${parts.filter((part) => part !== '').join(', ')} ${separator}`;
}
