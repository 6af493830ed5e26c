/** What a page is made of: a sealed article, and the facts around it that only the publishing side knows. */
import type { Article } from '../domain/article.ts';
import type { ContentHash, PhotoHash, StoryId } from '../domain/ids.ts';
import type { Site } from '../domain/roles.ts';

/** One size of a photo, as a browser may fetch it. */
export interface PhotoRendition {
  /** A path from the root (`/klaten/photo/…`) or an absolute address. */
  readonly url: string;
  /** Pixels. */
  readonly width: number;
  readonly mediaType: 'image/jpeg' | 'image/webp';
}

/** A photo as a page shows it. `width` and `height` are the original's, so that nothing jumps while it loads. */
export interface PhotoSource {
  readonly width: number;
  readonly height: number;
  /** Narrow to wide; at least one is JPEG. */
  readonly renditions: readonly PhotoRendition[];
}

/** Where another story of ours is to be read. */
export interface ResolvedStory {
  readonly title: string;
  readonly url: string;
}

/** Everything on a story page that is not the article. */
export interface PageFacts {
  readonly site: Site;
  /** Scheme, host and port that readers use, without a slash at the end. */
  readonly origin: string;
  /** Canonical address of the page, absolute. */
  readonly url: string;
  /** ISO times with zone. The first stays when the story is updated. */
  readonly firstPublishedAt: string;
  readonly publishedAt: string;
  /** Set when a newer version than the first one is live: the page then says "Diperbarui". */
  readonly updatedAt?: string | undefined;
  readonly contentHash: ContentHash;
  /** IANA name; `Asia/Jakarta` where nothing else is set. */
  readonly timeZone: string;
  /** Null when the picture is not to be had: the words of the caption still stand. */
  readonly photoSource: (photo: PhotoHash) => PhotoSource | null;
  /** Null when that story is not published: its title then stands without a link. */
  readonly storyLink: (story: StoryId) => ResolvedStory | null;
}

export interface StoryPage extends PageFacts {
  readonly article: Article;
}

export const DEFAULT_TIME_ZONE = 'Asia/Jakarta';
