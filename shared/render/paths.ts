/** Addresses on the public site: where a story, a photo and a feed are to be found. */
import type { PhotoHash, SiteId } from '../domain/ids.ts';
import type { PhotoSource } from './page.ts';
import { dayPath } from './when.ts';

const SLUG_LENGTH = 80;
/** When a headline has no letter that an address can hold. */
const NO_SLUG = 'berita';

/**
 * A headline as the last part of an address: lower case, ASCII, hyphens, at most 80 characters, cut at a word.
 * The same headline always gives the same slug. `Jum'at` stays one word; `é` becomes `e`.
 */
export function storySlug(headline: string): string {
  const words = headline
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’‘ʼ`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > SLUG_LENGTH) break;
    slug = longer;
  }
  return slug || (words[0] ?? NO_SLUG).slice(0, SLUG_LENGTH);
}

/**
 * The path of a story, chosen once at first publication: `/{site}/yyyy/mm/dd/{slug}`. A later headline never moves it.
 * When `isTaken` by another story, `-2`, `-3`, … follow.
 */
export function storyPath(
  story: {
    readonly site: SiteId;
    readonly headline: string;
    readonly firstPublishedAt: string;
    readonly timeZone: string;
  },
  isTaken: (path: string) => boolean = () => false,
): string {
  const base = `/${story.site}/${dayPath(story.firstPublishedAt, story.timeZone)}/${storySlug(story.headline)}`;
  let path = base;
  for (let n = 2; isTaken(path); n += 1) path = `${base}-${n}`;
  return path;
}

export function frontPath(site: SiteId): string {
  return `/${site}/`;
}

export function feedPath(site: SiteId): string {
  return `/${site}/rss.xml`;
}

export function newsSitemapPath(site: SiteId): string {
  return `/${site}/news-sitemap.xml`;
}

/** Pixels. 1200 is what search engines ask of a large preview; 1920 fills a desktop at two pixels a point. */
export const PHOTO_WIDTHS = [320, 640, 960, 1200, 1920] as const;

/** The widths that a photo is served in: never wider than it is; a small one in its own width alone. */
export function renditionWidths(originalWidth: number): readonly number[] {
  const smaller = PHOTO_WIDTHS.filter((width) => width <= originalWidth);
  return smaller.length > 0 ? smaller : [originalWidth];
}

export function photoPath(
  site: SiteId,
  photo: PhotoHash,
  width: number,
  format: 'jpg' | 'webp',
): string {
  return `/${site}/photo/${photo}-${width}.${format}`;
}

/** A photo of known size as the built-in site serves it. */
export function sitePhotoSource(
  site: SiteId,
  photo: PhotoHash,
  size: { readonly width: number; readonly height: number },
): PhotoSource {
  const renditions = renditionWidths(size.width).flatMap((width) => [
    { url: photoPath(site, photo, width, 'webp'), width, mediaType: 'image/webp' as const },
    { url: photoPath(site, photo, width, 'jpg'), width, mediaType: 'image/jpeg' as const },
  ]);
  return { ...size, renditions };
}
