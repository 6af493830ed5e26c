/** What the laptop's journal took in, read from its database beside the running core. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ArticleChange } from '#shared/domain/change.ts';
import type { StoryId } from '#shared/domain/ids.ts';

export interface JournalWritten {
  readonly entries: number;
  readonly bytes: number;
  /** Blocks in these entries: one an entry, where only one block was written in. */
  readonly blocks: number;
}

/** From here on; ask again before the next pause cuts a version, which empties the journal. */
export function journalSince(
  laptop: string,
  story: StoryId,
): { readonly read: () => JournalWritten } {
  const database = new Database(databaseFile(laptop), { readonly: true });
  const { revision } = database.prepare('SELECT revision FROM story WHERE id = ?').get(story) as {
    revision: number;
  };
  return {
    read: () => {
      const rows = database
        .prepare('SELECT change FROM journal WHERE story = ? AND revision > ?')
        .all(story, revision) as { change: string }[];
      database.close();
      return {
        entries: rows.length,
        bytes: rows.reduce((bytes, { change }) => bytes + Buffer.byteLength(change), 0),
        blocks: rows.reduce(
          (blocks, { change }) =>
            blocks + ((JSON.parse(change) as ArticleChange).blocks?.length ?? 0),
          0,
        ),
      };
    },
  };
}

function databaseFile(laptop: string): string {
  const name = readdirSync(laptop).find((file) => file.endsWith('.sqlite'));
  if (name === undefined || !existsSync(join(laptop, name)))
    throw new Error(`no database in ${laptop}`);
  return join(laptop, name);
}
