import { sql } from 'kysely';
import type { VersionId } from '#shared/domain/ids.ts';
import type { Version } from '#shared/domain/version.ts';
import { allRows, firstRow, run, type Db } from './rows.ts';
import type { VersionsRepository } from './store.ts';

export type VersionRow = Omit<Version, 'parents' | 'blocks'> & {
  readonly parents: string;
  readonly blocks: string;
};

export const VERSION_COLUMNS = sql.raw(
  ['id', 'story', 'parents', 'content', 'person', 'device', 'at', 'reason', 'furniture', 'blocks']
    .map((column) => `version.${column}`)
    .join(', '),
);

export function versionsIn(db: Db): VersionsRepository {
  return {
    get: async (id) => {
      const row = await firstRow(
        db,
        sql<VersionRow>`select ${VERSION_COLUMNS} from version where id = ${id}`,
      );
      return row === undefined ? undefined : versionOf(row);
    },
    known: async (ids) => {
      const rows = await allRows(
        db,
        sql<{ id: VersionId }>`
          select id from version where id in (select value from json_each(${JSON.stringify(ids)}))`,
      );
      return new Set(rows.map((row) => row.id));
    },
    add: async (version, takenBy, at) => {
      await run(
        db,
        sql`insert into version
              (id, story, parents, content, person, device, at, reason, furniture, blocks, taken_by, taken_at)
            values (${version.id}, ${version.story}, ${JSON.stringify(version.parents)}, ${version.content},
              ${version.person}, ${version.device}, ${version.at}, ${version.reason}, ${version.furniture},
              ${JSON.stringify(version.blocks)}, ${takenBy}, ${at})`,
      );
    },
    wroteIn: async (story, person) =>
      (await firstRow(
        db,
        sql`select 1 as wrote from version
            where story = ${story} and person = ${person} and taken_by = 'edit' limit 1`,
      )) !== undefined,
  };
}

export function versionOf(row: VersionRow): Version {
  return {
    ...row,
    parents: JSON.parse(row.parents) as Version['parents'],
    blocks: JSON.parse(row.blocks) as Version['blocks'],
  };
}
