/** Cutting versions: what was typed becomes an immutable version, on its way to the server, in one transaction. */
import type { StoryId, VersionId } from '#shared/domain/ids.ts';
import {
  articlePhotos,
  cutVersion,
  type StoredObject,
  type Version,
  type VersionReason,
} from '#shared/domain/version.ts';
import { commit, type CoreContext } from '../context.ts';
import { isoNow } from '../clock.ts';
import { countWords } from '../db/words.ts';
import type { SessionState } from './session-state.ts';
import type { Working } from './workings.ts';

export interface CutContext extends CoreContext {
  readonly session: SessionState;
}

/**
 * Cuts a version of what was typed since the head. Nothing is cut when nothing was typed, or when it reads like the head.
 * @returns the head afterwards; null for a story without a word.
 */
export function cutStory(
  context: CutContext,
  story: StoryId,
  reason: VersionReason,
): VersionId | null {
  const { store, workings, clock, session } = context;
  let grew = false;
  const head = commit(context, () => {
    const last = store.journal.entries(story).at(-1);
    const working = workings.get(story);
    if (last === undefined) return working.head;
    const before = working.head === null ? null : store.versions.get(working.head);
    if (before?.content === working.content) {
      store.journal.consume(story);
      return working.head;
    }
    const cut = cutVersion(working.article, {
      story,
      parents: working.head === null ? [] : [working.head],
      person: last.person,
      device: session.device(),
      at: isoNow(clock),
      reason,
    });
    grew = true;
    storeOwnVersion(context, { ...cut, article: working.article });
    store.journal.consume(story);
    moveTo(context, story, { ...working, head: cut.version.id }, last.at);
    return cut.version.id;
  });
  if (grew) context.outboxGrew();
  return head;
}

interface OwnVersion {
  readonly version: Version;
  readonly objects: readonly StoredObject[];
  readonly article: Working['article'];
}

/** Stores a version made here and puts it, and the photos that it uses, into the outbox. Inside a transaction. */
export function storeOwnVersion({ store }: CoreContext, own: OwnVersion): void {
  const { version, objects, article } = own;
  store.versions.putObjects(objects);
  store.versions.put(version, {
    words: countWords(article),
    complete: true,
    onServer: false,
  });
  store.outbox.add({
    kind: 'version',
    ref: version.id,
    story: version.story,
    person: version.person,
    body: '{}',
  });
  for (const photo of articlePhotos(article)) {
    // A photo that another laptop brought is the server's already.
    if (store.photos.get(photo)?.state !== 'here') continue;
    if (store.photos.isUploaded(photo)) continue;
    store.outbox.add({
      kind: 'photo',
      ref: photo,
      story: version.story,
      person: version.person,
      body: '{}',
    });
  }
}

/** Makes a text the working article: columns, search and memory together. Inside a transaction. */
export function moveTo(
  context: CoreContext,
  story: StoryId,
  working: Working,
  changedAt: string,
): void {
  const { store, workings } = context;
  store.stories.putWorking(story, { ...working, changedAt });
  const row = store.stories.get(story);
  if (row !== null) store.search.put(row.n, working.article);
  workings.remember(story, working);
}
