/** Pulling: everything that happened after the cursor. The cursor moves in the transaction that holds what it stands for. */
import { emptyArticle } from '#shared/domain/article.ts';
import { sha256Text } from '#shared/domain/canonical.ts';
import type { HttpOutput, ServerEvent, StoryRecord } from '#shared/contract/http.ts';
import type { ObjectHash, PersonId, StoryId } from '#shared/domain/ids.ts';
import {
  contentHash,
  putTogether,
  versionId,
  type StoredObject,
  type Version,
} from '#shared/domain/version.ts';
import { isoNow } from '../clock.ts';
import { commit } from '../context.ts';
import { countWords } from '../db/words.ts';
import { SyncFault } from './fault.ts';
import { reconcileAll } from './reconcile.ts';
import { offerEverything, startAgain } from './restored-server.ts';
import { isSignedBy, pinnedKeys } from './signatures.ts';
import type { SyncProblem } from '#shared/contract/core.ts';
import type { SignedIn, SyncContext } from './sync-context.ts';

type Page = HttpOutput<'events'>;

const OBJECTS_PER_CALL = 200;
/** Versions whose objects did not come are asked for again, a few at each pull. */
const INCOMPLETE_PER_PULL = 50;

export interface Pulled {
  readonly problems: ReadonlySet<SyncProblem>;
}

/** Pulls until nothing is new, then reconciles. @param onPage is called after each committed page */
export async function pull(
  context: SyncContext,
  peer: SignedIn,
  onPage: () => void,
): Promise<Pulled> {
  const { api, store } = context;
  const problems = new Set<SyncProblem>();
  for (;;) {
    const after = Number(store.meta.get('cursor') ?? '0');
    const page = await api.call(peer, 'events', { after });
    const epoch = store.meta.get('epoch');
    if (epoch !== null && epoch !== page.epoch) {
      startAgain(context, page.epoch);
      continue;
    }
    // A server that forgot and did not say so: stop, rather than mix two histories.
    if (page.head < after) throw new SyncFault({ kind: 'stranger' }, 'server-behind');
    const objects = await fetchObjects(context, peer, versionsIn(page.events));
    takePage(context, page, objects, problems);
    onPage();
    if (page.events.length === 0 || page.next >= page.head) break;
  }
  await completeVersions(context, peer, problems);
  offerEverything(context);
  reconcileAll(context);
  return { problems };
}

function versionsIn(events: readonly ServerEvent[]): Version[] {
  return events.flatMap((event) => (event.kind === 'version' ? [event.version] : []));
}

/** The objects of these versions that are not here, each checked against its hash. */
async function fetchObjects(
  { api, store }: SyncContext,
  peer: SignedIn,
  versions: readonly Version[],
): Promise<StoredObject[]> {
  const wanted = new Set<ObjectHash>();
  for (const { furniture, blocks } of versions) {
    for (const hash of [furniture, ...blocks]) {
      if (store.versions.object(hash) === undefined) wanted.add(hash);
    }
  }
  const hashes = [...wanted];
  const objects: StoredObject[] = [];
  for (let from = 0; from < hashes.length; from += OBJECTS_PER_CALL) {
    const batch = hashes.slice(from, from + OBJECTS_PER_CALL);
    const answer = await api.call(peer, 'getObjects', { hashes: batch });
    // SECURITY: an object is what its hash says, whoever sent it.
    objects.push(...answer.objects.filter(({ hash, json }) => sha256Text(json) === hash));
  }
  return objects;
}

function takePage(
  context: SyncContext,
  page: Page,
  objects: readonly StoredObject[],
  problems: Set<SyncProblem>,
): void {
  const { store, news, clock } = context;
  if (page.events.length === 0 && store.meta.get('epoch') === page.epoch) return;
  commit(context, () => {
    store.versions.putObjects(objects);
    for (const event of page.events) takeEvent(context, event, problems);
    store.meta.set('cursor', String(page.next));
    store.meta.set('epoch', page.epoch);
    store.meta.set('last-contact', isoNow(clock));
  });
  const kinds = new Set(page.events.map((event) => event.kind));
  if (kinds.has('person') || kinds.has('site') || kinds.has('desk')) {
    news.tell({ event: 'newsroom.changed', payload: {} });
  }
  if (kinds.has('word')) news.tell({ event: 'words.changed', payload: {} });
  const stories = new Set(
    page.events.flatMap((event) => (event.kind === 'story' ? [event.story.id] : [])),
  );
  for (const story of stories) tellStory(context, story);
  if (stories.size > 0) news.tellListsSoon();
  const me = store.meta.get('person') as PersonId | null;
  if (page.events.some((event) => event.kind === 'person' && event.person.id === me)) {
    news.tell({ event: 'session.changed', payload: context.session.view() });
  }
}

function tellStory({ news, store }: SyncContext, story: StoryId): void {
  const revision = store.stories.get(story)?.revision ?? 0;
  news.tell({ event: 'story.changed', payload: { story, revision } });
}

/** Applying an event twice does no harm: each carries the whole record. */
function takeEvent(context: SyncContext, event: ServerEvent, problems: Set<SyncProblem>): void {
  const { store } = context;
  switch (event.kind) {
    case 'person':
      return store.registers.putPerson(event.person);
    case 'site':
      return store.registers.putSite(event.site);
    case 'desk':
      return store.registers.putDesk(event.desk);
    case 'story':
      return takeStory(context, event.story, problems);
    case 'version':
      return takeVersion(context, event.version);
    case 'photo': {
      const { hash, fileName, mediaType, bytes, width, height } = event.photo;
      const proposal = { slug: '', caption: '', credit: '', alt: '' };
      const photo = { hash, fileName, mediaType, bytes, width, height, proposal };
      store.photos.put({ ...photo, state: 'awaited' });
      store.photos.setUploaded(hash, 'yes');
      const waiting = store.outbox.photo(hash);
      if (waiting !== null) store.outbox.remove(waiting.n);
      return;
    }
    case 'word':
      return store.wordList.put(event.word);
    default:
      return event satisfies never;
  }
}

function takeStory(
  { store, logger }: SyncContext,
  told: StoryRecord,
  problems: Set<SyncProblem>,
): void {
  const isSound = told.seal === null || isSignedBy(pinnedKeys(store.meta), told.seal);
  if (!isSound) {
    logger.error({ story: told.id }, 'a seal is not signed by this newsroom; it does not count');
    problems.add('bad-signature');
  }
  // SECURITY: a seal that the newsroom's key did not sign is no seal.
  const record = isSound ? told : { ...told, seal: null };
  if (store.stories.get(record.id) === null) {
    const article = emptyArticle();
    store.stories.add({
      id: record.id,
      desk: record.desk,
      createdBy: record.createdBy,
      at: record.createdAt,
      working: {
        article,
        content: contentHash(article),
        head: null,
        revision: 0,
        foreignRevision: 0,
        changedAt: record.updatedAt,
      },
    });
  }
  store.stories.putRecord(record);
}

function takeVersion({ store, logger }: SyncContext, version: Version): void {
  // SECURITY: the id is the hash of what it names; a chain can't be forged on the way.
  if (versionId(version) !== version.id) {
    logger.error({ version: version.id }, 'a version does not match its id; it is left out');
    return;
  }
  const together = putTogether(version, (hash) => store.versions.object(hash));
  store.versions.put(version, {
    words: together.ok ? countWords(together.article) : 0,
    complete: together.ok,
    onServer: true,
  });
}

/** What could not be put together before: a server that was short of an object may have it now. */
async function completeVersions(
  context: SyncContext,
  peer: SignedIn,
  problems: Set<SyncProblem>,
): Promise<void> {
  const { store } = context;
  const versions = store.versions.incomplete(INCOMPLETE_PER_PULL);
  if (versions.length === 0) return;
  const objects = await fetchObjects(context, peer, versions);
  commit(context, () => {
    store.versions.putObjects(objects);
    for (const version of versions) takeVersion(context, version);
  });
  if (store.versions.incomplete(1).length > 0) problems.add('incomplete');
}
