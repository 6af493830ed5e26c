/** Sending a command, and taking its signed receipt. */
import { storyRecordSchema, type Command, type StoryRecord } from '#shared/contract/http.ts';
import type { CommandId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/seal.ts';
import { commit } from '../context.ts';
import type { OutboxEntry } from '../db/outbox.ts';
import { commandOf } from '../services/view.ts';
import { isFault, SyncFault } from './fault.ts';
import { versionGraph } from './graph.ts';
import { isSignedBy, pinnedKeys } from './signatures.ts';
import type { SignedIn, SyncContext } from './sync-context.ts';

/** Sends one command of the outbox. A repeat gets the same receipt, so a lost answer does no harm. */
export async function pushCommand(
  context: SyncContext,
  peer: SignedIn,
  row: OutboxEntry,
): Promise<boolean> {
  const { store, news } = context;
  const command = commandOf(row);
  // A submit that was never sent hands in the merge of its text, when one was made meanwhile: that goes first.
  if (row.tries === 0 && retarget(context, row, command)) return true;
  // Written down before it is sent: from now on it can't be taken back here.
  commit(context, () => store.outbox.markTried(row.n));
  let receipt: Receipt;
  try {
    receipt = await askServer(context, peer, command);
  } catch (thrown) {
    // The text moved on by a merge while the answer was on its way: hand in what it has become.
    if (isConflict(thrown) && retarget(context, row, command)) return true;
    throw thrown;
  }
  commit(context, () => {
    store.outbox.remove(row.n);
    takeReceipt(context, receipt);
  });
  const revision = store.stories.get(command.story)?.revision ?? 0;
  news.tell({ event: 'story.changed', payload: { story: command.story, revision } });
  news.tellListsSoon();
  return true;
}

/** Sends a command and checks the receipt. Rejects with a SyncFault. */
export async function askServer(
  { api, store, logger }: SyncContext,
  peer: SignedIn,
  command: Command,
): Promise<Receipt> {
  const { receipt } = await api.call(peer, 'command', command);
  const fits =
    receipt.command === command.id &&
    receipt.story === command.story &&
    receipt.kind === command.kind;
  // SECURITY: a receipt counts only when it answers this command and the pinned key signed it.
  if (!fits || !isSignedBy(pinnedKeys(store.meta), receipt)) {
    logger.error(
      { command: command.id, key: receipt.key },
      'a receipt is not signed by this newsroom',
    );
    throw new SyncFault({ kind: 'stranger' }, 'bad-signature');
  }
  return receipt;
}

/** Keeps the receipt, and shows the new state until the event with the whole record comes. Inside a transaction. */
export function takeReceipt({ store }: SyncContext, receipt: Receipt): void {
  store.receipts.put(receipt);
  const record = store.stories.get(receipt.story)?.record ?? null;
  // The receipt of a repeat may be old: what happened since is here already.
  const isOld = receipt.seq <= Number(store.meta.get('cursor') ?? '0');
  if (record === null || isOld) return;
  const next: StoryRecord = {
    ...record,
    state: receipt.state,
    updatedAt: receipt.at,
    ...(receipt.kind === 'submit' && { submitted: receipt.version }),
  };
  store.stories.putRecord(storyRecordSchema.parse(next));
}

function isConflict(thrown: unknown): boolean {
  return (
    isFault(thrown) && thrown.fault.kind === 'refused' && thrown.fault.error.code === 'CONFLICT'
  );
}

/**
 * Points a submit at the merge that its text went into: the merge holds every word that was handed in. Not when a
 * merge note waits for a person, and only to a merge made since, never to later typing.
 * The command moves behind the merge in the queue, for the server must have that first.
 * @returns whether it was changed; it has a new id then, because it is another command
 */
function retarget(context: SyncContext, row: OutboxEntry, command: Command): boolean {
  const { store } = context;
  if (command.kind !== 'submit') return false;
  const story = store.stories.get(command.story);
  if (story === null || story.head === null || story.head === command.version) return false;
  if (store.notes.ofStory(command.story).length > 0) return false;
  const head = store.versions.get(story.head);
  const known = store.versions.ofStory(command.story).map(({ version }) => version);
  const isMerge =
    head?.reason === 'merge' && versionGraph(known).comesFrom(story.head, command.version);
  if (head === null || !isMerge || !store.journal.isEmpty(command.story)) return false;
  const next: Command = {
    ...command,
    id: context.newId() as CommandId,
    version: head.id,
    content: head.content,
  };
  commit(context, () =>
    store.outbox.replaceLast(row.n, { ref: next.id, body: JSON.stringify(next) }),
  );
  return true;
}
