/** What was typed since a story's head: small changes, in order. A version cut consumes them. */
import type { ArticleChange } from '#shared/domain/change.ts';
import type { PersonId, StoryId } from '#shared/domain/ids.ts';
import type { Database } from './database.ts';

export interface JournalEntry {
  readonly revision: number;
  readonly at: string;
  readonly person: PersonId;
  readonly change: ArticleChange;
}

export interface Journal {
  append(story: StoryId, entry: JournalEntry): void;
  entries(story: StoryId): JournalEntry[];
  isEmpty(story: StoryId): boolean;
  /** The stories that have something typed and not cut yet. */
  stories(): StoryId[];
  consume(story: StoryId): void;
}

interface Row {
  readonly revision: number;
  readonly at: string;
  readonly person: PersonId;
  readonly change: string;
}

export function journalRepository(db: Database): Journal {
  const append = db.query(
    'journal.append',
    'INSERT INTO journal (story, revision, at, person, change) VALUES (:story, :revision, :at, :person, :change)',
  );
  const entries = db.query<Row>(
    'journal.entries',
    'SELECT revision, at, person, change FROM journal WHERE story = :story ORDER BY revision',
  );
  const any = db.query('journal.any', 'SELECT 1 FROM journal WHERE story = :story LIMIT 1');
  const stories = db.query<{ story: StoryId }>(
    'journal.stories',
    'SELECT DISTINCT story FROM journal',
  );
  const consume = db.query('journal.consume', 'DELETE FROM journal WHERE story = :story');
  return {
    append: (story, { revision, at, person, change }) =>
      void append.run({ story, revision, at, person, change: JSON.stringify(change) }),
    entries: (story) =>
      entries
        .all({ story })
        .map((row) => ({ ...row, change: JSON.parse(row.change) as ArticleChange })),
    isEmpty: (story) => any.get({ story }) === undefined,
    stories: () => stories.all().map((row) => row.story),
    consume: (story) => void consume.run({ story }),
  };
}
