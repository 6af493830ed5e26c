/** Sending one wish for the newsroom's word list. */
import { commit } from '../context.ts';
import type { OutboxEntry } from '../db/outbox.ts';
import { wishOf } from '../services/word-list.ts';
import type { SignedIn, SyncContext } from './sync-context.ts';

/**
 * A repeat is answered as before, so a lost answer does no harm. The list itself changes only by the event: the answer
 * to a repeat may be older than what others wished since.
 */
export async function pushWord(
  context: SyncContext,
  peer: SignedIn,
  row: OutboxEntry,
): Promise<boolean> {
  const { api, store } = context;
  await api.call(peer, 'putWord', wishOf(row));
  commit(context, () => store.outbox.remove(row.n));
  return true;
}
