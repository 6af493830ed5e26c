/** Brings a database to this program's schema; each migration is recorded with its checksum. */
import type BetterSqlite3 from 'better-sqlite3';
import { sha256Text } from '#shared/domain/canonical.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';

interface Landed {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/**
 * Throws PROTOCOL when a newer program wrote this database, and an Error when a landed migration was edited.
 * @param at ISO time for the record.
 */
export function migrate(
  connection: BetterSqlite3.Database,
  at: string,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, at TEXT NOT NULL) STRICT',
  );
  const landed = connection
    .prepare('SELECT number, name, checksum FROM migration ORDER BY number')
    .all() as Landed[];
  for (const { number, name, checksum } of landed) {
    const ours = migrations.find((migration) => migration.number === number);
    if (ours === undefined) {
      throw new RedaksiError('PROTOCOL', `a newer Redaksi wrote this database (${number} ${name})`);
    }
    if (sha256Text(ours.sql) !== checksum) {
      throw new Error(`migration ${number} (${name}) was edited after it landed`);
    }
  }
  const waiting = migrations.filter(
    (migration) => !landed.some((row) => row.number === migration.number),
  );
  for (const { number, name, sql } of waiting) {
    connection.transaction(() => {
      connection.exec(sql);
      connection
        .prepare('INSERT INTO migration (number, name, checksum, at) VALUES (?, ?, ?, ?)')
        .run(number, name, sha256Text(sql), at);
    })();
  }
}
