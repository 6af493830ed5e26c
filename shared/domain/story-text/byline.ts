/** Who wrote and who edited: `Penulis: A, B | Editor: C`, `A - detikJateng`, `Reporting by A and B; Editing by C`. */
import { cutByline } from './labels.ts';
import { endsInWord } from './words.ts';

export interface ReadByline {
  readonly writers: readonly string[];
  readonly editors: readonly string[];
  /** A brand named beside the writer, as on Detik's pages. */
  readonly source: string;
  /** Labels and joining words; a printed byline has its own. */
  readonly asides: readonly string[];
  /** Words with no field: an uploader, the town after "Reporting by A in". */
  readonly unplaced: readonly string[];
}

const BRAND_BYLINE = /^(?<names>[^|:]{3,120}) [-–] (?<brand>detik[A-Za-z]{2,20})$/;
const BY = /^(?<label>By|Oleh) (?=\p{Lu})/u;
const REPORT_OF =
  /^\(?(?<label>Laporan (?:wartawan|kontributor|reporter|jurnalis) [^,|]{2,60}), {0,2}(?<names>[^()]{2,120})\)?$/iu;

/** Reads a line as a byline, or gives null when it opens with no label or what follows are no names. */
export function readByline(line: string): ReadByline | null {
  if (line.length > 500) return null;
  const brand = BRAND_BYLINE.exec(line)?.groups;
  if (brand) return fromNames('writers', brand['names'] ?? '', [], brand['brand']);
  const report = REPORT_OF.exec(line)?.groups;
  if (report) return fromNames('writers', report['names'] ?? '', [report['label'] ?? '']);
  const by = BY.exec(line)?.groups;
  if (by && !/[.!?:]$/.test(line)) {
    const names = line.slice((by['label'] ?? '').length).trim();
    if (
      splitNames(names).names.every(
        (name) => isName(name) && /^\p{Lu}/u.test(name.split(' ').at(-1) ?? ''),
      )
    ) {
      return fromNames('writers', names, [by['label'] ?? '']);
    }
  }
  return fromSegments(line);
}

function fromNames(
  field: 'writers' | 'editors',
  text: string,
  asides: readonly string[],
  source = '',
): ReadByline | null {
  const { names, joins, roles } = splitNames(text);
  if (names.length === 0 || !names.every(isName)) return null;
  const empty = { writers: [], editors: [], unplaced: roles, source };
  return { ...empty, [field]: names, asides: [...asides, ...joins] };
}

function fromSegments(line: string): ReadByline | null {
  const segments = cutByline(line);
  if (!segments) return null;
  const found = {
    writers: [] as string[],
    editors: [] as string[],
    asides: [] as string[],
    unplaced: [] as string[],
  };
  for (const { field, printed, value } of segments) {
    if (field === 'not-ours') {
      found.unplaced.push(`${printed} ${value}`.trim());
      continue;
    }
    const inEnglish = printed.toLowerCase().endsWith(' by');
    const { names, joins, roles, places } = splitNames(
      inEnglish ? value.replace(/\.$/, '') : value,
      inEnglish,
    );
    if (names.length === 0 || !names.every(isName)) return null;
    found[field].push(...names);
    found.asides.push(printed, ...joins);
    found.unplaced.push(...roles, ...places);
  }
  return { ...found, source: '' };
}

/** Whether the line that follows a lone `Penulis` may be its names. */
export function readNames(
  text: string,
): (Pick<ReadByline, 'asides' | 'unplaced'> & { names: readonly string[] }) | null {
  if (text.length > 300) return null;
  const { names, joins, roles } = splitNames(text);
  return names.length > 0 && names.every(isName) ? { names, asides: joins, unplaced: roles } : null;
}

const ROLE = /^(?:kontributor|wartawan|reporter|koresponden|jurnalis)\b[^,]{0,40}$/iu;
const DEGREE = /^(?:\p{Lu}\p{L}{0,3}\.){1,3}\p{L}{0,4}$/u;

interface SplitNames {
  readonly names: string[];
  readonly joins: string[];
  readonly roles: string[];
  readonly places: string[];
}

/** Cuts at commas, slashes, `&`, `;`, `|`, `dan` and `and`. A degree stays with its name; a role goes to one side. */
function splitNames(text: string, placesFollow = false): SplitNames {
  const split: SplitNames = { names: [], joins: [], roles: [], places: [] };
  const parts = text.split(/(\s(?:dan|and)\s|[,;/&|])/iu);
  for (const [at, raw] of parts.entries()) {
    const part = raw.trim();
    if (at % 2 === 1) {
      if (endsInWord(part)) split.joins.push(part);
      continue;
    }
    const last = split.names.at(-1);
    const place = placesFollow
      ? /^(?<name>[^,]{2,60}?) (?<place>(?:in|at) \p{Lu}[^,]{1,60})$/u.exec(part)?.groups
      : undefined;
    if (part === '') continue;
    if (last !== undefined && DEGREE.test(part))
      split.names[split.names.length - 1] = `${last}, ${part}`;
    else if (ROLE.test(part) && parts.length > at + 1) split.roles.push(part);
    else if (place) {
      split.names.push(place['name'] ?? '');
      split.places.push(place['place'] ?? '');
    } else split.names.push(part);
  }
  return split;
}

/** A name: one to six words that begin with a letter and do not end as a sentence does. */
export function isName(text: string): boolean {
  if (text.length > 60 || !/^\p{L}/u.test(text)) return false;
  const words = text.split(/\s+/);
  if (words.length > 6 || /[:;!?"“”]/.test(text)) return false;
  return !text.endsWith('.') || (words.at(-1) ?? '').length <= 6;
}

/** `A, B and C` or `A, B, C`. */
export function joinNames(names: readonly string[], last: ', ' | ' and '): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')}${last}${names.at(-1)}`;
}
