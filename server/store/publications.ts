import { sql } from 'kysely';
import type { PublicationId } from '#shared/domain/ids.ts';
import type { Publication } from '#shared/domain/seal.ts';
import { allRows, firstRow, run, type Db } from './rows.ts';
import type { PublicationRow, PublicationsRepository } from './store.ts';
import { VERSION_COLUMNS, versionOf, type VersionRow } from './versions.ts';

type StoredPublication = Omit<PublicationRow, 'url' | 'proof'> & { readonly proof: string | null };

const PUBLICATION = sql`
  select n, id, story, version, content, seal, outlet, site, state, path,
    first_published_at as "firstPublishedAt", published_at as "publishedAt", proof,
    withdrawn_reason as "withdrawnReason", withdrawn_at as "withdrawnAt", withdrawn_by as "withdrawnBy"
  from publication`;

/** States in which readers find something at the path (a withdrawn story that was never out has no page). */
const OUT = sql`state in ('accepted', 'seen-live') or (state = 'withdrawn' and published_at is not null)`;

/** @param siteUrl where the public pages are: paths are stored, addresses are made */
export function publicationsIn(db: Db, siteUrl: () => string): PublicationsRepository {
  const publicationOf = (row: StoredPublication): PublicationRow => ({
    ...row,
    url: row.publishedAt === null ? null : siteUrl() + row.path,
    proof: row.proof === null ? null : (JSON.parse(row.proof) as PublicationRow['proof']),
  });
  const one = async (query: ReturnType<typeof sql<StoredPublication>>) => {
    const row = await firstRow(db, query);
    return row === undefined ? undefined : publicationOf(row);
  };
  const several = async (query: ReturnType<typeof sql<StoredPublication>>) =>
    (await allRows(db, query)).map(publicationOf);
  return {
    get: (id) => one(sql`${PUBLICATION} where id = ${id}`),
    ofStory: (story) => several(sql`${PUBLICATION} where story = ${story} order by n`),
    ofVersion: (version, outlet) =>
      one(sql`${PUBLICATION} where version = ${version} and outlet = ${outlet}`),
    atPath: (path) =>
      one(sql`${PUBLICATION} where path = ${path} and (${OUT}) order by n desc limit 1`),
    pathsBeginning: async (start, except) => {
      const rows = await allRows(
        db,
        sql<{ path: string }>`
          select distinct path from publication
          where substr(path, 1, ${start.length}) = ${start} and story <> ${except}`,
      );
      return new Set(rows.map((row) => row.path));
    },
    latest: (site, limit, before) =>
      several(sql`
        ${PUBLICATION}
        where site = ${site} and state in ('accepted', 'seen-live')
          and n = (select max(newest.n) from publication as newest
                   where newest.story = publication.story and newest.site = publication.site
                     and newest.state in ('accepted', 'seen-live'))
          and (${before?.firstPublishedAt ?? null} is null
               or (first_published_at, story) < (${before?.firstPublishedAt ?? ''}, ${before?.story ?? ''}))
        order by first_published_at desc, story desc limit ${limit}`),
    live: (story) =>
      one(sql`
        ${PUBLICATION} where story = ${story} and state in ('accepted', 'seen-live') order by n desc limit 1`),
    pending: (outlet) =>
      several(sql`
        ${PUBLICATION}
        where outlet = ${outlet} and (state in ('queued', 'sending') or (state = 'accepted' and proof is null))
        order by n`),
    superseded: async ({ story, outlet, n }) =>
      (await firstRow(
        db,
        sql`select 1 as newer from publication
            where story = ${story} and outlet = ${outlet} and n > ${n} and state in ('accepted', 'seen-live')
            limit 1`,
      )) !== undefined,
    add: async (publication, photos) => {
      const { id, story, version, content, seal, outlet, site, path } = publication;
      await run(
        db,
        sql`insert into publication (id, story, version, content, seal, outlet, site, state, path)
            values (${id}, ${story}, ${version}, ${content}, ${seal}, ${outlet}, ${site}, 'queued', ${path})`,
      );
      for (const photo of photos)
        await run(
          db,
          sql`insert into publication_photo (photo, publication) values (${photo}, ${id})`,
        );
    },
    setState: async (id, state) => {
      await run(db, sql`update publication set state = ${state} where id = ${id}`);
    },
    accept: async (id, firstPublishedAt, publishedAt) => {
      await run(
        db,
        sql`update publication set state = 'accepted', first_published_at = ${firstPublishedAt},
              published_at = ${publishedAt}
            where id = ${id}`,
      );
    },
    prove: async (id, state, proof) => {
      await run(
        db,
        sql`update publication set state = ${state}, proof = ${JSON.stringify(proof)} where id = ${id}`,
      );
    },
    withdraw: async (story, { reason, at, person }) => {
      const rows = await allRows(
        db,
        sql<{ id: PublicationId }>`
          update publication set state = 'withdrawn', withdrawn_reason = ${reason}, withdrawn_at = ${at},
            withdrawn_by = ${person}
          where story = ${story} and state not in ('refused', 'withdrawn') returning id`,
      );
      return rows.map((row) => row.id);
    },
    photoIsOut: async (site, photo) =>
      (await firstRow(
        db,
        sql`select 1 as out from publication_photo join publication on publication.id = publication_photo.publication
            where photo = ${photo} and site = ${site} and state in ('accepted', 'seen-live') limit 1`,
      )) !== undefined,
    versionOf: async (content) => {
      const row = await firstRow(
        db,
        sql<VersionRow>`
          select ${VERSION_COLUMNS} from version
          where id = (select version from publication where content = ${content} and (${OUT}) limit 1)`,
      );
      return row === undefined ? undefined : versionOf(row);
    },
  };
}

/** What laptops see of a publication. */
export function publicOf(row: PublicationRow): Publication {
  const { n: _n, path: _path, withdrawnAt: _at, withdrawnBy: _by, ...publication } = row;
  return publication;
}
