/** A photo use on a page: the picture, the credit lead on its own line, then `SLUG: caption (credit)`. */
import type { PhotoUse } from '../domain/article.ts';
import { PAGE_LABELS } from './labels.ts';
import { el, type Element, type Markup } from './markup.ts';
import type { PhotoRendition, PhotoSource, StoryPage } from './page.ts';
import { lines } from './runs.ts';

/** `sizes`: the width of the column, so that a phone never fetches a desktop's picture. */
const COLUMN = '(min-width: 56rem) 52rem, 100vw';

/**
 * `lead`: above the body, where no photo block names it. `priority`: the first picture of a page is fetched at once, later ones when they
 * are near.
 */
export function photoFigure(
  use: PhotoUse,
  page: StoryPage,
  { lead, priority }: { readonly lead: boolean; readonly priority: boolean },
): Element {
  const source = use.photo === null ? null : page.photoSource(use.photo);
  const words = captionMarkup(use);
  const picture =
    source === null
      ? el('p', { class: 'photo-to-come' }, PAGE_LABELS[page.article.language].photoToCome)
      : pictureMarkup(source, { alt: use.alt, sizes: COLUMN, priority });
  return el(
    'figure',
    { class: lead ? 'lead-photo' : 'photo' },
    picture,
    ...(words.length === 0
      ? []
      : [el('figcaption', { class: 'photo-words', dir: 'auto' }, ...words)]),
  );
}

export function pictureMarkup(
  source: PhotoSource,
  {
    alt,
    sizes,
    priority,
  }: { readonly alt: string; readonly sizes: string; readonly priority: boolean },
): Element {
  const jpegs = source.renditions.filter(({ mediaType }) => mediaType === 'image/jpeg');
  const webps = source.renditions.filter(({ mediaType }) => mediaType === 'image/webp');
  return el(
    'picture',
    {},
    ...(webps.length === 0
      ? []
      : [el('source', { class: 'rendition', type: 'image/webp', srcset: srcset(webps), sizes })]),
    el('img', {
      class: 'image',
      src: defaultRendition(jpegs)?.url ?? '',
      srcset: srcset(jpegs),
      sizes,
      width: String(source.width),
      height: String(source.height),
      alt,
      loading: priority ? null : 'lazy',
      fetchpriority: priority ? 'high' : null,
      decoding: priority ? null : 'async',
    }),
  );
}

/** For browsers and feed readers that take one picture: the widest that is at most 1200 pixels, else the narrowest. */
export function defaultRendition(
  renditions: readonly PhotoRendition[],
): PhotoRendition | undefined {
  return renditions.findLast(({ width }) => width <= 1200) ?? renditions[0];
}

function srcset(renditions: readonly PhotoRendition[]): string {
  return renditions.map(({ url, width }) => `${url} ${width}w`).join(', ');
}

function captionMarkup({ creditLead, slug, caption, credit }: PhotoUse): readonly Markup[] {
  const lead = creditLead === '' ? [] : [el('p', { class: 'credit-lead' }, ...lines(creditLead))];
  const opening = slug === '' ? [] : [el('span', { class: 'slug' }, slug), label(':')];
  const sentence = caption === '' ? [] : [el('span', { class: 'caption' }, ...lines(caption))];
  const closing =
    credit === '' ? [] : [label('('), el('span', { class: 'credit' }, credit), label(')')];
  const parts = [opening, sentence, closing].filter((part) => part.length > 0);
  const spaced = parts.flatMap((part, at) => (at === 0 ? part : [' ', ...part]));
  return spaced.length === 0 ? lead : [...lead, el('p', { class: 'caption-line' }, ...spaced)];
}

function label(text: string): Element {
  return el('span', { class: 'label' }, text);
}
