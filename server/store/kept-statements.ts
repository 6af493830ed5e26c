/** Statements that were prepared once are used again: preparing costs more than most of our queries. */
import type Database from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** More kinds of query than the store has; lists of many lengths (`IN (?, ?, …)`) push the oldest out. */
const MOST_KEPT = 300;

/** A connection whose statements are kept by their SQL. All of Kysely's queries but `stream` read their rows at once. */
export function keptStatements(connection: Database.Database): SqliteDatabase {
  const kept = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  return {
    prepare: (sql) => {
      const statement = kept.get(sql) ?? connection.prepare(sql);
      // The newest stand last.
      kept.delete(sql);
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
    close: () => void connection.close(),
  };
}
