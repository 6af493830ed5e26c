/** The lines of a page as plain text, by the furniture rules: for feeds, descriptions, clipboards and tests. */
import {
  blockText,
  runsText,
  type Article,
  type Byline,
  type PhotoUse,
} from '../domain/article.ts';
import type { Site } from '../domain/roles.ts';
import { PAGE_LABELS } from './labels.ts';
import { yearOf } from './when.ts';

export function bylineNames(people: readonly Byline[]): string {
  return people.map((person) => person.name).join(', ');
}

/** `Penulis: Laili Shofiyah | Editor: M Zainal Arifin`; a part without names is left out. */
export function bylineText(article: Article): string {
  const labels = PAGE_LABELS[article.language];
  const named = [
    { label: labels.writers, people: article.writers },
    { label: labels.editors, people: article.editors },
  ].filter(({ people }) => people.length > 0);
  return named.map(({ label, people }) => `${label}: ${bylineNames(people)}`).join(' | ');
}

/** `SLUG: caption (credit)`. */
export function captionText({
  slug,
  caption,
  credit,
}: Pick<PhotoUse, 'slug' | 'caption' | 'credit'>): string {
  const parts = [slug && `${slug}:`, caption, credit && `(${credit})`];
  return parts.filter((part) => part !== '').join(' ');
}

/** The copyright lines: as the article prints them, else the site's, with the year of publication. */
export function copyrightText(
  article: Article,
  site: Site,
  publishedAt: string,
  zone: string,
): string {
  const year = yearOf(publishedAt, zone);
  return article.copyright || site.copyrightTemplate.replaceAll('{year}', year);
}

const DESCRIPTION_LENGTH = 300;

/** What search results and shared links say: the deck, or else the first paragraph, cut at a word. */
export function descriptionText(article: Article): string {
  const lead = article.blocks.find(
    (block) => block.kind === 'paragraph' && runsText(block.runs).trim() !== '',
  );
  const text = (article.deck || (lead ? blockText(lead) : '')).replaceAll(/\s+/g, ' ').trim();
  if (text.length <= DESCRIPTION_LENGTH) return text;
  const cut = text.slice(0, DESCRIPTION_LENGTH);
  const end = cut.lastIndexOf(' ');
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
