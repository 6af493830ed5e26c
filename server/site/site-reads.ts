/**
 * All that the public site may ask of the store. Narrow on purpose.
 * SECURITY: nothing here gives a draft, a person's account or a photo that no live story shows.
 */
import type { Readable } from 'node:stream';
import type { Article } from '#shared/domain/article.ts';
import type { ContentHash, PhotoHash, SiteId, StoryId } from '#shared/domain/ids.ts';
import type { Site } from '#shared/domain/roles.ts';
import type { ResolvedStory } from '#shared/render/page.ts';

/** A story at the built-in site, live or withdrawn. */
export interface SitePublication {
  readonly story: StoryId;
  readonly site: SiteId;
  /** `/klaten/2025/06/24/slug`, from `storyPath` at first publication; it never changes after. */
  readonly path: string;
  readonly content: ContentHash;
  readonly firstPublishedAt: string;
  /** When the version that is live now went live. */
  readonly publishedAt: string;
  /** Null while the story is live. */
  readonly withdrawn: Withdrawal | null;
}

export interface Withdrawal {
  readonly at: string;
  /** Public, always (Pedoman Media Siber 5). */
  readonly reason: string;
  /** Full name of the editor in charge. */
  readonly editor: string;
}

/** The place in the list of newest stories after which a page goes on. */
export interface SiteCursor {
  readonly firstPublishedAt: string;
  readonly story: StoryId;
}

export interface SitePhotoSize {
  readonly width: number;
  readonly height: number;
}

export type RenditionFormat = 'jpg' | 'webp';

export interface PhotoFile {
  readonly bytes: number;
  /** Called once, and only when the bytes are wanted. */
  readonly open: () => Readable;
}

export interface SiteReads {
  /** The newsroom's name, above the list of its sites. */
  readonly newsroom: string;
  /** Scheme, host and port that readers use, without a slash at the end. SECURITY: never from the Host header. */
  readonly origin: string;
  /** IANA name for dates on pages and in paths: `Asia/Jakarta`. */
  readonly timeZone: string;
  readonly now: () => Date;
  readonly sites: () => Promise<readonly Site[]>;
  readonly siteBySlug: (slug: string) => Promise<Site | null>;
  /** Live or withdrawn; null for a path that was never published. */
  readonly publicationByPath: (path: string) => Promise<SitePublication | null>;
  /** Live stories only, newest `firstPublishedAt` first (then story id, falling), strictly after `before`. */
  readonly latestPublications: (
    site: SiteId,
    limit: number,
    before?: SiteCursor,
  ) => Promise<readonly SitePublication[]>;
  /** The stored article of a content hash, verified by that hash; null when it is not here. */
  readonly article: (content: ContentHash) => Promise<Article | null>;
  /** Null for a photo that is not here. */
  readonly photoSize: (photo: PhotoHash) => Promise<SitePhotoSize | null>;
  /**
   * One size of a photo: `width` is one of `renditionWidths` of the photo. Null unless a live story of this site uses
   * the photo: a withdrawn story's pictures are gone with it.
   */
  readonly photoRendition: (
    site: SiteId,
    photo: PhotoHash,
    width: number,
    format: RenditionFormat,
  ) => Promise<PhotoFile | null>;
  /** Where a story of ours is live; null when it is not. `url` is absolute. */
  readonly storyLink: (story: StoryId) => Promise<ResolvedStory | null>;
}
