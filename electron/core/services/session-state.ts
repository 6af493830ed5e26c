/** Who works at this laptop, and the token that the server knows them by. */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { Session } from '#shared/contract/core.ts';
import type { DeviceId, PersonId } from '#shared/domain/ids.ts';
import type { Person } from '#shared/domain/roles.ts';
import type { Store } from '../db/store.ts';
import type { News } from '../news.ts';
import type { Secrets } from '../secrets.ts';

/** The name of the device token in the shell's keychain. */
const TOKEN = 'device-token';

export interface SessionState {
  /** The token was read from the keychain, or there is none. */
  readonly ready: Promise<void>;
  person(): Person | null;
  /** SIGN_IN_REQUIRED when nobody has signed in on this laptop. */
  requirePerson(): Person;
  device(): DeviceId;
  server(): string | null;
  token(): string | null;
  setToken(token: string | null): Promise<void>;
  /** The server no longer takes this token: writing goes on, the queue waits. */
  tokenRefused(token: string): Promise<void>;
  view(): Session;
}

interface Parts {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly news: News;
  readonly newId: () => string;
}

export function createSessionState({ store, secrets, news, newId }: Parts): SessionState {
  const { meta, registers } = store;
  if (meta.get('device') === null) meta.set('device', newId());
  let token: string | null = null;
  let kept = false;

  const person = (): Person | null => {
    const id = meta.get('person');
    return id === null ? null : registers.person(id as PersonId);
  };
  const view = (): Session => ({
    person: person(),
    server: meta.get('server'),
    signedIn: person() !== null && token !== null,
    tokenInMemoryOnly: token !== null && !kept,
  });
  const setToken = async (next: string | null): Promise<void> => {
    token = next;
    kept = (await secrets.set(TOKEN, next)).kept;
    news.tell({ event: 'session.changed', payload: view() });
  };
  const ready = (async () => {
    const found = await secrets.get(TOKEN);
    token ??= found.value;
    kept = found.kept;
  })();
  return {
    ready,
    person,
    requirePerson: () => {
      const found = person();
      if (found === null) throw new RedaksiError('SIGN_IN_REQUIRED', 'nobody has signed in here');
      return found;
    },
    device: () => meta.get('device') as DeviceId,
    server: () => meta.get('server'),
    token: () => token,
    setToken,
    tokenRefused: async (refused) => {
      if (token === refused) await setToken(null);
    },
    view,
  };
}
