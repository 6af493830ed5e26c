import { sql } from 'kysely';
import type { Seal } from '#shared/domain/seal.ts';
import { firstRow, run, type Db } from './rows.ts';
import type { SealsRepository } from './store.ts';

type SealRow = Omit<Seal, 'preflight'> & { readonly preflight: string };

export function sealsIn(db: Db): SealsRepository {
  return {
    get: async (id) => {
      const row = await firstRow(
        db,
        sql<SealRow>`
          select id, story, version, content, person, device, at, preflight, key, signature
          from seal where id = ${id}`,
      );
      if (row === undefined) return undefined;
      return { ...row, preflight: JSON.parse(row.preflight) as Seal['preflight'] };
    },
    add: async (seal) => {
      await run(
        db,
        sql`insert into seal (id, story, version, content, person, device, at, preflight, key, signature)
            values (${seal.id}, ${seal.story}, ${seal.version}, ${seal.content}, ${seal.person}, ${seal.device},
              ${seal.at}, ${JSON.stringify(seal.preflight)}, ${seal.key}, ${seal.signature})`,
      );
    },
  };
}
