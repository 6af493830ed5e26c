/** The audit log: every entry holds the hash of the one before, and the newsroom's row holds the newest. */
import { sql } from 'kysely';
import { hashValue } from '#shared/domain/canonical.ts';
import { allRows, firstRow, run, type Db } from './rows.ts';
import type { AuditEntry, AuditRepository } from './store.ts';

/** What the first entry has before it. */
export const FIRST_PREVIOUS = '0'.repeat(64);

/** SECURITY: over everything in the entry, so that no field can be altered alone. */
export function auditHash(entry: Omit<AuditEntry, 'hash'>): string {
  const { n, at, person, device, action, story, detail, previous } = entry;
  return hashValue({ n, at, person, device, action, story, detail, previous });
}

type AuditRow = Omit<AuditEntry, 'detail'> & { readonly detail: string };

export function auditIn(db: Db): AuditRepository {
  return {
    append: async (entry) => {
      const end = await firstRow(
        db,
        sql<{ n: number; hash: string }>`select audit_n as n, audit_hash as hash from newsroom`,
      );
      if (end === undefined) throw new Error('the newsroom is not founded');
      const whole = { ...entry, n: end.n + 1, previous: end.hash };
      const hash = auditHash(whole);
      await run(
        db,
        sql`insert into audit (n, at, person, device, action, story, detail, previous, hash)
            values (${whole.n}, ${whole.at}, ${whole.person}, ${whole.device}, ${whole.action}, ${whole.story},
              ${JSON.stringify(whole.detail)}, ${whole.previous}, ${hash})`,
      );
      await run(db, sql`update newsroom set audit_n = ${whole.n}, audit_hash = ${hash}`);
    },
    after: async (n, limit, story) => {
      const rows = await allRows(
        db,
        sql<AuditRow>`
          select n, at, person, device, action, story, detail, previous, hash from audit
          where n > ${n} and (${story} is null or story = ${story}) order by n limit ${limit}`,
      );
      return rows.map((row) => ({
        ...row,
        detail: JSON.parse(row.detail) as AuditEntry['detail'],
      }));
    },
  };
}
