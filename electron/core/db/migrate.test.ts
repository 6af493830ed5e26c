import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';

const AT = '2026-06-24T00:00:00.000Z';
const first = { number: 1, name: 'first', sql: 'CREATE TABLE a (x TEXT) STRICT' };

it('runs each migration once, in order, and records its checksum', () => {
  const db = new BetterSqlite3(':memory:');
  migrate(db, AT, [first]);
  db.exec("INSERT INTO a VALUES ('kept')");
  migrate(db, AT, [first, { number: 2, name: 'second', sql: 'ALTER TABLE a ADD COLUMN y TEXT' }]);
  expect(db.prepare('SELECT x, y FROM a').all()).toEqual([{ x: 'kept', y: null }]);
  expect(db.prepare('SELECT number, name FROM migration').all()).toHaveLength(2);
});

it('refuses a migration that was edited after it landed', () => {
  const db = new BetterSqlite3(':memory:');
  migrate(db, AT, [first]);
  const edited = { ...first, sql: `${first.sql};` };
  expect(() => migrate(db, AT, [edited])).toThrow('edited');
});

it('refuses a database that a newer program wrote', () => {
  const db = new BetterSqlite3(':memory:');
  migrate(db, AT, [first]);
  expect(() => migrate(db, AT, [])).toThrow(expect.objectContaining({ code: 'PROTOCOL' }));
});

it('leaves nothing of a migration that fails half way', () => {
  const db = new BetterSqlite3(':memory:');
  const broken = { number: 1, name: 'broken', sql: 'CREATE TABLE b (x); CREATE TABLE b (x);' };
  expect(() => migrate(db, AT, [broken])).toThrow();
  expect(db.prepare("SELECT name FROM sqlite_master WHERE name = 'b'").all()).toEqual([]);
});

it('numbers its own migrations without a gap', () => {
  expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, n) => n + 1));
});
