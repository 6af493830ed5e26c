/**
 * The addresses of the public site: one table from a request's path to what it asks for.
 * SECURITY: paths are matched as they came, never decoded: no `..`, no `%2e`, no look-alike letter can reach a file or
 * another story. What is not in the table is not found.
 */
import type { PhotoHash } from '#shared/domain/ids.ts';
import { ICON_PATH, STYLESHEET_PATH } from '#shared/render/frame.ts';
import type { RenditionFormat } from './site-reads.ts';

export type SiteAddress =
  | { readonly kind: 'sites' }
  | { readonly kind: 'robots' }
  | { readonly kind: 'stylesheet' }
  | { readonly kind: 'icon' }
  | { readonly kind: 'front' | 'feed' | 'news-sitemap'; readonly site: string }
  | { readonly kind: 'story'; readonly site: string; readonly path: string }
  | {
      readonly kind: 'photo';
      readonly site: string;
      readonly photo: PhotoHash;
      readonly width: number;
      readonly format: RenditionFormat;
    }
  /** The same page has one address: with its slash where it is a front page, without where it is not. */
  | { readonly kind: 'moved'; readonly site: string; readonly to: string }
  | { readonly kind: 'nothing'; readonly site: string | null };

/** Longer than any address that we make. */
const LONGEST = 400;
const SITE = '(?<site>[a-z0-9]+(?:-[a-z0-9]+)*)';
const STORY = `/${SITE}/\\d{4}/\\d{2}/\\d{2}/[a-z0-9]+(?:-[a-z0-9]+)*`;

type Groups = Readonly<Record<string, string>>;
interface Row {
  readonly pattern: RegExp;
  readonly address: (groups: Groups, path: string) => SiteAddress;
}

/** Our own paths hold letters, digits, slashes, hyphens and dots: of these only the dot means more in a pattern. */
const escaped = (path: string) => path.replaceAll('.', '\\.');
const fixed = (path: string, kind: 'sites' | 'robots' | 'stylesheet' | 'icon'): Row => ({
  pattern: new RegExp(`^${escaped(path)}$`),
  address: () => ({ kind }),
});
const ofSite = (rest: string, kind: 'front' | 'feed' | 'news-sitemap'): Row => ({
  pattern: new RegExp(`^/${SITE}${escaped(rest)}$`),
  address: ({ site = '' }) => ({ kind, site }),
});

const ADDRESSES: readonly Row[] = [
  fixed('/', 'sites'),
  fixed('/robots.txt', 'robots'),
  fixed(STYLESHEET_PATH, 'stylesheet'),
  fixed(ICON_PATH, 'icon'),
  ofSite('/', 'front'),
  ofSite('/rss.xml', 'feed'),
  ofSite('/news-sitemap.xml', 'news-sitemap'),
  {
    pattern: new RegExp(`^${STORY}$`),
    address: ({ site = '' }, path) => ({ kind: 'story', site, path }),
  },
  {
    pattern: new RegExp(
      `^/${SITE}/photo/(?<photo>[0-9a-f]{64})-(?<width>[1-9]\\d{0,4})\\.(?<format>jpg|webp)$`,
    ),
    address: ({ site = '', photo, width, format }) => ({
      kind: 'photo',
      site,
      photo: photo as PhotoHash,
      width: Number(width),
      format: format as RenditionFormat,
    }),
  },
  {
    pattern: new RegExp(`^/${SITE}$`),
    address: ({ site = '' }, path) => ({ kind: 'moved', site, to: `${path}/` }),
  },
  {
    pattern: new RegExp(
      `^(?:${STORY}|/${SITE.replace('site', 'feedSite')}/(?:rss|news-sitemap)\\.xml)/$`,
    ),
    address: ({ site, feedSite }, path) => ({
      kind: 'moved',
      site: site ?? feedSite ?? '',
      to: path.slice(0, -1),
    }),
  },
];

/** What a path asks for. Never throws. */
export function siteAddress(path: string): SiteAddress {
  if (path.length > LONGEST) return { kind: 'nothing', site: null };
  for (const { pattern, address } of ADDRESSES) {
    const match = pattern.exec(path);
    if (match) return address(match.groups ?? {}, path);
  }
  const site = new RegExp(`^/${SITE}/`).exec(path)?.groups?.['site'] ?? null;
  return { kind: 'nothing', site };
}

/** `?before=` of a front page: the cursor of the last story shown. Null for none, and for what is none. */
export function readCursor(
  text: string | null,
): { firstPublishedAt: string; story: string } | null {
  const match =
    /^(?<at>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z)_(?<story>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
      text ?? '',
    )?.groups;
  const { at, story } = match ?? {};
  if (at === undefined || story === undefined || Number.isNaN(Date.parse(at))) return null;
  return { firstPublishedAt: at, story };
}
