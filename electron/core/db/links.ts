/** Stories as links to them stand now. */
import type { StoryRecord } from '#shared/contract/http.ts';
import type { Byline } from '#shared/domain/article.ts';
import type { ContentHash, DeskId, PersonId, StoryId } from '#shared/domain/ids.ts';
import type { StoryState } from '#shared/domain/workflow.ts';
import type { Database } from './database.ts';

export interface LinkRow {
  readonly n: number;
  readonly story: StoryId;
  readonly desk: DeskId;
  readonly createdBy: PersonId;
  readonly state: StoryState;
  /** As it is being written. */
  readonly headline: string;
  readonly content: ContentHash;
  readonly writers: readonly string[];
  readonly changedAt: string;
  readonly record: StoryRecord | null;
}

export interface Links {
  byNumber(numbers: readonly number[]): LinkRow[];
  byId(stories: readonly StoryId[]): LinkRow[];
  /** Numbers of the newest stories that readers can open, newest first. */
  newestOut(limit: number): number[];
}

interface Row {
  readonly n: number;
  readonly id: StoryId;
  readonly desk: DeskId;
  readonly created_by: PersonId;
  readonly state: StoryState;
  readonly headline: string;
  readonly content: ContentHash;
  readonly writers: string;
  readonly changed_at: string;
  readonly record: string | null;
}

const COLUMNS = 'n, id, desk, created_by, state, headline, content, writers, changed_at, record';

export function linksRepository(db: Database): Links {
  const byNumber = db.query<Row>(
    'links.by-number',
    `SELECT ${COLUMNS} FROM story WHERE n IN (SELECT value FROM json_each(:numbers))`,
  );
  const byId = db.query<Row>(
    'links.by-id',
    `SELECT ${COLUMNS} FROM story WHERE id IN (SELECT value FROM json_each(:stories))`,
  );
  const newestOut = db.query<{ n: number }>(
    'links.newest-out',
    `SELECT n FROM story WHERE state IN ('published', 'updated') ORDER BY changed_at DESC LIMIT :limit`,
  );
  return {
    byNumber: (numbers) => byNumber.all({ numbers: JSON.stringify(numbers) }).map(linkRow),
    byId: (stories) => byId.all({ stories: JSON.stringify(stories) }).map(linkRow),
    newestOut: (limit) => newestOut.all({ limit }).map(({ n }) => n),
  };
}

function linkRow(row: Row): LinkRow {
  return {
    n: row.n,
    story: row.id,
    desk: row.desk,
    createdBy: row.created_by,
    state: row.state,
    headline: row.headline,
    content: row.content,
    writers: (JSON.parse(row.writers) as Byline[]).map((writer) => writer.name),
    changedAt: row.changed_at,
    record: row.record === null ? null : (JSON.parse(row.record) as StoryRecord),
  };
}
