/** Is it our server that answers, does it speak our protocol, and is its memory the one we know? */
import { PROTOCOL, type Hello } from '#shared/contract/http.ts';
import type { Api, Peer } from './api.ts';
import { SyncFault } from './fault.ts';
import { pinnedKeys, sharesAKey } from './signatures.ts';
import type { SyncContext } from './sync-context.ts';

/** Rejects with a SyncFault: another product is `stranger`, another protocol is `protocol`. */
export async function hello(api: Api, peer: Peer): Promise<Hello> {
  const greeting = await api.call(peer, 'hello', {});
  const { min, max } = greeting.protocol;
  if (PROTOCOL < min || PROTOCOL > max) {
    throw new SyncFault({ kind: 'protocol' }, `the server speaks protocols ${min} to ${max}`);
  }
  return greeting;
}

/** SECURITY: nothing is sent or taken before the server has shown a key that was pinned at sign-in. */
export async function greet({ api, store }: SyncContext, peer: Peer): Promise<void> {
  const greeting = await hello(api, peer);
  if (!sharesAKey(pinnedKeys(store.meta), greeting.keys)) {
    throw new SyncFault({ kind: 'stranger' }, 'another server answers at this address');
  }
}
