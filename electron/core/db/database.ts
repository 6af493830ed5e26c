/** The laptop's SQLite file: opened safely, asked by named queries, changed in transactions. */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { RedaksiError } from '#shared/contract/errors.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { migrate } from './migrate.ts';

/** A value that SQLite takes. */
export type SqlValue = string | number | null;
type SqlParams = Readonly<Record<string, SqlValue>>;

/** A statement with a name for the log. */
export interface Query<Row> {
  get(params?: SqlParams): Row | undefined;
  all(params?: SqlParams): Row[];
  run(params?: SqlParams): number;
}

export interface Database {
  /** Prepares a statement once. @param name stands in the log when it is slow. */
  query<Row>(name: string, sql: string): Query<Row>;
  /** All or nothing, with one fsync. Nested calls join the outer one. DISK_FULL when there is no room. */
  transaction<Result>(change: () => Result): Result;
  /** What is read inside one may still be taken back. */
  inTransaction(): boolean;
  /** Set when the last file was damaged and stands aside: its path. */
  readonly damagedFile: string | null;
  /** How many pages the file may have; what is there already stays. */
  limitPages(pages: number): void;
  close(): void;
}

/** Queries above this, in milliseconds, are logged by name. */
const SLOW = 40;
const FILE = 'redaksi.sqlite';

export interface DatabaseOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Opens `<dataDir>/redaksi.sqlite`, making it when it is not there. A damaged file is set aside, never deleted. */
export function openDatabase(options: DatabaseOptions): Database {
  const { dataDir, clock, logger } = options;
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, FILE);
  let damagedFile: string | null = null;
  let connection: BetterSqlite3.Database;
  try {
    connection = connect(path, isoNow(clock));
  } catch (thrown) {
    if (!isDamage(thrown)) throw asRedaksiError(thrown);
    damagedFile = setAside(path, clock.now());
    logger.error(
      { err: thrown, damagedFile },
      'the database is damaged; it stands aside and a new one begins',
    );
    connection = connect(path, isoNow(clock));
  }
  return wrap(connection, { logger, damagedFile });
}

function connect(path: string, at: string): BetterSqlite3.Database {
  const connection = new BetterSqlite3(path);
  try {
    connection.pragma('journal_mode = WAL');
    // SECURITY: "saved" means on the disk: FULL syncs at every commit; macOS needs its own, stronger call.
    connection.pragma('synchronous = FULL');
    if (process.platform === 'darwin') connection.pragma('fullfsync = ON');
    connection.pragma('foreign_keys = ON');
    connection.pragma('trusted_schema = OFF');
    connection.pragma('busy_timeout = 2000');
    const check = connection.pragma('quick_check(1)', { simple: true });
    if (check !== 'ok') throw new DamageFound(String(check));
    migrate(connection, at);
    return connection;
  } catch (thrown) {
    connection.close();
    throw thrown;
  }
}

/** What quick_check found; SQLite itself throws nothing for it. */
class DamageFound extends Error {}

function isDamage(thrown: unknown): boolean {
  return thrown instanceof DamageFound || /^SQLITE_(?:CORRUPT|NOTADB)/.test(sqliteCode(thrown));
}

function setAside(path: string, now: number): string {
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  let aside = `${path}.damaged-${stamp}`;
  for (let n = 2; existsSync(aside); n += 1) aside = `${path}.damaged-${stamp}-${n}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
  return aside;
}

interface Wrapping {
  readonly logger: Logger;
  readonly damagedFile: string | null;
}

function wrap(connection: BetterSqlite3.Database, { logger, damagedFile }: Wrapping): Database {
  const timed = <Result>(name: string, run: () => Result): Result => {
    const start = performance.now();
    try {
      return run();
    } catch (thrown) {
      throw asRedaksiError(thrown);
    } finally {
      const milliseconds = Math.round(performance.now() - start);
      if (milliseconds > SLOW) logger.warn({ query: name, milliseconds }, 'a slow query');
    }
  };
  return {
    damagedFile,
    query: <Row>(name: string, sql: string): Query<Row> => {
      const statement = connection.prepare(sql);
      return {
        get: (params = {}) => timed(name, () => statement.get(params) as Row | undefined),
        all: (params = {}) => timed(name, () => statement.all(params) as Row[]),
        run: (params = {}) => timed(name, () => statement.run(params).changes),
      };
    },
    transaction: <Result>(change: () => Result): Result => {
      if (connection.inTransaction) return change();
      try {
        return connection.transaction(change).immediate();
      } catch (thrown) {
        throw asRedaksiError(thrown);
      }
    },
    inTransaction: () => connection.inTransaction,
    limitPages: (pages) => void connection.pragma(`max_page_count = ${Math.trunc(pages)}`),
    close: () => connection.close(),
  };
}

function sqliteCode(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : '';
}

/** SQLite's own errors in the words of the closed list, where it has one. */
function asRedaksiError(thrown: unknown): unknown {
  return /^SQLITE_FULL|^ENOSPC/.test(sqliteCode(thrown))
    ? new RedaksiError('DISK_FULL', 'no room on this laptop; nothing was written')
    : thrown;
}
