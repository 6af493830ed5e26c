/** The facts around one story, asked once, so that rendering a page and proving it start from the same ones. */
import { type Article } from '#shared/domain/article.ts';
import type { PhotoHash, SiteId, StoryId } from '#shared/domain/ids.ts';
import type { Site } from '#shared/domain/roles.ts';
import { articlePhotos } from '#shared/domain/version.ts';
import type { PageFacts, PhotoSource, ResolvedStory, StoryPage } from '#shared/render/page.ts';
import { sitePhotoSource } from '#shared/render/paths.ts';
import type { SitePublication, SiteReads } from './site-reads.ts';

/**
 * A live publication as a page; null when its article is not here. Give the result to `renderStoryPage`, and to
 * `comparePage` with the page that was read back.
 */
export async function storyPageOf(
  publication: SitePublication,
  site: Site,
  reads: SiteReads,
): Promise<StoryPage | null> {
  const article = await reads.article(publication.content);
  if (article === null) return null;
  const { firstPublishedAt, publishedAt } = publication;
  return {
    article,
    site,
    origin: reads.origin,
    url: `${reads.origin}${publication.path}`,
    firstPublishedAt,
    publishedAt,
    updatedAt: publishedAt === firstPublishedAt ? undefined : publishedAt,
    contentHash: publication.content,
    timeZone: reads.timeZone,
    ...(await siteLookups(site.id, article, reads)),
  };
}

/** Where the photos and the other stories of an article are to be found on a site. */
export async function siteLookups(
  site: SiteId,
  article: Article,
  reads: Pick<SiteReads, 'photoSize' | 'storyLink'>,
): Promise<Pick<PageFacts, 'photoSource' | 'storyLink'>> {
  const photos = new Map<PhotoHash, PhotoSource>();
  for (const photo of articlePhotos(article)) {
    const size = await reads.photoSize(photo);
    if (size !== null) photos.set(photo, sitePhotoSource(site, photo, size));
  }
  const stories = new Map<StoryId, ResolvedStory>();
  for (const story of linkedStories(article)) {
    const link = await reads.storyLink(story);
    if (link !== null) stories.set(story, link);
  }
  return {
    photoSource: (photo) => photos.get(photo) ?? null,
    storyLink: (story) => stories.get(story) ?? null,
  };
}

function linkedStories({ blocks, related, latest }: Article): ReadonlySet<StoryId> {
  const inBody = blocks.flatMap((block) => (block.kind === 'related' ? [block.link] : []));
  const links = [...inBody, ...related, ...latest];
  return new Set(links.flatMap(({ story }) => (story === undefined ? [] : [story])));
}
