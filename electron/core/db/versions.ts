/** Versions and the objects that they name. Both are immutable: writing one again changes nothing. */
import type { DeviceId, ObjectHash, PersonId, StoryId, VersionId } from '#shared/domain/ids.ts';
import type { StoredObject, Version } from '#shared/domain/version.ts';
import type { Database } from './database.ts';

export interface KnownVersion {
  readonly version: Version;
  readonly words: number;
  readonly complete: boolean;
}

export interface VersionState {
  readonly words: number;
  readonly complete: boolean;
  readonly onServer: boolean;
}

export interface Versions {
  get(id: VersionId): Version | null;
  isComplete(id: VersionId): boolean;
  /** Oldest first, as they came to this laptop. */
  ofStory(story: StoryId): KnownVersion[];
  /** Who made versions of a story: asked at every pause, and so not read from all of them. */
  authors(story: StoryId): ReadonlySet<PersonId>;
  /** Some of those whose objects are not all here. */
  incomplete(limit: number): Version[];
  put(version: Version, state: VersionState): void;
  markOnServer(ids: readonly VersionId[]): void;
  isOnServer(id: VersionId): boolean;
  /** After a restore of the server: none is known to be there. */
  forgetServer(): void;
  /** Made on this device, to be sent, and not known to be on the server. Oldest first. */
  toOffer(device: DeviceId): Version[];
  object(hash: ObjectHash): string | undefined;
  putObjects(objects: readonly StoredObject[]): void;
}

interface Row {
  readonly json: string;
  readonly words: number;
  readonly complete: number;
}

export function versionsRepository(db: Database): Versions {
  const one = db.query<Row>(
    'version.get',
    'SELECT json, words, complete FROM version WHERE id = :id',
  );
  const ofStory = db.query<Row>(
    'version.of-story',
    'SELECT json, words, complete FROM version WHERE story = :story ORDER BY n',
  );
  const newer = db.query<{ n: number; person: PersonId }>(
    'version.newer-authors',
    `SELECT n, json ->> 'person' AS person FROM version WHERE story = :story AND n > :after ORDER BY n`,
  );
  /** Versions are never changed: what was read of them once holds. */
  const readAuthors = new Map<
    StoryId,
    { readonly upTo: number; readonly authors: ReadonlySet<PersonId> }
  >();
  const incomplete = db.query<Row>(
    'version.incomplete',
    'SELECT json, words, complete FROM version WHERE complete = 0 ORDER BY n DESC LIMIT :limit',
  );
  const put = db.query(
    'version.put',
    `INSERT INTO version (id, story, json, words, complete, on_server)
     VALUES (:id, :story, :json, :words, :complete, :onServer)
     ON CONFLICT (id) DO UPDATE SET words = max(words, excluded.words), complete = max(complete, excluded.complete),
       on_server = max(on_server, excluded.on_server)`,
  );
  const mark = db.query('version.on-server', 'UPDATE version SET on_server = 1 WHERE id = :id');
  const isThere = db.query(
    'version.is-on-server',
    'SELECT 1 FROM version WHERE id = :id AND on_server = 1',
  );
  const forget = db.query('version.forget-server', 'UPDATE version SET on_server = 0');
  const toOffer = db.query<Row>(
    'version.to-offer',
    `SELECT json, words, complete FROM version WHERE on_server = 0 AND complete = 1
       AND json ->> 'device' = :device AND json ->> 'reason' <> 'set-aside' ORDER BY n`,
  );
  const object = db.query<{ json: string }>(
    'object.get',
    'SELECT json FROM object WHERE hash = :hash',
  );
  const putObject = db.query(
    'object.put',
    'INSERT INTO object (hash, json) VALUES (:hash, :json) ON CONFLICT (hash) DO NOTHING',
  );
  const version = (row: Row): Version => JSON.parse(row.json) as Version;
  return {
    get: (id) => {
      const row = one.get({ id });
      return row === undefined ? null : version(row);
    },
    isComplete: (id) => one.get({ id })?.complete === 1,
    ofStory: (story) =>
      ofStory
        .all({ story })
        .map((row) => ({ version: version(row), words: row.words, complete: row.complete === 1 })),
    authors: (story) => {
      const known = readAuthors.get(story) ?? { upTo: 0, authors: new Set<PersonId>() };
      const rows = newer.all({ story, after: known.upTo });
      const last = rows.at(-1);
      if (last === undefined) return known.authors;
      const authors = new Set([...known.authors, ...rows.map(({ person }) => person)]);
      // Inside a transaction nothing is sure yet: the next question reads it again.
      if (!db.inTransaction()) readAuthors.set(story, { upTo: last.n, authors });
      return authors;
    },
    incomplete: (limit) => incomplete.all({ limit }).map(version),
    put: (entry, { words, complete, onServer }) =>
      void put.run({
        id: entry.id,
        story: entry.story,
        json: JSON.stringify(entry),
        words,
        complete: complete ? 1 : 0,
        onServer: onServer ? 1 : 0,
      }),
    markOnServer: (ids) => {
      for (const id of ids) mark.run({ id });
    },
    isOnServer: (id) => isThere.get({ id }) !== undefined,
    forgetServer: () => void forget.run(),
    toOffer: (device) => toOffer.all({ device }).map(version),
    object: (hash) => object.get({ hash })?.json,
    putObjects: (objects) => {
      for (const { hash, json } of objects) putObject.run({ hash, json });
    },
  };
}
