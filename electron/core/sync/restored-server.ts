/** A server that was restored from a backup has another epoch: read it again from the start, then offer what it misses. */
import { commit } from '../context.ts';
import type { SyncContext } from './sync-context.ts';

/** Nothing that the server said about stories holds any more; texts and photos here stay. */
export function startAgain(context: SyncContext, epoch: string): void {
  const { store, logger, news } = context;
  logger.warn({ epoch }, 'the server has another epoch; reading it again from the start');
  commit(context, () => {
    store.meta.set('epoch', epoch);
    store.meta.set('cursor', '0');
    store.meta.set('reoffer', '1');
    store.stories.forgetRecords();
    store.versions.forgetServer();
    store.photos.forgetUploads();
    store.wordList.forgetServer();
  });
  news.tellListsSoon();
}

/** After the pull has caught up: what was made here and did not come back from the server goes into the outbox again. */
export function offerEverything(context: SyncContext): void {
  const { store, session, newId } = context;
  if (store.meta.get('reoffer') !== '1') return;
  // A text that waits may come after one that has to go again: all of them in the order in which they were made.
  commit(context, () => {
    const me = session.requirePerson().id;
    for (const { id, desk, createdBy } of store.stories.toOffer(session.device(), me)) {
      store.outbox.addLast({
        kind: 'story',
        ref: id,
        story: id,
        person: createdBy,
        body: JSON.stringify({ desk }),
      });
    }
    for (const { id, story, person } of store.versions.toOffer(session.device())) {
      store.outbox.addLast({ kind: 'version', ref: id, story, person, body: '{}' });
    }
    for (const photo of store.photos.toOffer()) {
      store.outbox.addLast({ kind: 'photo', ref: photo, story: null, person: me, body: '{}' });
    }
    // Whoever comes first gives back what all know; the server takes a word once.
    for (const { language, word } of store.wordList.toOffer()) {
      const id = newId();
      const body = JSON.stringify({ id, language, word, listed: true });
      store.outbox.addLast({ kind: 'word', ref: id, story: null, person: me, body });
    }
    // What was asked for before the restore needs the texts that it speaks of.
    store.outbox.moveCommandsLast();
    store.meta.set('reoffer', null);
  });
}
