/** Where a story stands, as printed on paper: a draft says so on every page. */
import { readableTime } from '../render/when.ts';
import { DEFAULT_TIME_ZONE } from '../render/page.ts';

export interface StoryStanding {
  /** The sign-off of some version; null when nobody has signed any. */
  readonly seal: { readonly at: string; readonly content: string } | null;
  readonly sealedBy: string | null;
  /** The hash of the text that is printed. */
  readonly content: string;
}

const WORDS = {
  id: { draft: 'KONSEP', changed: 'KONSEP · berubah setelah disetujui', sealed: 'Disetujui' },
  en: { draft: 'DRAFT', changed: 'DRAFT · changed after sign-off', sealed: 'Signed off' },
} as const;

/** `Disetujui M Zainal Arifin, Selasa, 24 Juni 2025 14.03 WIB · 1f3a9c02`, or that it is a draft. */
export function stateLine(
  { seal, sealedBy, content }: StoryStanding,
  language: 'id' | 'en',
): string {
  const words = WORDS[language];
  if (seal === null) return words.draft;
  if (seal.content !== content) return words.changed;
  const when = readableTime(seal.at, language, DEFAULT_TIME_ZONE);
  return `${words.sealed} ${sealedBy ?? ''}, ${when} · ${seal.content.slice(0, 8)}`;
}
