import { sql } from 'kysely';
import type { ObjectHash } from '#shared/domain/ids.ts';
import type { StoredObject } from '#shared/domain/version.ts';
import { allRows, run, type Db } from './rows.ts';
import type { ObjectsRepository } from './store.ts';

export function objectsIn(db: Db): ObjectsRepository {
  return {
    put: async (objects) => {
      let stored = 0;
      for (const { hash, json } of objects)
        stored += await run(
          db,
          sql`insert into object (hash, json) values (${hash}, ${json}) on conflict do nothing`,
        );
      return stored;
    },
    get: async (hashes) => {
      const rows = await allRows(
        db,
        sql<StoredObject>`
          select hash, json from object
          where hash in (select value from json_each(${JSON.stringify(hashes)}))`,
      );
      return new Map(rows.map((row) => [row.hash, row.json]));
    },
    missing: async (hashes) => {
      const rows = await allRows(
        db,
        sql<{ hash: ObjectHash }>`
          select distinct value as hash from json_each(${JSON.stringify(hashes)})
          where value not in (select hash from object)`,
      );
      return rows.map((row) => row.hash);
    },
  };
}
