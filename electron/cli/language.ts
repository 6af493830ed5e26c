/** The command's language: `--lang`, else the machine's, else Indonesian, the language of the first newsrooms. */

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Reads `LC_ALL`, `LC_MESSAGES` and `LANG` in the order that POSIX gives them. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || 'id';
  return /^en(?:[_.-]|$)/i.test(locale) ? 'en' : 'id';
}
