/** The labels that newsrooms put before a field: one table. Compared in lower case, with or without the colon. */

export type LabelledField =
  | 'writers'
  | 'editors'
  | 'source'
  | 'tags'
  | 'related-inline'
  | 'related-list'
  | 'latest-list'
  | 'photo-next'
  | 'not-ours';

interface Label {
  readonly words: string;
  readonly field: LabelledField;
  readonly language: 'id' | 'en';
  /** `colon`: only before a colon. `alone`: also on a line of its own, the value on the next. `words`: no colon needed. */
  readonly stands: 'colon' | 'alone' | 'words';
}

/** `not-ours` is understood and has no field in an article, so it is reported as left over. */
export const LABELS = [
  label('penulis', 'writers', 'id', 'alone'),
  label('pewarta', 'writers', 'id', 'alone'),
  label('reporter', 'writers', 'id', 'alone'),
  label('kontributor', 'writers', 'id', 'colon'),
  label('wartawan', 'writers', 'id', 'colon'),
  label('laporan', 'writers', 'id', 'colon'),
  label('oleh', 'writers', 'id', 'colon'),
  label('editor', 'editors', 'id', 'alone'),
  label('penyunting', 'editors', 'id', 'alone'),
  label('redaktur', 'editors', 'id', 'alone'),
  label('writer', 'writers', 'en', 'colon'),
  label('author', 'writers', 'en', 'colon'),
  label('by', 'writers', 'en', 'colon'),
  label('additional reporting by', 'writers', 'en', 'words'),
  label('reporting by', 'writers', 'en', 'words'),
  label('writing by', 'writers', 'en', 'words'),
  label('additional editing by', 'editors', 'en', 'words'),
  label('editing by', 'editors', 'en', 'words'),
  label('edited by', 'editors', 'en', 'words'),
  label('uploader', 'not-ours', 'id', 'colon'),
  label('fotografer', 'not-ours', 'id', 'colon'),
  label('sumber', 'source', 'id', 'colon'),
  label('sumber berita', 'source', 'id', 'colon'),
  label('source', 'source', 'en', 'colon'),
  label('tag', 'tags', 'id', 'alone'),
  label('tags', 'tags', 'id', 'alone'),
  label('topik', 'tags', 'id', 'colon'),
  label('topik terkait', 'tags', 'id', 'colon'),
  label('kata kunci', 'tags', 'id', 'colon'),
  label('keywords', 'tags', 'en', 'colon'),
  label('topics', 'tags', 'en', 'colon'),
  label('baca juga', 'related-inline', 'id', 'alone'),
  label('baca', 'related-inline', 'id', 'colon'),
  label('baca selengkapnya', 'related-inline', 'id', 'colon'),
  label('simak juga', 'related-inline', 'id', 'colon'),
  label('lihat juga', 'related-inline', 'id', 'colon'),
  label('lihat juga video', 'related-inline', 'id', 'colon'),
  label('simak juga video', 'related-inline', 'id', 'colon'),
  label('simak video', 'related-inline', 'id', 'colon'),
  label('tonton juga', 'related-inline', 'id', 'colon'),
  label('read also', 'related-inline', 'en', 'alone'),
  label('also read', 'related-inline', 'en', 'alone'),
  label('read more', 'related-inline', 'en', 'colon'),
  label('see also', 'related-inline', 'en', 'colon'),
  label('berita terkait', 'related-list', 'id', 'alone'),
  label('artikel terkait', 'related-list', 'id', 'alone'),
  label('related', 'related-list', 'en', 'alone'),
  label('related stories', 'related-list', 'en', 'alone'),
  label('berita terkini', 'latest-list', 'id', 'alone'),
  label('berita terbaru', 'latest-list', 'id', 'alone'),
  label('latest', 'latest-list', 'en', 'alone'),
  label('latest news', 'latest-list', 'en', 'alone'),
  label('lihat foto', 'photo-next', 'id', 'alone'),
  label('foto', 'photo-next', 'id', 'colon'),
  label('caption', 'photo-next', 'en', 'colon'),
  label('keterangan foto', 'photo-next', 'id', 'alone'),
] as const satisfies readonly Label[];

function label(
  words: string,
  field: LabelledField,
  language: 'id' | 'en',
  stands: Label['stands'],
): Label {
  return { words, field, language, stands };
}

const BY_WORDS: ReadonlyMap<string, Label> = new Map(LABELS.map((row) => [row.words, row]));
const LONGEST = Math.max(...LABELS.map((row) => row.words.length)) + 4;

export interface Labelled {
  readonly field: LabelledField;
  /** As written, without its colon. */
  readonly label: string;
  /** As written, with its colon if it has one. */
  readonly printed: string;
  /** Empty where the label stands on a line of its own. */
  readonly value: string;
}

/** Reads `Label: value`, or a label alone on its line. */
export function readLabel(line: string): Labelled | null {
  const colon = line.slice(0, LONGEST).indexOf(':');
  if (colon < 0) {
    if (line.length > LONGEST) return null;
    const alone = BY_WORDS.get(line.toLowerCase());
    return alone?.stands === 'alone'
      ? { field: alone.field, label: line, printed: line, value: '' }
      : null;
  }
  const written = line.slice(0, colon).trimEnd();
  const row = BY_WORDS.get(written.toLowerCase());
  if (!row) return null;
  const value = line.slice(colon + 1).trim();
  if (value === '' && row.stands !== 'alone') return null;
  return { field: row.field, label: written, printed: line.slice(0, colon + 1), value };
}

const ofByline = (stands: Label['stands'][]) =>
  LABELS.filter(
    (row) => ['writers', 'editors', 'not-ours'].includes(row.field) && stands.includes(row.stands),
  )
    .map((row) => row.words)
    .join('|');
const BYLINE_LABELS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<before>${ofByline(['colon', 'alone'])})\\s{0,3}:|(?<words>${ofByline(['words'])})(?=\\s))`,
  'giu',
);

export interface BylineSegment {
  readonly field: 'writers' | 'editors' | 'not-ours';
  readonly printed: string;
  readonly value: string;
}

/** Cuts `Penulis: A | Editor: B` or `Reporting by A; Editing by B` at its labels. Null when the line opens with none. */
export function cutByline(line: string): BylineSegment[] | null {
  if (line.length > 500) return null;
  const matches = [...line.matchAll(BYLINE_LABELS)];
  if (matches.length === 0 || !/^[\s(]*$/.test(line.slice(0, matches[0]!.index))) return null;
  return matches.map((match, at) => {
    const row = BY_WORDS.get(
      (match.groups?.['before'] ?? match.groups?.['words'] ?? '').toLowerCase(),
    );
    const value = line.slice(match.index + match[0].length, matches[at + 1]?.index ?? line.length);
    return {
      field: (row?.field ?? 'not-ours') as BylineSegment['field'],
      printed: match[0],
      value: value
        .replace(/^[\s|;,/·•]{1,9}/, '')
        .replace(line.startsWith('(') ? /[\s|;,/·•)]{1,9}$/ : /[\s|;,/·•]{1,9}$/, ''),
    };
  });
}
