/** SQL in, rows out: the three ways the repositories ask. */
import { type Kysely, type RawBuilder } from 'kysely';

/** A connection; the tables are in the migrations, the row types beside each query. */
export type Db = Kysely<unknown>;

export async function allRows<Row>(db: Db, query: RawBuilder<Row>): Promise<readonly Row[]> {
  return (await query.execute(db)).rows;
}

export async function firstRow<Row>(db: Db, query: RawBuilder<Row>): Promise<Row | undefined> {
  return (await query.execute(db)).rows[0];
}

/** Returns how many rows changed. */
export async function run(db: Db, query: RawBuilder<unknown>): Promise<number> {
  return Number((await query.execute(db)).numAffectedRows ?? 0n);
}
