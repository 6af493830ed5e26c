import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ObjectHash } from '#shared/domain/ids.ts';
import { dumpStore, openTestNewsroom, type TestNewsroom } from '../testing/newsroom-kit.ts';
import { storyAt, type Desk } from '../testing/story-kit.ts';
import { verifyAudit } from '../verify-audit.ts';
import { migrate, MIGRATIONS } from './migrate.ts';
import { openSqliteStore } from './sqlite-store.ts';

let room: TestNewsroom;
let desk: Desk;
beforeAll(async () => {
  room = await openTestNewsroom();
  desk = {
    writer: await room.signIn('laili'),
    editor: await room.signIn('zainal'),
    publisher: await room.signIn('putri'),
  };
});
afterAll(() => room.end());

const file = () => join(room.dataDir, 'newsroom.sqlite');

/** What somebody does who has the file in hands and a second program. */
function tamper(...statements: readonly string[]): void {
  const database = new Database(file());
  try {
    for (const statement of statements) database.exec(statement);
  } finally {
    database.close();
  }
}

describe('a transaction', () => {
  it('that throws at the end leaves nothing, and the next one works', async () => {
    const before = room.dump();
    const failing = room.server.store.write(async (records) => {
      await records.objects.put([{ hash: 'a'.repeat(64) as ObjectHash, json: '{}' }]);
      await records.events.append({ kind: 'person', person: room.staff.laili });
      await records.audit.append({
        at: '',
        person: null,
        device: null,
        action: 'x',
        story: null,
        detail: {},
      });
      throw new Error('the power went');
    });
    await expect(failing).rejects.toThrow('the power went');
    expect(room.dump()).toEqual(before);
    expect(await room.server.store.write((records) => records.events.head())).toBeGreaterThan(0);
  });

  it('is not seen by a reader before it is committed', async () => {
    const head = () => room.server.store.read((records) => records.events.head());
    const before = await head();
    let during = 0;
    await room.server.store
      .write(async (records) => {
        await records.events.append({ kind: 'person', person: room.staff.laili });
        during = await head();
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(during).toBe(before);
  });

  it('tells of events only after they are committed, and of none that were not', async () => {
    const told: number[] = [];
    const stop = room.server.store.onEvents((head) => told.push(head));
    await room.server.store
      .write(async (records) => {
        await records.events.append({ kind: 'person', person: room.staff.laili });
        throw new Error('no');
      })
      .catch(() => undefined);
    const seq = await room.server.store.write((records) =>
      records.events.append({ kind: 'person', person: room.staff.laili }),
    );
    stop();
    expect(told).toEqual([seq]);
  });
});

describe('what the database itself refuses, whatever the code above does', () => {
  const insertSeal = (content: string) =>
    `insert into seal select 'palsu', story, id, ${content}, person, device, at, '[]', '', '' from version limit 1`;

  it('a seal of content that is not its version’s', async () => {
    await storyAt('draft', desk);
    expect(() => tamper(insertSeal(`'${'f'.repeat(64)}'`))).toThrow('not of its version');
  });

  it('a publication of content, a version or a story that is not its seal’s', async () => {
    await storyAt('approved', desk);
    const insert = (version: string, content: string) =>
      `insert into publication (id, story, version, content, seal, outlet, site, state, path)
       select 'palsu', story, ${version}, ${content}, id, 'lain', 'tribun-jateng', 'queued', '/x' from seal limit 1`;
    const other = `(select id from version where content <> (select content from seal limit 1) limit 1)`;
    expect(() => tamper(insert('version', `'${'f'.repeat(64)}'`))).toThrow('only sealed content');
    await storyAt('published', desk);
    expect(() => tamper(insert(other, 'content'))).toThrow('only sealed content');
  });

  it.each([
    ['a publication with other content', `update publication set content = 'x'`],
    ['a publication that is gone', 'delete from publication'],
    ['a seal that changes', `update seal set person = 'x'`],
    ['a seal that is gone', 'delete from seal'],
    ['a version that changes', `update version set content = 'x'`],
    ['a version that is gone', 'delete from version'],
    ['an object that changes', `update object set json = '{}'`],
    ['an object that is gone', 'delete from object'],
    ['an event that changes', `update event set body = '{}'`],
    ['an event that is gone', 'delete from event'],
    ['a receipt that changes', `update command set receipt = '{}'`],
    ['an audit entry that changes', `update audit set action = 'x'`],
    ['an audit entry that is gone', 'delete from audit'],
  ])('%s', (_name, statement) => {
    const before = room.dump();
    expect(() => tamper(statement)).toThrow(/never|keeps/);
    expect(room.dump()).toEqual(before);
  });
});

describe('the audit log', () => {
  it.each([
    ['an altered entry', 'update audit set detail = \'{"x":1}\' where n = 5', 5],
    ['a missing entry', 'delete from audit where n = 5', 5],
    ['a missing end', 'delete from audit where n = (select max(n) from audit)', null],
    ['an entry re-hashed alone', `update audit set hash = '${'0'.repeat(64)}' where n = 5`, 5],
  ])('shows %s', async (_name, statement, at) => {
    const other = await openTestNewsroom();
    const good = await verifyAudit(other.server.store);
    expect(good).toMatchObject({ whole: true });
    expect(good.whole && good.entries).toBeGreaterThan(8);
    const database = new Database(join(other.dataDir, 'newsroom.sqlite'));
    database.exec('drop trigger audit_is_for_ever; drop trigger audit_stays');
    database.exec(statement);
    database.close();
    const bad = await verifyAudit(other.server.store);
    expect(bad.whole).toBe(false);
    if (at !== null) expect(bad).toMatchObject({ at });
    await other.end();
  });

  it('is whole after all that happened here', async () => {
    expect(await verifyAudit(room.server.store)).toMatchObject({ whole: true });
  });
});

describe('the file', () => {
  const inFolder = async (work: (folder: string) => Promise<void> | void) => {
    const folder = mkdtempSync(join(tmpdir(), 'redaksi-store-'));
    try {
      await work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('is written with every commit on the disk before the answer', () => {
    const database = new Database(file());
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    database.close();
  });

  it('opens again with the same rows, and migrates once', async () => {
    const again = await room.restart();
    room = again;
    expect(room.dump()['migration']).toHaveLength(MIGRATIONS.length);
    expect(await verifyAudit(room.server.store)).toMatchObject({ whole: true });
  });

  it('of a newer program, or with an altered migration, is not touched', () =>
    inFolder((folder) => {
      const name = join(folder, 'x.sqlite');
      const database = new Database(name);
      migrate(database);
      const [first, ...rest] = MIGRATIONS;
      if (first === undefined) throw new Error('no migrations');
      const altered = [{ ...first, sql: `${first.sql} -- ` }, ...rest];
      expect(() => migrate(database, altered)).toThrow('was altered');
      const older = MIGRATIONS.slice(0, -1);
      expect(() => migrate(database, older)).toThrow('does not know');
      database.close();
    }));

  it('that can’t grow refuses with DISK_FULL, keeps what it has, and works again when there is room', () =>
    inFolder(async (folder) => {
      const options = { file: join(folder, 'newsroom.sqlite'), siteUrl: () => '' };
      const small = openSqliteStore({ ...options, maxPages: 80 });
      const put = (n: number) =>
        small.write((records) =>
          records.objects.put([
            { hash: String(n).padStart(64, '0') as ObjectHash, json: 'x'.repeat(20_000) },
          ]),
        );
      let stored = 0;
      const fill = async () => {
        for (;;) {
          await put(stored + 1);
          stored += 1;
        }
      };
      await expect(fill()).rejects.toMatchObject({ code: 'DISK_FULL' });
      expect(stored).toBeGreaterThan(0);
      const kept = () =>
        small.read((records) => records.objects.get(['1'.padStart(64, '0') as ObjectHash]));
      expect((await kept()).size).toBe(1);
      await small.close();
      const roomy = openSqliteStore(options);
      await roomy.write((records) =>
        records.objects.put([{ hash: 'b'.repeat(64) as ObjectHash, json: '{}' }]),
      );
      await roomy.close();
      expect(dumpStore(folder)['object']).toHaveLength(stored + 1);
    }));
});
