/**
 * The embedded store: one SQLite file. WAL with synchronous=FULL: an answer means it is on the disk.
 * Two connections: the writer runs one transaction at a time; the reader sees only what is committed.
 */
import Database from 'better-sqlite3';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { RedaksiError } from '#shared/contract/errors.ts';
import { auditIn } from './audit.ts';
import { commandsIn } from './commands.ts';
import { eventsIn } from './events.ts';
import { keptStatements } from './kept-statements.ts';
import { migrate } from './migrate.ts';
import { newsroomIn } from './newsroom.ts';
import { objectsIn } from './objects.ts';
import { peopleIn } from './people.ts';
import { photosIn } from './photos.ts';
import { publicationsIn } from './publications.ts';
import { registersIn } from './registers.ts';
import type { Db } from './rows.ts';
import { sealsIn } from './seals.ts';
import type { Repositories, Store } from './store.ts';
import { storiesIn } from './stories.ts';
import { tokensIn } from './tokens.ts';
import { versionsIn } from './versions.ts';
import { wordsIn } from './words.ts';

const SLOW_MS = 40;

export interface SqliteStoreOptions {
  readonly file: string;
  /** Where the public pages are; paths are stored without it. */
  readonly siteUrl: () => string;
  /** Told the SQL (never the values) of a query that took longer than 40 ms. */
  readonly onSlow?: (query: string, milliseconds: number) => void;
  /** Caps the file, so that a test can fill the disk. */
  readonly maxPages?: number;
}

/** Opens the file, making or migrating it. Throws when it is damaged or newer than this program. */
export function openSqliteStore(options: SqliteStoreOptions): Store {
  const writing = openWriter(options);
  const reading = new Database(options.file, { readonly: true });
  const writer = kyselyOver(writing, options);
  const reader = kyselyOver(reading, options);
  const reads = repositoriesIn(reader, options.siteUrl);
  const writes = repositoriesIn(writer, options.siteUrl);
  const listeners = new Set<(head: number) => void>();
  let last: Promise<unknown> = Promise.resolve();

  async function transaction<Result>(
    work: (records: Repositories) => Promise<Result>,
  ): Promise<Result> {
    await sql`begin immediate`.execute(writer);
    const before = await writes.events.head();
    let result: Result;
    try {
      result = await work(writes);
      await sql`commit`.execute(writer);
    } catch (thrown) {
      // SQLite has already rolled back on its own after some faults (a full disk).
      if (writing.inTransaction) await sql`rollback`.execute(writer);
      throw thrown;
    }
    const head = await reads.events.head();
    if (head > before) for (const listener of listeners) listener(head);
    return result;
  }

  return {
    read: (work) => work(reads).catch(rethrow),
    write: (work) => {
      const mine = last.then(() => transaction(work)).catch(rethrow);
      last = mine.catch(() => undefined);
      return mine;
    },
    onEvents: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await last;
      // The handles are closed here, not by Kysely, which leaves one alone that was never asked anything.
      reading.close();
      if (writing.open) writing.pragma('wal_checkpoint(TRUNCATE)');
      writing.close();
    },
  };
}

function openWriter({ file, maxPages }: SqliteStoreOptions): Database.Database {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('fullfsync = ON');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  migrate(database);
  if (maxPages !== undefined) database.pragma(`max_page_count = ${maxPages}`);
  return database;
}

function kyselyOver(database: Database.Database, { onSlow }: SqliteStoreOptions): Db {
  return new Kysely<unknown>({
    dialect: new SqliteDialect({ database: keptStatements(database) }),
    log: (event) => {
      if (event.queryDurationMillis > SLOW_MS) onSlow?.(event.query.sql, event.queryDurationMillis);
    },
  });
}

function repositoriesIn(db: Db, siteUrl: () => string): Repositories {
  return {
    newsroom: newsroomIn(db),
    people: peopleIn(db),
    registers: registersIn(db),
    tokens: tokensIn(db),
    events: eventsIn(db),
    objects: objectsIn(db),
    stories: storiesIn(db, siteUrl),
    versions: versionsIn(db),
    seals: sealsIn(db),
    commands: commandsIn(db),
    publications: publicationsIn(db, siteUrl),
    photos: photosIn(db),
    words: wordsIn(db),
    audit: auditIn(db),
  };
}

/** SQLite's faults, classified once. */
function rethrow(thrown: unknown): never {
  if (thrown instanceof Database.SqliteError && thrown.code === 'SQLITE_FULL')
    throw new RedaksiError('DISK_FULL', 'the disk of the server is full; nothing was written');
  throw thrown;
}
