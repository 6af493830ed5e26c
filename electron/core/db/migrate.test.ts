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

it('keeps what waits in the outbox when words join it', () => {
  const db = new BetterSqlite3(':memory:');
  const at = MIGRATIONS.findIndex(({ name }) => name === 'word-list');
  migrate(db, AT, MIGRATIONS.slice(0, at));
  db.exec(`INSERT INTO outbox (n, kind, ref, story, person, body, tries, error)
    VALUES (7, 'version', 'v', 's', 'p', '{}', 3, '{"code":"CONFLICT"}')`);
  const before = db.prepare('SELECT * FROM outbox').all();
  migrate(db, AT);
  expect(db.prepare('SELECT * FROM outbox').all()).toEqual(before);
  db.exec("INSERT INTO outbox (kind, ref, person, body) VALUES ('word', 'w', 'p', '{}')");
  expect(db.prepare('SELECT n, kind FROM outbox ORDER BY n').all()).toEqual([
    { n: 7, kind: 'version' },
    { n: 8, kind: 'word' },
  ]);
});
