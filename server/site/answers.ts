/** What the public site answers, before it becomes HTTP: a body with its kind, or a way to somewhere else. */
import type { Readable } from 'node:stream';
import type { StoryId } from '#shared/domain/ids.ts';
import type { Site } from '#shared/domain/roles.ts';
import { renderFeed, renderNewsSitemap, type FeedStory } from '#shared/render/feeds.ts';
import { ICON_SVG } from '#shared/render/frame.ts';
import {
  renderFrontPage,
  renderNotFound,
  renderSiteList,
  renderWithdrawnPage,
} from '#shared/render/front-page.ts';
import { frontPath, newsSitemapPath, renditionWidths } from '#shared/render/paths.ts';
import { renderStoryPage } from '#shared/render/story-page.ts';
import { SITE_STYLESHEET } from '#shared/render/stylesheet.ts';
import { readCursor, type SiteAddress } from './addresses.ts';
import { siteLookups, storyPageOf } from './page-facts.ts';
import type { RenditionFormat, SitePublication, SiteReads } from './site-reads.ts';

export type Answer =
  | {
      readonly kind: 'text';
      readonly status: 200 | 404 | 410;
      readonly mediaType: string;
      readonly text: string;
      readonly keep: Keep;
    }
  | {
      readonly kind: 'photo';
      readonly mediaType: 'image/jpeg' | 'image/webp';
      readonly bytes: number;
      readonly open: () => Readable;
      /** Names these bytes for ever: hash, width and format. */
      readonly tag: string;
    }
  | { readonly kind: 'moved'; readonly status: 301 | 302; readonly to: string };

/** How long a browser or a cache between us may keep an answer. */
export type Keep = 'page' | 'front' | 'feed' | 'for-ever' | 'barely';

const STORIES_PER_PAGE = 20;
const STORIES_PER_FEED = 50;
/** Of a news sitemap: a search engine takes a thousand and the last two days. */
const NEWS_STORIES = 1_000;
const NEWS_AGE = 2 * 24 * 60 * 60 * 1_000;

const HTML = 'text/html; charset=utf-8';
const XML = 'application/xml; charset=utf-8';

const text = (
  mediaType: string,
  body: string,
  keep: Keep,
  status: 200 | 404 | 410 = 200,
): Answer => ({
  kind: 'text',
  status,
  mediaType,
  text: body,
  keep,
});

/** Answers one address. `query` is what follows the question mark. */
export async function answer(
  address: SiteAddress,
  query: URLSearchParams,
  reads: SiteReads,
): Promise<Answer> {
  switch (address.kind) {
    case 'sites':
      return siteList(reads);
    case 'robots':
      return robots(reads);
    case 'stylesheet':
      return text('text/css; charset=utf-8', SITE_STYLESHEET, 'for-ever');
    case 'icon':
      return text('image/svg+xml', ICON_SVG, 'for-ever');
    case 'nothing':
      return notFound(address.site, reads);
    case 'front':
    case 'feed':
    case 'news-sitemap':
    case 'story':
    case 'photo':
    case 'moved': {
      const site = await reads.siteBySlug(address.site);
      if (site === null) return notFound(null, reads);
      return answerOfSite(address, site, query, reads);
    }
    default:
      return address satisfies never;
  }
}

type OfSite = Extract<SiteAddress, { site: string }>;

async function answerOfSite(
  address: Exclude<OfSite, { kind: 'nothing' }>,
  site: Site,
  query: URLSearchParams,
  reads: SiteReads,
): Promise<Answer> {
  switch (address.kind) {
    case 'front':
      return front(site, query, reads);
    case 'feed': {
      const latest = await reads.latestPublications(site.id, STORIES_PER_FEED);
      const stories = await feedStories(site, latest, reads);
      const { origin, timeZone } = reads;
      const rss = 'application/rss+xml; charset=utf-8';
      return text(rss, renderFeed({ site, origin, timeZone, stories }), 'feed');
    }
    case 'news-sitemap': {
      const latest = await reads.latestPublications(site.id, NEWS_STORIES);
      const since = reads.now().getTime() - NEWS_AGE;
      const recent = latest.filter(({ firstPublishedAt }) => Date.parse(firstPublishedAt) >= since);
      const stories = await feedStories(site, recent, reads);
      const { origin, timeZone } = reads;
      return text(XML, renderNewsSitemap({ site, origin, timeZone, stories }), 'feed');
    }
    case 'story':
      return story(site, address.path, reads);
    case 'photo':
      return photo(site, address, reads);
    case 'moved':
      // SECURITY: `to` is our own pattern with one slash more or less, under a site that exists: never another host.
      return { kind: 'moved', status: 301, to: address.to };
    default:
      return address satisfies never;
  }
}

async function siteList(reads: SiteReads): Promise<Answer> {
  const sites = await reads.sites();
  const [only] = sites;
  // Not for ever: a second site may come.
  if (only && sites.length === 1) return { kind: 'moved', status: 302, to: frontPath(only.id) };
  return text(HTML, renderSiteList(reads.newsroom, sites), 'front');
}

async function robots(reads: SiteReads): Promise<Answer> {
  const sites = await reads.sites();
  const sitemaps = sites.map(({ id }) => `Sitemap: ${reads.origin}${newsSitemapPath(id)}`);
  const rules = ['User-agent: *', 'Disallow: /v1/', '', ...sitemaps, ''];
  return text('text/plain; charset=utf-8', rules.join('\n'), 'feed');
}

async function notFound(slug: string | null, reads: SiteReads): Promise<Answer> {
  const site = slug === null ? null : await reads.siteBySlug(slug);
  return text(HTML, renderNotFound(site, reads.newsroom), 'barely', 404);
}

async function front(site: Site, query: URLSearchParams, reads: SiteReads): Promise<Answer> {
  const before = readCursor(query.get('before'));
  const cursor = before === null ? undefined : { ...before, story: before.story as StoryId };
  const found = await reads.latestPublications(site.id, STORIES_PER_PAGE + 1, cursor);
  const shown = found.slice(0, STORIES_PER_PAGE);
  const last = found.length > STORIES_PER_PAGE ? shown.at(-1) : undefined;
  const older = last && `${new Date(last.firstPublishedAt).toISOString()}_${last.story}`;
  const teasers = await Promise.all(
    shown.map(async ({ content, path, firstPublishedAt }) => {
      const article = await reads.article(content);
      if (article === null) return [];
      const { photoSource } = await siteLookups(site.id, article, reads);
      return [{ article, path, firstPublishedAt, photoSource }];
    }),
  );
  const page = renderFrontPage({
    site,
    origin: reads.origin,
    timeZone: reads.timeZone,
    at: reads.now().toISOString(),
    teasers: teasers.flat(),
    olderPath: older ? `${frontPath(site.id)}?before=${older}` : null,
    isFirst: before === null,
  });
  return text(HTML, page, 'front');
}

async function feedStories(
  site: Site,
  publications: readonly SitePublication[],
  reads: SiteReads,
): Promise<readonly FeedStory[]> {
  const stories = await Promise.all(
    publications.map(async (publication): Promise<readonly FeedStory[]> => {
      const article = await reads.article(publication.content);
      if (article === null) return [];
      const { photoSource } = await siteLookups(site.id, article, reads);
      const { story, path, firstPublishedAt, publishedAt } = publication;
      const url = `${reads.origin}${path}`;
      return [{ story, article, url, firstPublishedAt, publishedAt, photoSource }];
    }),
  );
  return stories.flat();
}

async function story(site: Site, path: string, reads: SiteReads): Promise<Answer> {
  const publication = await reads.publicationByPath(path);
  if (publication === null || publication.site !== site.id) return notFound(site.id, reads);
  const { withdrawn } = publication;
  if (withdrawn === null) {
    const page = await storyPageOf(publication, site, reads);
    return page === null ? notFound(site.id, reads) : text(HTML, renderStoryPage(page), 'page');
  }
  const article = await reads.article(publication.content);
  const tombstone = renderWithdrawnPage({
    site,
    language: article?.language ?? site.language,
    headline: article?.headline ?? null,
    withdrawnAt: withdrawn.at,
    reason: withdrawn.reason,
    editor: withdrawn.editor,
    timeZone: reads.timeZone,
  });
  return text(HTML, tombstone, 'page', 410);
}

async function photo(
  site: Site,
  address: Extract<SiteAddress, { kind: 'photo' }>,
  reads: SiteReads,
): Promise<Answer> {
  const size = await reads.photoSize(address.photo);
  // SECURITY: only the sizes that pages name, so that nobody makes the server scale pictures all day.
  const offered = size !== null && renditionWidths(size.width).includes(address.width);
  const file = offered
    ? await reads.photoRendition(site.id, address.photo, address.width, address.format)
    : null;
  if (file === null) return notFound(site.id, reads);
  return {
    kind: 'photo',
    mediaType: MEDIA_TYPES[address.format],
    bytes: file.bytes,
    open: file.open,
    tag: `"${address.photo}-${address.width}-${address.format}"`,
  };
}

const MEDIA_TYPES = {
  jpg: 'image/jpeg',
  webp: 'image/webp',
} as const satisfies Record<RenditionFormat, string>;
