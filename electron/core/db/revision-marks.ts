/** Which version stood when another text came in: a save that did not know of it yet builds on that version. */
import type { StoryId, VersionId } from '#shared/domain/ids.ts';
import type { Database } from './database.ts';

export interface RevisionMarks {
  put(story: StoryId, revision: number, version: VersionId): void;
  /** The version that stood at the first mark from this revision on. */
  baseOf(story: StoryId, revision: number): VersionId | null;
}

export function marksRepository(db: Database): RevisionMarks {
  const put = db.query(
    'revision-mark.put',
    `INSERT INTO revision_mark (story, revision, version) VALUES (:story, :revision, :version)
     ON CONFLICT (story, revision) DO UPDATE SET version = excluded.version`,
  );
  const base = db.query<{ version: VersionId }>(
    'revision-mark.base',
    `SELECT version FROM revision_mark WHERE story = :story AND revision >= :revision
     ORDER BY revision LIMIT 1`,
  );
  return {
    put: (story, revision, version) => void put.run({ story, revision, version }),
    baseOf: (story, revision) => base.get({ story, revision })?.version ?? null,
  };
}
