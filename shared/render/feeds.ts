/** RSS 2.0 and the news sitemap. */
import type { Article } from '../domain/article.ts';
import type { StoryId } from '../domain/ids.ts';
import type { Site } from '../domain/roles.ts';
import { PAGE_LABELS } from './labels.ts';
import { absolute, heightAt } from './news-article.ts';
import type { PageFacts } from './page.ts';
import { feedPath, frontPath } from './paths.ts';
import { defaultRendition } from './photo.ts';
import { feedTime, zonedTime } from './when.ts';
import { descriptionText } from './wording.ts';
import { printXml, xml, type XmlElement } from './xml.ts';

export interface FeedStory {
  readonly story: StoryId;
  readonly article: Article;
  /** Absolute. */
  readonly url: string;
  readonly firstPublishedAt: string;
  readonly publishedAt: string;
  readonly photoSource: PageFacts['photoSource'];
}

export interface Feed {
  readonly site: Site;
  readonly origin: string;
  readonly timeZone: string;
  readonly stories: readonly FeedStory[];
}

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

/** The newest stories of a site as RSS 2.0, with their pictures as Media RSS. */
export function renderFeed({ site, origin, stories }: Feed): string {
  const newest = stories.map(({ publishedAt }) => Date.parse(publishedAt)).sort((a, b) => b - a)[0];
  const built =
    newest === undefined
      ? []
      : [xml('lastBuildDate', {}, feedTime(new Date(newest).toISOString()))];
  const self = { href: `${origin}${feedPath(site.id)}`, rel: 'self', type: 'application/rss+xml' };
  return printXml(
    xml(
      'rss',
      { version: '2.0', ...NAMESPACES },
      xml(
        'channel',
        {},
        xml('title', {}, site.name),
        xml('link', {}, `${origin}${frontPath(site.id)}`),
        xml('description', {}, `${PAGE_LABELS[site.language].newest} - ${site.name}`),
        xml('language', {}, site.language),
        xml('atom:link', self),
        ...built,
        ...stories.map((story) => feedItem(story, origin)),
      ),
    ),
  );
}

/** One story of a feed. Its guid is the story's, so that an update is no new story. */
export function feedItem(story: FeedStory, origin: string): XmlElement {
  const { article } = story;
  return xml(
    'item',
    {},
    xml('title', {}, article.headline),
    xml('link', {}, story.url),
    xml('guid', { isPermaLink: 'false' }, `urn:uuid:${story.story}`),
    xml('pubDate', {}, feedTime(story.firstPublishedAt)),
    xml('description', {}, descriptionText(article)),
    ...article.writers.map(({ name }) => xml('dc:creator', {}, name)),
    ...[article.section, ...article.tags]
      .filter((name) => name !== '')
      .map((name) => xml('category', {}, name)),
    ...article.photoUses.flatMap((use): readonly XmlElement[] => {
      const source = use.photo === null ? null : story.photoSource(use.photo);
      const jpegs = source?.renditions.filter(({ mediaType }) => mediaType === 'image/jpeg') ?? [];
      const rendition = defaultRendition(jpegs);
      if (source === null || rendition === undefined) return [];
      const attributes = {
        url: absolute(rendition.url, origin),
        type: rendition.mediaType,
        medium: 'image',
        width: String(rendition.width),
        height: String(heightAt(source, rendition.width)),
      };
      const words = [
        { tag: 'media:title', text: use.slug },
        { tag: 'media:description', text: use.caption },
        { tag: 'media:credit', text: use.credit },
      ].filter(({ text }) => text !== '');
      return [
        xml('media:content', attributes, ...words.map(({ tag, text }) => xml(tag, {}, text))),
      ];
    }),
  );
}

/** The stories of the last two days, for news search. The caller picks them. */
export function renderNewsSitemap({ site, timeZone, stories }: Feed): string {
  return printXml(
    xml(
      'urlset',
      {
        xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
      },
      ...stories.map(({ article, url, firstPublishedAt }) =>
        xml(
          'url',
          {},
          xml('loc', {}, url),
          xml(
            'news:news',
            {},
            xml(
              'news:publication',
              {},
              xml('news:name', {}, site.name),
              xml('news:language', {}, article.language),
            ),
            xml('news:publication_date', {}, zonedTime(firstPublishedAt, timeZone)),
            xml('news:title', {}, article.headline),
          ),
        ),
      ),
    ),
  );
}
