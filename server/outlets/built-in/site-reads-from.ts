/** What the public site may know, read from the store. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { MediaStore } from '../../media/media-store.ts';
import { articleOf } from '../../newsroom/articles.ts';
import { SITE_TIME_ZONE, type Newsroom } from '../../newsroom/newsroom.ts';
import type { SitePublication, SiteReads, Withdrawal } from '../../site/site-reads.ts';
import type { PublicationRow, Repositories } from '../../store/store.ts';

/** @param origin asked each time: where a test server listens is known late */
export function siteReadsFrom(
  { store, clock }: Newsroom,
  media: MediaStore,
  { origin, newsroom }: { readonly origin: () => string; readonly newsroom: string },
): SiteReads {
  return {
    get origin() {
      return origin();
    },
    newsroom,
    timeZone: SITE_TIME_ZONE,
    now: clock,
    sites: () => store.read((records) => records.registers.sites()),
    siteBySlug: (slug) =>
      store.read(async (records) => {
        const sites = await records.registers.sites();
        return sites.find(({ id }) => id === slug) ?? null;
      }),
    publicationByPath: (path) =>
      store.read(async (records) => {
        const row = await records.publications.atPath(path);
        return row === undefined ? null : sitePublication(records, row);
      }),
    latestPublications: (site, limit, before) =>
      store.read(async (records) => {
        const rows = await records.publications.latest(site, limit, before ?? null);
        const publications = await Promise.all(rows.map((row) => sitePublication(records, row)));
        return publications.filter((publication) => publication !== null);
      }),
    article: (content) =>
      store.read(async (records) => {
        const version = await records.publications.versionOf(content);
        return version === undefined ? null : articleOf(records, version);
      }),
    photoSize: (photo) => store.read(async (records) => (await records.photos.get(photo)) ?? null),
    photoRendition: async (site, photo, width, format) => {
      // SECURITY: a photo is public only through a story that is out.
      const isOut = await store.read((records) => records.publications.photoIsOut(site, photo));
      if (!isOut) return null;
      const file = await media.rendition(photo, width, format);
      const { size } = await stat(file);
      return { bytes: size, open: () => createReadStream(file) };
    },
    storyLink: (story) =>
      store.read(async (records) => {
        const live = await records.publications.live(story);
        const version = live && (await records.versions.get(live.version));
        if (live?.url === undefined || live.url === null || version === undefined) return null;
        const { headline } = await articleOf(records, version);
        return { title: headline, url: live.url };
      }),
  };
}

/** Null for a row that readers can't see. */
export async function sitePublication(
  records: Repositories,
  row: PublicationRow,
): Promise<SitePublication | null> {
  const { story, site, path, content, firstPublishedAt, publishedAt } = row;
  if (firstPublishedAt === null || publishedAt === null) return null;
  const withdrawn = row.state === 'withdrawn' ? await withdrawal(records, row) : null;
  return { story, site, path, content, firstPublishedAt, publishedAt, withdrawn };
}

async function withdrawal(records: Repositories, row: PublicationRow): Promise<Withdrawal> {
  const by = row.withdrawnBy === null ? undefined : await records.people.byId(row.withdrawnBy);
  return {
    at: row.withdrawnAt ?? row.publishedAt ?? '',
    reason: row.withdrawnReason ?? '',
    editor: by?.fullName ?? '',
  };
}
