/**
 * The store: one newsroom's records, behind one interface. `read` sees what is committed; `write` is one transaction,
 * one at a time, in which everything that belongs together (records, event, audit entry, receipt) is written or nothing.
 */
import type { PhotoRecord, ServerEvent, StoryRecord } from '#shared/contract/http.ts';
import type {
  CommandId,
  ContentHash,
  DeskId,
  DeviceId,
  ObjectHash,
  PersonId,
  PhotoHash,
  PublicationId,
  SealId,
  SiteId,
  StoryId,
  VersionId,
} from '#shared/domain/ids.ts';
import type { Desk, Person, Site } from '#shared/domain/roles.ts';
import type { Proof, Publication, Seal } from '#shared/domain/seal.ts';
import type { StoredObject, Version } from '#shared/domain/version.ts';
import type { StoryState } from '#shared/domain/workflow.ts';
import type { WordRecord } from '#shared/domain/word-list.ts';

export interface Store {
  read<Result>(work: (records: Repositories) => Promise<Result>): Promise<Result>;
  /** SECURITY: a throw leaves nothing behind. */
  write<Result>(work: (records: Repositories) => Promise<Result>): Promise<Result>;
  /** Told after a commit that made events, with the newest number. Returns how to stop. */
  onEvents(listener: (head: number) => void): () => void;
  close(): Promise<void>;
}

export interface Repositories {
  readonly newsroom: NewsroomRepository;
  readonly people: PeopleRepository;
  readonly registers: RegistersRepository;
  readonly tokens: TokensRepository;
  readonly events: EventsRepository;
  readonly objects: ObjectsRepository;
  readonly stories: StoriesRepository;
  readonly versions: VersionsRepository;
  readonly seals: SealsRepository;
  readonly commands: CommandsRepository;
  readonly publications: PublicationsRepository;
  readonly photos: PhotosRepository;
  readonly words: WordsRepository;
  readonly audit: AuditRepository;
}

export interface NewsroomRow {
  readonly name: string;
  readonly epoch: string;
  readonly seq: number;
  readonly auditN: number;
  readonly auditHash: string;
}
export interface NewsroomRepository {
  /** Undefined before `found`. */
  get(): Promise<NewsroomRow | undefined>;
  found(newsroom: {
    readonly name: string;
    readonly epoch: string;
    readonly at: string;
  }): Promise<void>;
  renewEpoch(epoch: string): Promise<void>;
}

export interface PeopleRepository {
  byId(id: PersonId): Promise<Person | undefined>;
  byUsername(
    username: string,
  ): Promise<{ readonly person: Person; readonly passwordHash: string } | undefined>;
  passwordHash(id: PersonId): Promise<string | undefined>;
  all(): Promise<readonly Person[]>;
  add(person: Person, passwordHash: string): Promise<void>;
  setPassword(id: PersonId, passwordHash: string): Promise<void>;
  deactivate(id: PersonId): Promise<void>;
}

export interface RegistersRepository {
  site(id: SiteId): Promise<Site | undefined>;
  sites(): Promise<readonly Site[]>;
  putSite(site: Site): Promise<void>;
  desk(id: DeskId): Promise<Desk | undefined>;
  desks(): Promise<readonly Desk[]>;
  putDesk(desk: Desk): Promise<void>;
}

export interface TokenRow {
  readonly hash: string;
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly deviceName: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** When the password was last given for it. */
  readonly confirmedAt: string;
  readonly revokedAt: string | null;
}
export interface TokensRepository {
  byHash(hash: string): Promise<TokenRow | undefined>;
  add(token: Omit<TokenRow, 'revokedAt'>): Promise<void>;
  confirm(hash: string, at: string): Promise<void>;
  revoke(hash: string, at: string): Promise<void>;
  /** All of a person's tokens, or those of one device. Returns how many ended. */
  revokeAll(person: PersonId, device: DeviceId | null, at: string): Promise<number>;
}

/** An event before it has its number. */
export type NewEvent = ServerEvent extends infer Event
  ? Event extends ServerEvent
    ? Omit<Event, 'seq'>
    : never
  : never;
export interface EventsRepository {
  /** Gives the event the next number and returns it. */
  append(event: NewEvent): Promise<number>;
  head(): Promise<number>;
  /** In order, at most `limit`, and fewer when they grow large; at least one when there is one. */
  after(seq: number, limit: number): Promise<readonly ServerEvent[]>;
}

export interface ObjectsRepository {
  /** Returns how many were new. */
  put(objects: readonly StoredObject[]): Promise<number>;
  get(hashes: readonly ObjectHash[]): Promise<ReadonlyMap<ObjectHash, string>>;
  missing(hashes: readonly ObjectHash[]): Promise<readonly ObjectHash[]>;
}

export interface StoryRow {
  readonly id: StoryId;
  readonly desk: DeskId;
  readonly createdBy: PersonId;
  readonly createdAt: string;
  readonly state: StoryState;
  readonly head: VersionId | null;
  readonly submitted: VersionId | null;
  readonly seal: SealId | null;
  readonly reason: string;
  readonly updatedAt: string;
}
export interface StoriesRepository {
  get(id: StoryId): Promise<StoryRow | undefined>;
  add(story: StoryRow): Promise<void>;
  update(story: StoryRow): Promise<void>;
  /** The story with its seal and publications, as laptops see it. */
  record(id: StoryId): Promise<StoryRecord>;
}

/** By which right a version was taken. `late`: kept for its writer although the story had moved on; never head. */
export type TakenBy = 'edit' | 'edit-photos' | 'late';
export interface VersionsRepository {
  get(id: VersionId): Promise<Version | undefined>;
  known(ids: readonly VersionId[]): Promise<ReadonlySet<VersionId>>;
  add(version: Version, takenBy: TakenBy, at: string): Promise<void>;
  /** Has this person ever edited this story with the right to? */
  wroteIn(story: StoryId, person: PersonId): Promise<boolean>;
}

export interface SealsRepository {
  get(id: SealId): Promise<Seal | undefined>;
  add(seal: Seal): Promise<void>;
}

export interface CommandRow {
  readonly id: CommandId;
  readonly person: PersonId;
  readonly fingerprint: string;
  /** The answer's JSON, exactly as given: a receipt, or a word's record. */
  readonly receipt: string;
}
export interface CommandsRepository {
  get(id: CommandId): Promise<CommandRow | undefined>;
  add(command: CommandRow): Promise<void>;
}

/** A publication with what only the server needs. */
export interface PublicationRow extends Publication {
  readonly n: number;
  readonly path: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: PersonId | null;
}
export interface PublicationsRepository {
  get(id: PublicationId): Promise<PublicationRow | undefined>;
  ofStory(story: StoryId): Promise<readonly PublicationRow[]>;
  ofVersion(version: VersionId, outlet: string): Promise<PublicationRow | undefined>;
  /** What readers find at a path: the newest that went out, or was withdrawn. */
  atPath(path: string): Promise<PublicationRow | undefined>;
  /** The paths that stories other than this one have, among those that begin so. */
  pathsBeginning(start: string, except: StoryId): Promise<ReadonlySet<string>>;
  /** Stories that are out at a site, each by its newest publication; newest first publication first, then by id. */
  latest(
    site: SiteId,
    limit: number,
    before: { readonly firstPublishedAt: string; readonly story: StoryId } | null,
  ): Promise<readonly PublicationRow[]>;
  /** The newest publication of a story that is out now. */
  live(story: StoryId): Promise<PublicationRow | undefined>;
  /** What an outlet still has to do: queued, sending, or accepted and not yet read back; oldest first. */
  pending(outlet: string): Promise<readonly PublicationRow[]>;
  /** Is a newer one of the same story out at the same outlet? */
  superseded(publication: PublicationRow): Promise<boolean>;
  add(
    publication: Pick<
      PublicationRow,
      'id' | 'story' | 'version' | 'content' | 'seal' | 'outlet' | 'site' | 'path'
    >,
    photos: readonly PhotoHash[],
  ): Promise<void>;
  setState(id: PublicationId, state: Publication['state']): Promise<void>;
  accept(id: PublicationId, firstPublishedAt: string, publishedAt: string): Promise<void>;
  prove(id: PublicationId, state: 'accepted' | 'seen-live', proof: Proof): Promise<void>;
  /** Returns the ids of what was withdrawn. */
  withdraw(
    story: StoryId,
    by: { readonly reason: string; readonly at: string; readonly person: PersonId },
  ): Promise<readonly PublicationId[]>;
  /** Does the photo stand in something that this site's readers may see? */
  photoIsOut(site: SiteId, photo: PhotoHash): Promise<boolean>;
  /** The version whose content this is and that is out or withdrawn, if there is one. */
  versionOf(content: ContentHash): Promise<Version | undefined>;
}

export interface PhotosRepository {
  get(hash: PhotoHash): Promise<PhotoRecord | undefined>;
  known(hashes: readonly PhotoHash[]): Promise<ReadonlySet<PhotoHash>>;
  add(photo: PhotoRecord): Promise<void>;
}

export interface WordsRepository {
  get(word: Pick<WordRecord, 'language' | 'word'>): Promise<WordRecord | undefined>;
  put(record: WordRecord): Promise<void>;
}

export interface AuditEntry {
  readonly n: number;
  readonly at: string;
  readonly person: PersonId | null;
  readonly device: DeviceId | null;
  readonly action: string;
  readonly story: StoryId | null;
  readonly detail: AuditDetail;
  readonly previous: string;
  readonly hash: string;
}
export type AuditDetail = Readonly<Record<string, string | number | boolean | null | string[]>>;
export type NewAuditEntry = Pick<
  AuditEntry,
  'at' | 'person' | 'device' | 'action' | 'story' | 'detail'
>;
export interface AuditRepository {
  append(entry: NewAuditEntry): Promise<void>;
  after(n: number, limit: number, story: StoryId | null): Promise<readonly AuditEntry[]>;
}
