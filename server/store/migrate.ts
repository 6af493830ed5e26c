/** Brings a store's tables up to date: numbered migrations, each once, never edited after it landed. */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { newsroom } from './migrations/0001-newsroom.ts';
import { publication } from './migrations/0003-publication.ts';
import { stories } from './migrations/0002-stories.ts';
import { words } from './migrations/0004-words.ts';

interface Migration {
  readonly n: number;
  readonly name: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [newsroom, stories, publication, words];

/** Applies what is missing. Throws when the file is newer than this program or a landed migration was altered. */
export function migrate(database: Database, migrations: readonly Migration[] = MIGRATIONS): void {
  database.exec(
    'create table if not exists migration (n integer primary key, name text not null, checksum text not null) strict',
  );
  const applied = database.prepare('select n, name, checksum from migration order by n').all() as {
    n: number;
    name: string;
    checksum: string;
  }[];
  for (const past of applied) {
    const known = migrations.find((migration) => migration.n === past.n);
    if (known === undefined)
      throw new Error(
        `the store has migration ${past.n} (${past.name}), which this program does not know`,
      );
    if (checksum(known) !== past.checksum)
      throw new Error(`migration ${past.n} (${past.name}) was altered after it was applied`);
  }
  const done = new Set(applied.map((past) => past.n));
  for (const migration of migrations) {
    if (done.has(migration.n)) continue;
    database.transaction(() => {
      database.exec(migration.sql);
      database
        .prepare('insert into migration (n, name, checksum) values (?, ?, ?)')
        .run(migration.n, migration.name, checksum(migration));
    })();
  }
}

function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}
