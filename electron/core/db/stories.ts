/** Stories on this laptop: the server's record where it knows the story, and the state of the working article. */
import type { StoryListView, StorySummary } from '#shared/contract/core.ts';
import type { StoryRecord } from '#shared/contract/http.ts';
import { leadPhotoUses, type Article, type Byline } from '#shared/domain/article.ts';
import type {
  ContentHash,
  DeskId,
  DeviceId,
  PersonId,
  PhotoHash,
  StoryId,
  VersionId,
} from '#shared/domain/ids.ts';
import type { StoryState } from '#shared/domain/workflow.ts';
import type { Database, SqlValue } from './database.ts';
import { countWords } from './words.ts';

export interface StoryRow {
  readonly n: number;
  readonly id: StoryId;
  readonly desk: DeskId;
  readonly createdBy: PersonId;
  readonly createdAt: string;
  readonly record: StoryRecord | null;
  readonly state: StoryState;
  readonly head: VersionId | null;
  readonly remoteHead: VersionId | null;
  readonly revision: number;
  readonly foreignRevision: number;
  readonly editing: string | null;
  readonly content: ContentHash;
}

/** What the lists and the next save need to know of the working article. */
export interface WorkingState {
  readonly article: Article;
  readonly content: ContentHash;
  readonly head: VersionId | null;
  readonly revision: number;
  /** Equal to `revision` when the text came from elsewhere than the editing window. */
  readonly foreignRevision: number;
  readonly changedAt: string;
}

export interface Stories {
  get(id: StoryId): StoryRow | null;
  /** Makes a story that is not here yet. */
  add(story: {
    readonly id: StoryId;
    readonly desk: DeskId;
    readonly createdBy: PersonId;
    readonly at: string;
    readonly working: WorkingState;
  }): void;
  putWorking(id: StoryId, working: WorkingState): void;
  putRecord(record: StoryRecord): void;
  /** The server lost its memory: nothing that it said about stories holds. */
  forgetRecords(): void;
  setEditing(id: StoryId, token: string): void;
  list(view: StoryListView, person: PersonId, expression: string | null): StorySummary[];
  counts(person: PersonId): Record<StoryListView, number>;
  summary(id: StoryId): StorySummary | null;
  any(): boolean;
  /** Stories whose head is not the newsroom's. */
  unreconciled(): StoryId[];
  /** The newsroom's head as a push's answer gave it, before the event comes. */
  putRemoteHead(id: StoryId, head: VersionId): void;
  /** Made on this device, or by this person when nothing was written yet, and unknown to the server. */
  toOffer(device: DeviceId, person: PersonId): StoryRow[];
}

/** One row a list; `:person` is the person at this laptop. */
const VIEWS = {
  mine: `(story.created_by = :person OR EXISTS (
    SELECT 1 FROM json_each(story.writers) AS writer WHERE writer.value ->> 'person' = :person))`,
  review: "story.state = 'submitted'",
  ready: "story.state = 'approved'",
  published: "story.state IN ('published', 'updated', 'withdrawn')",
  all: ':person IS NOT NULL',
} as const satisfies Record<StoryListView, string>;
const VIEW_NAMES = Object.keys(VIEWS) as StoryListView[];

/** More than a person scrolls through; search finds the rest. */
const LIST_LIMIT = 2_000;

const SUMMARY_COLUMNS = `story.id, story.desk, story.headline, story.writers, story.state, story.created_by,
  story.words, story.photo, story.changed_at, story.reason, story.url,
  story.seal_content IS NOT NULL AND story.seal_content <> story.content AS changed_since_seal,
  EXISTS (SELECT 1 FROM journal WHERE journal.story = story.id)
    OR EXISTS (SELECT 1 FROM outbox WHERE outbox.story = story.id AND outbox.state = 'waiting') AS unsent`;

export function storiesRepository(db: Database): Stories {
  const one = db.query<FullRow>('story.get', 'SELECT * FROM story WHERE id = :id');
  const add = db.query(
    'story.add',
    `INSERT INTO story (id, desk, created_by, created_at, state, reason, head, revision, foreign_revision, content,
       headline, writers, words, photo, changed_at)
     VALUES (:id, :desk, :createdBy, :at, 'draft', '', :head, :revision, :foreignRevision, :content,
       :headline, :writers, :words, :photo, :changedAt)`,
  );
  const putWorking = db.query(
    'story.put-working',
    `UPDATE story SET head = :head, revision = :revision, foreign_revision = :foreignRevision, content = :content,
       headline = :headline, writers = :writers, words = :words, photo = :photo, changed_at = :changedAt
     WHERE id = :id`,
  );
  const putRecord = db.query(
    'story.put-record',
    `UPDATE story SET record = :record, desk = :desk, created_by = :createdBy, created_at = :createdAt, state = :state,
       reason = :reason, url = :url, seal_content = :sealContent, remote_head = :remoteHead WHERE id = :id`,
  );
  const forget = db.query(
    'story.forget-records',
    "UPDATE story SET record = NULL, remote_head = NULL, state = 'draft', reason = '', url = NULL, seal_content = NULL",
  );
  const editing = db.query('story.editing', 'UPDATE story SET editing = :token WHERE id = :id');
  const summary = db.query<SummaryRow>(
    'story.summary',
    `SELECT ${SUMMARY_COLUMNS} FROM story WHERE id = :id`,
  );
  const lists = mapViews((view) =>
    db.query<SummaryRow>(
      `story.list.${view}`,
      `SELECT ${SUMMARY_COLUMNS} FROM story WHERE ${VIEWS[view]}
       ORDER BY story.changed_at DESC, story.n DESC LIMIT ${LIST_LIMIT}`,
    ),
  );
  const searches = mapViews((view) =>
    db.query<SummaryRow>(
      `story.search.${view}`,
      `SELECT ${SUMMARY_COLUMNS} FROM search JOIN story ON story.n = search.rowid
       WHERE search MATCH :expression AND ${VIEWS[view]} ORDER BY search.rank LIMIT ${LIST_LIMIT}`,
    ),
  );
  const counts = db.query<Record<StoryListView, number>>(
    'story.counts',
    `SELECT ${VIEW_NAMES.map((view) => `count(*) FILTER (WHERE ${VIEWS[view]}) AS "${view}"`).join(', ')} FROM story`,
  );
  const any = db.query('story.any', 'SELECT 1 FROM story LIMIT 1');
  const unreconciled = db.query<{ id: StoryId }>(
    'story.unreconciled',
    'SELECT id FROM story WHERE remote_head IS NOT NULL AND remote_head IS NOT head ORDER BY n',
  );
  const remoteHead = db.query(
    'story.remote-head',
    'UPDATE story SET remote_head = :head WHERE id = :id',
  );
  const toOffer = db.query<FullRow>(
    'story.to-offer',
    `SELECT * FROM story WHERE record IS NULL AND coalesce(
       (SELECT version.json ->> 'device' = :device FROM version
         WHERE version.story = story.id AND version.json ->> 'parents' = '[]' LIMIT 1),
       created_by = :person) ORDER BY n`,
  );
  return {
    get: (id) => {
      const row = one.get({ id });
      return row === undefined ? null : storyOf(row);
    },
    add: ({ working, ...story }) => void add.run({ ...story, ...workingColumns(working) }),
    putWorking: (id, working) => void putWorking.run({ id, ...workingColumns(working) }),
    putRecord: (record) => void putRecord.run(recordColumns(record)),
    forgetRecords: () => void forget.run(),
    setEditing: (id, token) => void editing.run({ id, token }),
    list: (view, person, expression) =>
      (expression === null
        ? lists[view].all({ person })
        : searches[view].all({ person, expression })
      ).map(summaryOf),
    counts: (person) =>
      counts.get({ person }) ?? { mine: 0, review: 0, ready: 0, published: 0, all: 0 },
    summary: (id) => {
      const row = summary.get({ id });
      return row === undefined ? null : summaryOf(row);
    },
    any: () => any.get() !== undefined,
    unreconciled: () => unreconciled.all().map((row) => row.id),
    putRemoteHead: (id, head) => void remoteHead.run({ id, head }),
    toOffer: (device, person) => toOffer.all({ device, person }).map(storyOf),
  };
}

function mapViews<Value>(make: (view: StoryListView) => Value): Record<StoryListView, Value> {
  return Object.fromEntries(VIEW_NAMES.map((view) => [view, make(view)])) as Record<
    StoryListView,
    Value
  >;
}

interface SummaryRow {
  readonly id: StoryId;
  readonly desk: DeskId;
  readonly headline: string;
  readonly writers: string;
  readonly state: StoryState;
  readonly created_by: PersonId;
  readonly words: number;
  readonly photo: PhotoHash | null;
  readonly changed_at: string;
  readonly reason: string;
  readonly url: string | null;
  readonly changed_since_seal: number;
  readonly unsent: number;
}

interface FullRow extends SummaryRow {
  readonly n: number;
  readonly created_at: string;
  readonly record: string | null;
  readonly head: VersionId | null;
  readonly remote_head: VersionId | null;
  readonly revision: number;
  readonly foreign_revision: number;
  readonly editing: string | null;
  readonly content: ContentHash;
}

function storyOf(row: FullRow): StoryRow {
  return {
    n: row.n,
    id: row.id,
    desk: row.desk,
    createdBy: row.created_by,
    createdAt: row.created_at,
    record: row.record === null ? null : (JSON.parse(row.record) as StoryRecord),
    state: row.state,
    head: row.head,
    remoteHead: row.remote_head,
    revision: row.revision,
    foreignRevision: row.foreign_revision,
    editing: row.editing,
    content: row.content,
  };
}

function summaryOf(row: SummaryRow): StorySummary {
  return {
    id: row.id,
    desk: row.desk,
    headline: row.headline,
    writers: (JSON.parse(row.writers) as Byline[]).map((writer) => writer.name),
    state: row.state,
    createdBy: row.created_by,
    words: row.words,
    photo: row.photo,
    updatedAt: row.changed_at,
    unsent: row.unsent === 1,
    changedSinceSeal: row.changed_since_seal === 1,
    reason: row.reason,
    url: row.url,
  };
}

function workingColumns({ article, ...state }: WorkingState): Record<string, SqlValue> {
  return {
    ...state,
    headline: article.headline,
    writers: JSON.stringify(article.writers),
    words: countWords(article),
    photo:
      [...leadPhotoUses(article), ...article.photoUses].find((use) => use.photo !== null)?.photo ??
      null,
  };
}

function recordColumns(record: StoryRecord): Record<string, SqlValue> {
  const live = record.publications.filter((publication) => publication.url !== null).at(-1);
  return {
    id: record.id,
    desk: record.desk,
    createdBy: record.createdBy,
    createdAt: record.createdAt,
    state: record.state,
    reason: record.reason,
    url: live?.url ?? null,
    sealContent: record.seal?.content ?? null,
    remoteHead: record.head,
    record: JSON.stringify(record),
  };
}
