/** A key press until it is durable: the save of one changed paragraph, against a bare SQLite insert of the same bytes. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { newBlockId } from '#shared/domain/ids.ts';
import type { ArticleChange } from '#shared/domain/change.ts';
import { laptopOf, openNewsroom } from './newsroom.ts';
import { timed, type Bench } from './measure.ts';

const KEYS = 100;

export async function journalBench(folder: string): Promise<Bench> {
  const newsroom = await openNewsroom(join(folder, 'journal-server'));
  const laptop = await laptopOf(newsroom, 'laili', join(folder, 'journal-laptop'));
  const { story } = await laptop.handlers['story.create']({ desk: newsroom.desk });
  const view = await laptop.handlers['story.open']({ story, forEditing: true });
  const id = newBlockId();
  let { revision } = view;
  let text = '';
  const nextChange = (): ArticleChange => {
    text = text.length > 400 ? 'a' : `${text}a`;
    return { blocks: [{ id, kind: 'paragraph', runs: [{ text }] }], order: [id] };
  };
  const press = async () => {
    const change = nextChange();
    const saved = await laptop.handlers['story.save']({
      story,
      editing: view.editing ?? '',
      revision,
      change,
    });
    revision = saved.revision;
  };

  const bare = new Database(join(folder, 'bare.sqlite'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('create table bare (n integer primary key, json text not null)');
  const insert = bare.prepare('insert into bare (json) values (?)');
  return {
    name: `key press to durable journal (${KEYS} keys)`,
    baseline: 'bare SQLite insert, FULL',
    rounds: 9,
    subject: () =>
      timed(async () => {
        for (let key = 0; key < KEYS; key += 1) await press();
      }),
    against: () =>
      timed(() => {
        for (let key = 0; key < KEYS; key += 1) insert.run(JSON.stringify(nextChange()));
      }),
    close: async () => {
      bare.close();
      await laptop.close();
      await newsroom.server.close();
    },
  };
}
