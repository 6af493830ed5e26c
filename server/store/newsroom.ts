import { sql } from 'kysely';
import { FIRST_PREVIOUS } from './audit.ts';
import { firstRow, run, type Db } from './rows.ts';
import type { NewsroomRepository, NewsroomRow } from './store.ts';

export function newsroomIn(db: Db): NewsroomRepository {
  return {
    get: () =>
      firstRow(
        db,
        sql<NewsroomRow>`
          select name, epoch, seq, audit_n as "auditN", audit_hash as "auditHash" from newsroom`,
      ),
    found: async ({ name, epoch, at }) => {
      await run(
        db,
        sql`insert into newsroom (one, name, epoch, created_at, audit_hash)
            values (1, ${name}, ${epoch}, ${at}, ${FIRST_PREVIOUS})`,
      );
    },
    renewEpoch: async (epoch) => {
      await run(db, sql`update newsroom set epoch = ${epoch}`);
    },
  };
}
