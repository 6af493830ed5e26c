/** What stands in a story page's head for search engines, shared links and the read-back. */
import { leadPhotoUses } from '../domain/article.ts';
import { el, jsonElement, type Element } from './markup.ts';
import { absolute, heightAt, newsArticle } from './news-article.ts';
import type { StoryPage } from './page.ts';
import { defaultRendition } from './photo.ts';
import { zonedTime } from './when.ts';
import { bylineNames, captionText, descriptionText } from './wording.ts';

/** The name under which a page carries the content hash of its article. */
export const CONTENT_META = 'redaksi:content';

type Entry = readonly [name: string, content: string];
const LOCALES = { id: 'id_ID', en: 'en_US' } as const;

export function storyHead(page: StoryPage): readonly Element[] {
  return [
    ...named('name', [
      ['description', descriptionText(page.article)],
      ['author', bylineNames(page.article.writers)],
      ['robots', 'max-image-preview:large'],
      [CONTENT_META, page.contentHash],
    ]),
    el('link', { rel: 'canonical', href: page.url }),
    ...named('property', openGraph(page)),
    ...named('name', twitterCard(page)),
    jsonElement('application/ld+json', newsArticle(page)),
  ];
}

function named(key: 'name' | 'property', entries: readonly Entry[]): readonly Element[] {
  return entries
    .filter(([, content]) => content !== '')
    .map(([name, content]) => el('meta', { [key]: name, content }));
}

function openGraph(page: StoryPage): readonly Entry[] {
  const { article, timeZone } = page;
  return [
    ['og:type', 'article'],
    ['og:site_name', page.site.name],
    ['og:locale', LOCALES[article.language]],
    ['og:title', article.socialHeadline ?? article.headline],
    ['og:description', descriptionText(article)],
    ['og:url', page.url],
    ...shareImage(page),
    ['article:published_time', zonedTime(page.firstPublishedAt, timeZone)],
    ['article:modified_time', zonedTime(page.updatedAt ?? page.firstPublishedAt, timeZone)],
    ['article:section', article.section],
    ...article.writers.map(({ name }): Entry => ['article:author', name]),
    ...article.tags.map((tag): Entry => ['article:tag', tag]),
  ];
}

function shareImage(page: StoryPage): readonly Entry[] {
  const lead = leadPhotoUses(page.article)[0] ?? page.article.photoUses[0];
  const source = lead?.photo ? page.photoSource(lead.photo) : null;
  const jpegs = source?.renditions.filter(({ mediaType }) => mediaType === 'image/jpeg') ?? [];
  const rendition = defaultRendition(jpegs);
  if (lead === undefined || source === null || rendition === undefined) return [];
  return [
    ['og:image', absolute(rendition.url, page.origin)],
    ['og:image:type', rendition.mediaType],
    ['og:image:width', String(rendition.width)],
    ['og:image:height', String(heightAt(source, rendition.width))],
    ['og:image:alt', lead.alt || captionText(lead)],
  ];
}

function twitterCard(page: StoryPage): readonly Entry[] {
  return [
    ['twitter:card', shareImage(page).length > 0 ? 'summary_large_image' : 'summary'],
    ['twitter:title', page.article.socialHeadline ?? page.article.headline],
    ['twitter:description', descriptionText(page.article)],
  ];
}
