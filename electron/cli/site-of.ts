/** Which site of the local newsroom a story goes to. */
import type { Article } from '#shared/domain/article.ts';
import { siteIdSchema, type SiteId } from '#shared/domain/ids.ts';
import { storySlug } from '#shared/render/paths.ts';
import { refuse } from './refusal.ts';

/** Addresses of the public site that can't be a site's name. */
const RESERVED: ReadonlySet<string> = new Set(['v1', 'assets', 'photo']);

/** The site's name: as asked for, else from the source ("Tribun Jateng" is `tribun-jateng`), else from the brand. */
export function siteOf(article: Article, wanted: string | undefined): SiteId {
  if (wanted !== undefined) {
    const site = siteIdSchema.safeParse(wanted);
    if (site.success && !RESERVED.has(wanted)) return site.data;
    throw refuse(
      `"${wanted}" bukan nama situs; pakai huruf kecil, angka, dan tanda hubung, misalnya tribun-jateng.`,
      `"${wanted}" is not the name of a site; use small letters, digits and hyphens, such as tribun-jateng.`,
    );
  }
  const name = article.source || (article.dateline?.brand ?? '') || 'situs lokal';
  const slug = storySlug(name.replace(/\.(?:com|co\.id|id|net|news|tv)$/i, '')).slice(0, 64);
  return siteIdSchema.parse(RESERVED.has(slug) ? 'situs-lokal' : slug);
}
