/** Sites and desks: few, small, and always needed whole; each is kept as its record. */
import { sql } from 'kysely';
import type { Desk, Site } from '#shared/domain/roles.ts';
import { allRows, firstRow, run, type Db } from './rows.ts';
import type { RegistersRepository } from './store.ts';

interface Kept {
  readonly record: string;
}

export function registersIn(db: Db): RegistersRepository {
  return {
    site: async (id) =>
      kept<Site>(await firstRow(db, sql<Kept>`select record from site where id = ${id}`)),
    sites: async () =>
      (await allRows(db, sql<Kept>`select record from site order by id`)).map((row) =>
        parsed<Site>(row),
      ),
    putSite: async (site) => {
      await run(
        db,
        sql`insert into site (id, record) values (${site.id}, ${JSON.stringify(site)})
            on conflict (id) do update set record = excluded.record`,
      );
    },
    desk: async (id) =>
      kept<Desk>(await firstRow(db, sql<Kept>`select record from desk where id = ${id}`)),
    desks: async () =>
      (await allRows(db, sql<Kept>`select record from desk order by id`)).map((row) =>
        parsed<Desk>(row),
      ),
    putDesk: async (desk) => {
      await run(
        db,
        sql`insert into desk (id, site, record) values (${desk.id}, ${desk.site}, ${JSON.stringify(desk)})
            on conflict (id) do update set site = excluded.site, record = excluded.record`,
      );
    },
  };
}

function parsed<Record>(row: Kept): Record {
  return JSON.parse(row.record) as Record;
}

function kept<Record>(row: Kept | undefined): Record | undefined {
  return row === undefined ? undefined : parsed<Record>(row);
}
