/** What waits to be sent, in order. A row is written in the transaction of what it describes, and goes when the server has it. */
import type { ErrorCode } from '#shared/contract/errors.ts';
import type { PersonId, StoryId } from '#shared/domain/ids.ts';
import type { Database } from './database.ts';

export type OutboxKind = 'story' | 'version' | 'photo' | 'command' | 'word';

/** Why the server refused: the code, and its reason where it gave one. */
export interface OutboxRefusal {
  readonly code: ErrorCode;
  readonly because: string | null;
}

export interface OutboxEntry {
  readonly n: number;
  readonly kind: OutboxKind;
  /** Story, version, photo or command id; a word's wish by its id. */
  readonly ref: string;
  readonly story: StoryId | null;
  readonly person: PersonId;
  /** What the kind needs besides its ref, as JSON. */
  readonly body: string;
  readonly tries: number;
  readonly nextAt: number;
  readonly state: 'waiting' | 'set-aside';
  readonly refusal: OutboxRefusal | null;
}

export type NewOutboxEntry = Pick<OutboxEntry, 'kind' | 'ref' | 'story' | 'person' | 'body'>;

export interface Outbox {
  /** The same thing twice is one row. */
  add(entry: NewOutboxEntry): void;
  /** Behind everything that waits, whether or not it is in the queue already. */
  addLast(entry: NewOutboxEntry): void;
  /** Commands go behind everything else, in the order that they had. */
  moveCommandsLast(): void;
  ofStory(story: StoryId): OutboxEntry[];
  photo(hash: string): OutboxEntry | null;
  /** What is wished of the word list and waits, oldest first. */
  words(): OutboxEntry[];
  /** Every row, oldest first. */
  all(): OutboxEntry[];
  counts(): { readonly waiting: number; readonly setAside: number };
  hasStory(story: StoryId): boolean;
  /** Before it is sent: one more try. */
  markTried(n: number): void;
  retryAt(n: number, nextAt: number): void;
  setAside(n: number, refusal: OutboxRefusal): void;
  /** Refused versions, photos and stories get another chance; refused commands were decided. */
  giveAnotherChance(): void;
  forgetBackoff(): void;
  /** Another command instead of this one, behind everything that waits now. */
  replaceLast(n: number, to: { readonly ref: string; readonly body: string }): void;
  remove(n: number): void;
}

interface Row {
  readonly n: number;
  readonly kind: OutboxKind;
  readonly ref: string;
  readonly story: StoryId | null;
  readonly person: PersonId;
  readonly body: string;
  readonly tries: number;
  readonly next_at: number;
  readonly state: 'waiting' | 'set-aside';
  readonly error: string | null;
}

const COLUMNS = 'n, kind, ref, story, person, body, tries, next_at, state, error';

export function outboxRepository(db: Database): Outbox {
  const add = db.query(
    'outbox.add',
    `INSERT INTO outbox (kind, ref, story, person, body) VALUES (:kind, :ref, :story, :person, :body)
     ON CONFLICT (kind, ref) DO NOTHING`,
  );
  const addLast = db.query(
    'outbox.add-last',
    `INSERT INTO outbox (kind, ref, story, person, body) VALUES (:kind, :ref, :story, :person, :body)
     ON CONFLICT (kind, ref) DO UPDATE SET n = (SELECT max(n) + 1 FROM outbox)`,
  );
  const commandsLast = db.query(
    'outbox.commands-last',
    "UPDATE outbox SET n = n + (SELECT max(n) FROM outbox) WHERE kind = 'command'",
  );
  const ofStory = db.query<Row>(
    'outbox.of-story',
    `SELECT ${COLUMNS} FROM outbox WHERE story = :story ORDER BY n`,
  );
  const photo = db.query<Row>(
    'outbox.photo',
    `SELECT ${COLUMNS} FROM outbox WHERE kind = 'photo' AND ref = :hash`,
  );
  const words = db.query<Row>(
    'outbox.words',
    `SELECT ${COLUMNS} FROM outbox WHERE kind = 'word' AND state = 'waiting' ORDER BY n`,
  );
  const all = db.query<Row>('outbox.all', `SELECT ${COLUMNS} FROM outbox ORDER BY n`);
  const counts = db.query<{ waiting: number; aside: number }>(
    'outbox.counts',
    `SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
            count(*) FILTER (WHERE state = 'set-aside') AS aside FROM outbox`,
  );
  const has = db.query(
    'outbox.has-story',
    "SELECT 1 FROM outbox WHERE story = :story AND state = 'waiting' LIMIT 1",
  );
  const tried = db.query('outbox.tried', 'UPDATE outbox SET tries = tries + 1 WHERE n = :n');
  const retry = db.query('outbox.retry', 'UPDATE outbox SET next_at = :nextAt WHERE n = :n');
  const aside = db.query(
    'outbox.set-aside',
    "UPDATE outbox SET state = 'set-aside', error = :error WHERE n = :n",
  );
  const chance = db.query(
    'outbox.another-chance',
    "UPDATE outbox SET state = 'waiting', error = NULL, next_at = 0 WHERE state = 'set-aside' AND kind <> 'command'",
  );
  const forget = db.query(
    'outbox.forget-backoff',
    'UPDATE outbox SET next_at = 0 WHERE next_at > 0',
  );
  const replaceLast = db.query(
    'outbox.replace-last',
    `UPDATE outbox SET n = (SELECT max(n) + 1 FROM outbox), ref = :ref, body = :body, tries = 0, next_at = 0
     WHERE n = :n`,
  );
  const remove = db.query('outbox.remove', 'DELETE FROM outbox WHERE n = :n');
  return {
    add: ({ kind, ref, story, person, body }) => void add.run({ kind, ref, story, person, body }),
    addLast: ({ kind, ref, story, person, body }) =>
      void addLast.run({ kind, ref, story, person, body }),
    moveCommandsLast: () => void commandsLast.run(),
    ofStory: (story) => ofStory.all({ story }).map(entryOf),
    photo: (hash) => {
      const row = photo.get({ hash });
      return row === undefined ? null : entryOf(row);
    },
    words: () => words.all().map(entryOf),
    all: () => all.all().map(entryOf),
    counts: () => {
      const row = counts.get();
      return { waiting: row?.waiting ?? 0, setAside: row?.aside ?? 0 };
    },
    hasStory: (story) => has.get({ story }) !== undefined,
    markTried: (n) => void tried.run({ n }),
    retryAt: (n, nextAt) => void retry.run({ n, nextAt: Math.trunc(nextAt) }),
    setAside: (n, refusal) => void aside.run({ n, error: JSON.stringify(refusal) }),
    giveAnotherChance: () => void chance.run(),
    forgetBackoff: () => void forget.run(),
    replaceLast: (n, { ref, body }) => void replaceLast.run({ n, ref, body }),
    remove: (n) => void remove.run({ n }),
  };
}

function entryOf({ next_at: nextAt, error, ...row }: Row): OutboxEntry {
  return {
    ...row,
    nextAt,
    refusal: error === null ? null : (JSON.parse(error) as OutboxRefusal),
  };
}
