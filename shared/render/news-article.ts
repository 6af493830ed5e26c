/** The story as schema.org's NewsArticle, for search engines. Google asks for none of it and recommends most of it. */
import type { Byline, PhotoUse } from '../domain/article.ts';
import { printDateline } from '../domain/story-text/dateline.ts';
import { frontPath } from './paths.ts';
import type { StoryPage } from './page.ts';
import { defaultRendition } from './photo.ts';
import { zonedTime } from './when.ts';
import { copyrightText, descriptionText } from './wording.ts';

/** A JSON-safe object; what the article leaves empty is left out. */
export function newsArticle(page: StoryPage): Readonly<Record<string, unknown>> {
  const { article, site, timeZone } = page;
  const people = (bylines: readonly Byline[]) =>
    bylines.map(({ name }) => ({ '@type': 'Person', name }));
  return filled({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': `${page.url}#story`,
    url: page.url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': page.url },
    headline: article.headline,
    description: descriptionText(article),
    articleSection: article.section,
    dateline: article.dateline === null ? '' : printDateline(article.dateline),
    inLanguage: article.language,
    datePublished: zonedTime(page.firstPublishedAt, timeZone),
    dateModified: zonedTime(page.updatedAt ?? page.firstPublishedAt, timeZone),
    author: people(article.writers),
    editor: people(article.editors),
    keywords: article.tags,
    image: article.photoUses.flatMap((use) => imageObject(use, page)),
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: site.name,
      url: `${page.origin}${frontPath(site.id)}`,
    },
    copyrightNotice: copyrightText(article, site, page.firstPublishedAt, timeZone),
    isAccessibleForFree: true,
  });
}

function imageObject(use: PhotoUse, page: StoryPage): readonly Readonly<Record<string, unknown>>[] {
  const source = use.photo === null ? null : page.photoSource(use.photo);
  const jpegs = source?.renditions.filter(({ mediaType }) => mediaType === 'image/jpeg') ?? [];
  const rendition = defaultRendition(jpegs);
  if (source === null || rendition === undefined) return [];
  return [
    filled({
      '@type': 'ImageObject',
      contentUrl: absolute(rendition.url, page.origin),
      width: rendition.width,
      height: heightAt(source, rendition.width),
      name: use.slug,
      caption: use.caption,
      creditText: use.credit,
    }),
  ];
}

/** The height of a rendition, in whole pixels. */
export function heightAt(
  source: { readonly width: number; readonly height: number },
  width: number,
): number {
  return Math.max(1, Math.round((source.height * width) / source.width));
}

export function absolute(url: string, origin: string): string {
  return url.startsWith('/') ? `${origin}${url}` : url;
}

function filled(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const isEmpty = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)));
}
