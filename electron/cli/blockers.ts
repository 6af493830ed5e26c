/** What still keeps a story from being sealed, as one sentence. */
import { preflight, type Finding, type RuleId } from '#shared/preflight/index.ts';
import type { Article } from '#shared/domain/article.ts';
import type { Language } from './language.ts';
import type { PhotoField } from './photo-words.ts';
import { refuse } from './refusal.ts';

/** Only the rules that block have words here. */
const BLOCKERS: Partial<Record<RuleId, Readonly<Record<Language, string>>>> = {
  'headline-missing': { id: 'judulnya belum ada', en: 'it has no headline' },
  'body-empty': { id: 'isinya belum ada', en: 'it has no body' },
  'writer-missing': {
    id: 'penulisnya belum disebut (--writer)',
    en: 'it names no writer (--writer)',
  },
};
const PHOTO_WORDS = {
  photo: { id: 'gambar (--photo)', en: 'picture (--photo)' },
  slug: { id: 'slug (--slug)', en: 'slug (--slug)' },
  caption: { id: 'keterangan (--caption)', en: 'caption (--caption)' },
  credit: { id: 'kredit (--credit)', en: 'credit (--credit)' },
  alt: { id: 'teks alternatif (--alt)', en: 'alt text (--alt)' },
} as const satisfies Record<PhotoField | 'photo', Readonly<Record<Language, string>>>;

/** Throws a Refusal when preflight would stop the seal. */
export function demandSealable(article: Article): void {
  const blocking = preflight(article).filter(({ severity }) => severity === 'blocks');
  if (blocking.length === 0) return;
  const list = (language: Language) =>
    [...new Set(blocking.map((finding) => say(article, finding, language)))].join('; ');
  throw refuse(
    `Naskah ini belum dapat disegel: ${list('id')}.`,
    `This story can't be sealed yet: ${list('en')}.`,
  );
}

function say(article: Article, finding: Finding, language: Language): string {
  const named = BLOCKERS[finding.rule];
  if (named !== undefined) return named[language];
  const [, use = '', field = ''] = /^photo:([^.]+)\.(.+)$/.exec(finding.where) ?? [];
  const number = String(article.photoUses.findIndex(({ id }) => id === use) + 1);
  const word = Object.hasOwn(PHOTO_WORDS, field)
    ? PHOTO_WORDS[field as keyof typeof PHOTO_WORDS][language]
    : finding.where;
  return language === 'id'
    ? `foto ${number} belum punya ${word}`
    : `photo ${number} has no ${word}`;
}
