/** The words of a photo: `SLUG: caption (credit)`, and how each house writes the credit. */
import type { PhotoUse } from '../article.ts';
import type { House } from './houses.ts';
import { endsSentence, gapWords } from './lines.ts';
import { readLabel } from './labels.ts';

export interface ReadCaption {
  readonly slug: string;
  readonly caption: string;
  readonly credit: string;
  /** `Foto:` before a credit; a printed caption may have its own. */
  readonly aside: string;
}

const LONGEST_CAPTION = 1_500;
const CREDIT_OPENS =
  /^(?:dok\b|dok\.|dokumentasi|istimewa|ist\b|foto\b|antara|reuters|afp|ap\b|getty|humas|tangkapan layar|screenshot|handout|courtesy|kompas|tribun|detik|pexels|unsplash|shutterstock|ho\b|file\b|arsip)/iu;
const AGENCIES = ['REUTERS/', 'ANTARA FOTO/', 'ANTARA/', 'AFP/', 'AP Photo/', 'EPA/', 'XINHUA/'];
const FOTO = /(?:^|[.!?"”)] ?)(?<label>Foto:) (?<credit>[^:()]{2,100})$/u;

/**
 * Reads a caption. `marked`: the line before said so ("Lihat Foto"), so any line will do. `head`: above the body, a
 * slug or a credit is enough. `body`: between paragraphs both are needed, or a credit that can be nothing else.
 */
export function readCaption(line: string, where: 'head' | 'body' | 'marked'): ReadCaption | null {
  if (line.length > LONGEST_CAPTION) return null;
  const { slug, rest } = cutSlug(line);
  const credit =
    fotoCredit(rest) ??
    agencyCredit(rest) ??
    bracketCredit(rest, slug !== '' || where === 'marked');
  if (rest === '' || (credit === null && slug === '' && where !== 'marked')) return null;
  if (where === 'body' && credit === null) return null;
  return {
    slug,
    caption: credit?.caption ?? rest,
    credit: credit?.credit ?? '',
    aside: credit?.aside ?? '',
  };
}

/** The upper-case opening before a colon. Four letters at least, so that `T:` and `J:` of an interview stay text. */
function cutSlug(line: string): { slug: string; rest: string } {
  const colon = line.slice(0, 90).indexOf(':');
  const slug = colon < 0 ? '' : line.slice(0, colon).trim();
  const letters = slug.match(/\p{Lu}/gu)?.length ?? 0;
  if (letters < 4 || /\p{Ll}|["“”.!?]/u.test(slug) || gapWords(slug) > 8 || readLabel(line))
    return { slug: '', rest: line };
  return { slug, rest: line.slice(colon + 1).trim() };
}

type Credit = Pick<ReadCaption, 'caption' | 'credit' | 'aside'>;

function bracketCredit(text: string, sure: boolean): Credit | null {
  const open = openingBracket(text);
  if (open < 0) return null;
  const credit = text.slice(open + 1, -1).trim();
  if (credit === '' || credit.length > 120 || !/\p{L}/u.test(credit)) return null;
  const before = text.slice(0, open).trimEnd();
  const known =
    opensCredit(credit) ||
    (credit.length >= 8 && /\p{L}\/\p{L}/u.test(credit) && /\p{Lu}|\./u.test(credit));
  if (!sure && !(known && (endsSentence(before) || credit.includes('/')) && !isSignoffLike(credit)))
    return null;
  if (sure && !known && before !== '' && !endsSentence(before)) return null;
  return { caption: before, credit, aside: '' };
}

/** Whether a text begins as photo credits do: `Dok`, `Istimewa`, an agency, a brand. */
export function opensCredit(text: string): boolean {
  return CREDIT_OPENS.test(text);
}

/** `(Laili S/***)`, `(abc/def)`: a reporter's codes, not a photo's credit. */
function isSignoffLike(credit: string): boolean {
  return /^\p{Ll}{1,4}(?:\/\p{Ll}{1,4})*$/u.test(credit) || credit.includes('*');
}

function agencyCredit(text: string): Credit | null {
  const from = Math.max(0, text.length - 140);
  const tail = text.slice(from);
  for (const agency of AGENCIES) {
    const at = tail.lastIndexOf(agency);
    if (at < 0 || (at > 0 && !/[\s.]/.test(tail.charAt(at - 1))) || /[()]/.test(tail.slice(at)))
      continue;
    const credit = tail.slice(at).replace(/\.$/, '');
    if (gapWords(credit) > 6) continue;
    return { caption: text.slice(0, from + at).trimEnd(), credit, aside: '' };
  }
  return null;
}

function fotoCredit(text: string): Credit | null {
  const from = Math.max(0, text.length - 140);
  const match = FOTO.exec(text.slice(from));
  const groups = match?.groups;
  if (!match || !groups || gapWords(groups['credit']!) > 8 || endsSentence(groups['credit']!))
    return null;
  if (from > 0 && match.index === 0) return null;
  const at = text.length - groups['credit']!.length - 1 - groups['label']!.length;
  return {
    caption: text.slice(0, at).trimEnd(),
    credit: groups['credit']!.trim(),
    aside: groups['label']!,
  };
}

/** Where the bracket opens that closes at the end of the text; -1 without one. Brackets may nest. */
export function openingBracket(text: string): number {
  if (!text.endsWith(')')) return -1;
  let depth = 0;
  for (let at = text.length - 1; at >= 0 && at > text.length - 200; at -= 1) {
    if (text[at] === ')') depth += 1;
    if (text[at] === '(') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** A line that can only be a credit lead: `Istimewa`, `tribunsolo.com/mardon`. */
export function isCreditLead(line: string): boolean {
  if (line.length > 80 || /[.:!?]$/.test(line) || gapWords(line) > 6) return false;
  return (
    CREDIT_ALONE.test(line) ||
    /^[\p{L}\p{N}]+\.(?:com|id|net|co\.id)\/[\p{L}\p{N} ._-]+$/iu.test(line)
  );
}
const CREDIT_ALONE =
  /^(?:istimewa|ist|dok\.? .{2,60}|dok\/.{2,60}|dokumentasi .{2,60}|antara foto\/.{2,60}|antara\/.{2,60}|foto istimewa|handout)$/iu;

/** The caption line of a photo use. */
export function printCaption(use: PhotoUse, style: House['credit']): string {
  const slug = use.slug === '' ? '' : `${use.slug}:`;
  const credit = use.credit === '' ? '' : printCredit(use.credit, style);
  return [slug, use.caption, credit].filter((part) => part !== '').join(' ');
}

function printCredit(credit: string, style: House['credit']): string {
  if (style === 'foto') return `Foto: ${credit}`;
  if (style === 'agency' && AGENCIES.some((agency) => credit.startsWith(agency))) return credit;
  return `(${credit})`;
}
