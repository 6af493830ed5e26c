/** Front matter: YAML between `---` lines, by the names that site generators use. What has no field is left over. */
import { parse } from 'yaml';
import { hasWords } from '#shared/domain/story-text/words.ts';
import type { FileFields, LeftOverPiece } from './pieces.ts';

export interface FrontMatter {
  readonly fields: Readonly<Partial<FileFields>>;
  readonly leftOver: readonly LeftOverPiece[];
  /** The text behind it. */
  readonly body: string;
  /** Redaksi writes the language first, and nobody else does. */
  readonly ours: boolean;
}

const BLOCK = /^---[ \t]*\n(?<yaml>(?:.*\n)*?)---[ \t]*(?:\n|$)/;

type ListField = 'writers' | 'editors' | 'tags' | 'related' | 'latest';
type TextField = Exclude<keyof FileFields, ListField | 'language'>;

const TEXT_NAMES: Readonly<Record<string, TextField>> = {
  section: 'section',
  category: 'section',
  title: 'headline',
  headline: 'headline',
  short_title: 'shortHeadline',
  social_title: 'socialHeadline',
  print_title: 'printHeadline',
  description: 'deck',
  excerpt: 'deck',
  summary: 'deck',
  deck: 'deck',
  date: 'eventDate',
  source: 'source',
  copyright: 'copyright',
};
const LIST_NAMES: Readonly<Record<string, ListField>> = {
  author: 'writers',
  authors: 'writers',
  editor: 'editors',
  editors: 'editors',
  tags: 'tags',
  keywords: 'tags',
  related: 'related',
  latest: 'latest',
};

export function readFrontMatter(text: string): FrontMatter {
  const nothing = { fields: {}, leftOver: [], body: text, ours: false };
  const found = BLOCK.exec(text);
  const yaml = found?.groups?.['yaml'];
  if (found === null || yaml === undefined || yaml.length > 100_000) return nothing;
  const matter = parseYaml(yaml);
  // Two rules around a text are no front matter.
  if (matter === null) return nothing;
  const fields: Record<string, unknown> = {};
  const leftOver: LeftOverPiece[] = [];
  for (const [name, value] of Object.entries(matter)) {
    if (!takeField(fields, name, value)) leave(leftOver, `${name}: ${flat(value)}`);
  }
  return {
    fields,
    leftOver,
    body: text.slice(found[0].length),
    ours: yaml.startsWith('lang: "'),
  };
}

function parseYaml(yaml: string): Readonly<Record<string, unknown>> | null {
  try {
    // SECURITY: no anchors that grow a small file into a huge one, no custom types.
    const parsed: unknown = parse(yaml, { maxAliasCount: 0, schema: 'core', prettyErrors: false });
    const isRecord = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isRecord ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** False when the value has no field, or the field is taken already. */
function takeField(fields: Record<string, unknown>, name: string, value: unknown): boolean {
  const key = name.toLowerCase();
  if (key === 'lang' || key === 'language') {
    const language = flat(value).slice(0, 2).toLowerCase();
    if (language !== 'id' && language !== 'en') return false;
    fields['language'] = language;
    return true;
  }
  const list = Object.hasOwn(LIST_NAMES, key) ? LIST_NAMES[key] : undefined;
  if (list !== undefined) {
    const all = Array.isArray(value) ? value.map(flat) : flat(value).split(/\s*,\s*/);
    if (Object.hasOwn(fields, list)) return false;
    fields[list] = all.filter((each) => each !== '');
    return true;
  }
  const field = Object.hasOwn(TEXT_NAMES, key) ? TEXT_NAMES[key] : undefined;
  if (field === undefined || Object.hasOwn(fields, field)) return false;
  const text = flat(value);
  if (field === 'eventDate' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  fields[field] = text;
  return true;
}

function flat(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(flat).join(', ');
  if (typeof value !== 'object') return '';
  return Object.entries(value)
    .map(([name, inner]) => `${name}: ${flat(inner)}`)
    .join(', ');
}

function leave(leftOver: LeftOverPiece[], text: string): void {
  if (hasWords(text)) leftOver.push({ text, why: 'other' });
}
