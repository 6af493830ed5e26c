/** The call: a verb, its operand and its options, from one table. What the table does not know is refused. */
import { parseArgs } from 'node:util';
import { STORY_TEXT_FORMS, type StoryTextForm } from '#shared/domain/story-text/index.ts';
import { LANGUAGES, type Language } from './language.ts';
import { refuse } from './refusal.ts';

type OptionKind = 'flag' | 'value' | 'values';
const EVERYWHERE = { lang: 'value', help: 'flag' } as const;

/** Verb -> its options beside `--lang` and `--help`. */
export const VERBS = {
  parse: { operand: true, options: { json: 'flag' } },
  print: { operand: true, options: { form: 'value' } },
  publish: {
    operand: true,
    options: {
      photo: 'values',
      slug: 'value',
      caption: 'value',
      credit: 'value',
      alt: 'value',
      writer: 'values',
      site: 'value',
      keep: 'value',
      serve: 'flag',
      json: 'flag',
    },
  },
  help: { operand: false, options: {} },
} as const satisfies Record<string, { operand: boolean; options: Record<string, OptionKind> }>;

export interface Call {
  readonly verb: keyof typeof VERBS | 'version';
  /** A file, or `-` for standard input; empty where the verb takes none. */
  readonly operand: string;
  readonly language: Language | undefined;
  readonly flags: ReadonlySet<string>;
  /** The values of each option, in the order given. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Reads the command line. Throws a Refusal that names what is wrong. */
export function readCall(words: readonly string[]): Call {
  const [verb, ...rest] = words;
  if (verb === '--version' || verb === '-v') return simple('version');
  if (verb === undefined || verb === '--help' || verb === '-h') return simple('help');
  if (!isVerb(verb)) {
    throw refuse(
      `Perintah "${verb}" tidak dikenal; pakai parse, print, publish atau help.`,
      `There is no verb "${verb}"; use parse, print, publish or help.`,
    );
  }
  const row = VERBS[verb];
  const kinds: Readonly<Record<string, OptionKind>> = { ...EVERYWHERE, ...row.options };
  const { values, positionals } = parseOptions(verb, rest, kinds);
  const flags = new Set(Object.keys(values).filter((name) => values[name] === true));
  if (flags.has('help')) return { ...simple('help'), language: language(values['lang']) };
  const [operand = '', ...more] = positionals;
  if (row.operand && operand === '') {
    throw refuse(`"${verb}" membutuhkan nama berkas.`, `"${verb}" needs the name of a file.`);
  }
  const extra = row.operand ? more[0] : positionals[0];
  if (extra !== undefined) {
    throw refuse(`Ada kata yang berlebih: "${extra}".`, `There is a word too many: "${extra}".`);
  }
  return {
    verb,
    operand,
    language: language(values['lang']),
    flags,
    values: new Map(
      Object.entries(values).flatMap(([name, value]) =>
        typeof value === 'string'
          ? [[name, [value]]]
          : Array.isArray(value)
            ? [[name, value.map(String)]]
            : [],
      ),
    ),
  };
}

/** The form named by `--form`, if any. */
export function formOf(call: Call): StoryTextForm | undefined {
  const name = call.values.get('form')?.[0];
  if (name === undefined) return undefined;
  const form = STORY_TEXT_FORMS.find((known) => known === name);
  if (form === undefined) {
    const list = STORY_TEXT_FORMS.join(', ');
    throw refuse(
      `Bentuk "${name}" tidak dikenal; pilih ${list}.`,
      `There is no form "${name}"; use ${list}.`,
    );
  }
  return form;
}

function simple(verb: Call['verb']): Call {
  return { verb, operand: '', language: undefined, flags: new Set(), values: new Map() };
}

function isVerb(word: string): word is keyof typeof VERBS {
  return Object.hasOwn(VERBS, word);
}

function language(value: unknown): Language | undefined {
  if (value === undefined) return undefined;
  const known = LANGUAGES.find((name) => name === value);
  if (known !== undefined) return known;
  const name = typeof value === 'string' ? value : '';
  throw refuse(
    `Bahasa "${name}" tidak ada; pakai id atau en.`,
    `There is no language "${name}"; use id or en.`,
  );
}

function parseOptions(
  verb: string,
  words: readonly string[],
  kinds: Readonly<Record<string, OptionKind>>,
) {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      {
        type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
        multiple: kind === 'values',
      },
    ]),
  );
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
      throw refuse(
        `"${verb}" tidak mengenal pilihan ${option}; lihat "help".`,
        `"${verb}" has no option ${option}; see "help".`,
      );
    }
    throw refuse(
      `Pilihan ${option} ditulis keliru; lihat "help".`,
      `The option ${option} is written wrongly; see "help".`,
    );
  }
}
