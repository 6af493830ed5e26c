/** Brings photos and the article together, and says where each word of a photo came from. */
import type { Article, PhotoUse } from '#shared/domain/article.ts';
import type { PhotoHash, PhotoUseId } from '#shared/domain/ids.ts';

export const PHOTO_FIELDS = ['slug', 'caption', 'credit', 'alt'] as const;
export type PhotoField = (typeof PHOTO_FIELDS)[number];
/** `caption`: the alt text is the caption's first sentence. `none`: nobody says it. */
export type WordSource = 'option' | 'text' | 'file' | 'caption' | 'none';

/** A photo's file: what it is, and what it says about itself. */
export interface OfferedPhoto {
  readonly file: string;
  readonly hash: PhotoHash;
  readonly proposal: Readonly<Record<PhotoField, string>>;
}

export interface PlacedPhoto {
  readonly use: PhotoUse;
  /** Null when the text has a caption and no picture was given for it. */
  readonly offered: OfferedPhoto | null;
  readonly sources: Readonly<Record<PhotoField, WordSource>>;
}

export interface Illustrated {
  readonly article: Article;
  readonly photos: readonly PlacedPhoto[];
}

/**
 * The n-th photo goes to the n-th caption of the text; what is over becomes a photo without one. A field's words come
 * from the options (first photo only), else the text, else the file; an alt text, else, from the caption.
 */
export function placePhotos(
  article: Article,
  offered: readonly OfferedPhoto[],
  options: Readonly<Partial<Record<PhotoField, string>>>,
): Illustrated {
  const count = Math.max(article.photoUses.length, offered.length);
  const photos = Array.from({ length: count }, (_, n): PlacedPhoto => {
    const use = article.photoUses[n] ?? emptyUse(n);
    const photo = offered[n] ?? null;
    return fill(use, photo, n === 0 ? options : {});
  });
  return { article: { ...article, photoUses: photos.map(({ use }) => use) }, photos };
}

function fill(
  use: PhotoUse,
  offered: OfferedPhoto | null,
  options: Readonly<Partial<Record<PhotoField, string>>>,
): PlacedPhoto {
  const words: Record<PhotoField, string> = { slug: '', caption: '', credit: '', alt: '' };
  const sources: Record<PhotoField, WordSource> = {
    slug: 'none',
    caption: 'none',
    credit: 'none',
    alt: 'none',
  };
  for (const field of PHOTO_FIELDS) {
    const candidates = [
      ['option', options[field] ?? ''],
      ['text', use[field]],
      ['file', offered?.proposal[field] ?? ''],
      ['caption', field === 'alt' ? firstSentence(words.caption) : ''],
    ] as const;
    const found = candidates.find(([, text]) => text.trim() !== '');
    if (found === undefined) continue;
    [sources[field], words[field]] = found;
  }
  return { use: { ...use, ...words, photo: offered?.hash ?? null }, offered, sources };
}

function emptyUse(n: number): PhotoUse {
  const id = `foto${String(n + 1)}` as PhotoUseId;
  return { id, photo: null, creditLead: '', slug: '', caption: '', credit: '', alt: '' };
}

/** Up to the first full stop that ends a sentence; `24.000` and `M. Zainal` go on. */
export function firstSentence(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  const end = /(?<!(?:^|[\s(.])\p{Lu})[.!?]["”]?(?=\s+["“]?\p{Lu}|$)/u.exec(flat);
  return end === null ? flat : flat.slice(0, end.index + end[0].length);
}
