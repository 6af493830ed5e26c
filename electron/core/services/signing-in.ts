/** Signing in and out. Text never goes: it stays on the laptop under its person, and waits for them. */
import type { CoreParsedInput, Session } from '#shared/contract/core.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import type { Hello } from '#shared/contract/http.ts';
import { commit } from '../context.ts';
import { serverOrigin } from '../sync/api.ts';
import type { Sync } from '../sync/engine.ts';
import { hello } from '../sync/greet.ts';
import { pinnedKeys, sharesAKey } from '../sync/signatures.ts';
import type { SyncContext } from '../sync/sync-context.ts';
import { saying } from './core-errors.ts';
import { cutStory } from './cutting.ts';

/**
 * Needs the network: OFFLINE, WRONG_PASSWORD, TOO_MANY_REQUESTS, PROTOCOL. Another person may sign in while text of the
 * last one is unsent: that text keeps its person, and goes when they sign in again. CONFLICT (`other-newsroom`) when this
 * laptop's stories belong to another server.
 */
export async function signIn(
  context: SyncContext,
  sync: Sync,
  { server, username, password }: CoreParsedInput<'session.signIn'>,
): Promise<Session> {
  const { api, session, store } = context;
  const origin = serverOrigin(server);
  if (origin === null)
    throw new RedaksiError('INVALID', 'a server address begins with http or https');
  await session.ready;
  const peer = { server: origin, token: null };
  const { greeting, answer } = await saying(async () => {
    const greeting = await hello(api, peer);
    demandSameNewsroom(context, greeting);
    const device = { id: session.device(), name: store.meta.get('device-name') ?? '' };
    return { greeting, answer: await api.call(peer, 'signIn', { username, password, device }) };
  });
  cutEverything(context);
  commit(context, () => {
    store.registers.putPerson(answer.person);
    store.meta.set('person', answer.person.id);
    store.meta.set('server', origin);
    store.meta.set('newsroom', greeting.newsroom);
    // SECURITY: the keys that receipts and seals must be signed with; only a sign-in changes them.
    store.meta.set('keys', JSON.stringify({ ...pinnedKeys(store.meta), ...greeting.keys }));
  });
  await session.setToken(answer.token);
  await sync.firstPage();
  return session.view();
}

/** SECURITY: stories of one newsroom never go to another, whatever answers at the address. */
function demandSameNewsroom({ store }: SyncContext, greeting: Hello): void {
  const pinned = pinnedKeys(store.meta);
  if (Object.keys(pinned).length === 0 || sharesAKey(pinned, greeting.keys)) return;
  if (store.stories.any()) {
    throw new RedaksiError('CONFLICT', 'the stories on this laptop belong to another newsroom', {
      because: 'other-newsroom',
      newsroom: store.meta.get('newsroom'),
    });
  }
  store.db.transaction(() => {
    store.registers.clear();
    store.photos.clear();
    store.wordList.clear();
    for (const key of ['keys', 'epoch', 'cursor', 'person'] as const) store.meta.set(key, null);
  });
}

/** The token ends here and, when it can be reached, at the server. */
export async function signOut(context: SyncContext, sync: Sync): Promise<Session> {
  const { api, session, store, logger } = context;
  await session.ready;
  cutEverything(context);
  const [server, token] = [session.server(), session.token()];
  commit(context, () => store.meta.set('person', null));
  await session.setToken(null);
  if (server !== null && token !== null) {
    await api.call({ server, token }, 'signOut', {}).catch((thrown: unknown) => {
      logger.info(
        { err: thrown },
        'the server could not be told of the sign-out; the token expires by itself',
      );
    });
  }
  sync.kick();
  return session.view();
}

/** What was typed becomes versions of the person who typed it, before somebody else sits down. */
function cutEverything(context: SyncContext): void {
  for (const story of context.store.journal.stories()) cutStory(context, story, 'leave');
}
