/** Sending stories and versions: objects by hash first, and only those that the server does not have. */
import { z } from 'zod';
import { HTTP_LIMITS } from '#shared/contract/http.ts';
import { deskIdSchema, type ObjectHash, type VersionId } from '#shared/domain/ids.ts';
import type { StoredObject, Version } from '#shared/domain/version.ts';
import { commit } from '../context.ts';
import type { OutboxEntry } from '../db/outbox.ts';
import type { SignedIn, SyncContext } from './sync-context.ts';

/** Of objects in one call; below the server's limit of a body, with room for JSON's own signs. */
const BATCH_BYTES = HTTP_LIMITS.bodyBytes / 4;
const HASHES_PER_CALL = 5_000;

const storyBodySchema = z.object({ desk: deskIdSchema });

export async function pushStoryRow(
  context: SyncContext,
  peer: SignedIn,
  row: OutboxEntry,
): Promise<boolean> {
  const { api, store } = context;
  const { story: id } = row;
  if (id === null) return false;
  const { desk } = storyBodySchema.parse(JSON.parse(row.body));
  const { story } = await api.call(peer, 'putStory', { id, desk });
  commit(context, () => {
    store.outbox.remove(row.n);
    store.stories.putRecord(story);
  });
  return true;
}

/** Versions of one story, parents first. */
export async function pushVersions(
  context: SyncContext,
  peer: SignedIn,
  rows: readonly OutboxEntry[],
): Promise<boolean> {
  const { api, store } = context;
  const versions = rows.flatMap(({ ref }) => store.versions.get(ref as VersionId) ?? []);
  await pushObjects(context, peer, versions);
  const { results, head } = await api.call(peer, 'putVersions', { versions });
  commit(context, () => {
    for (const { n } of rows) store.outbox.remove(n);
    store.versions.markOnServer(results.map(({ id }) => id));
    const [first] = versions;
    if (first !== undefined) store.stories.putRemoteHead(first.story, head);
  });
  return true;
}

async function pushObjects(
  { api, store }: SyncContext,
  peer: SignedIn,
  versions: readonly Version[],
): Promise<void> {
  const hashes = [...new Set(versions.flatMap(({ furniture, blocks }) => [furniture, ...blocks]))];
  for (let from = 0; from < hashes.length; from += HASHES_PER_CALL) {
    const asked = hashes.slice(from, from + HASHES_PER_CALL);
    const { missing } = await api.call(peer, 'missingObjects', { hashes: asked });
    for (const objects of batches(missing, (hash) => store.versions.object(hash))) {
      await api.call(peer, 'putObjects', { objects });
    }
  }
}

/** Objects in batches by bytes and by number. */
function batches(
  hashes: readonly ObjectHash[],
  objectJson: (hash: ObjectHash) => string | undefined,
): StoredObject[][] {
  const all: StoredObject[][] = [];
  let batch: StoredObject[] = [];
  let bytes = 0;
  for (const hash of hashes) {
    const json = objectJson(hash);
    if (json === undefined) continue;
    const size = Buffer.byteLength(json);
    if (
      batch.length >= HTTP_LIMITS.objectsPerCall ||
      (bytes + size > BATCH_BYTES && batch.length > 0)
    ) {
      all.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push({ hash, json });
    bytes += size;
  }
  return batch.length === 0 ? all : [...all, batch];
}
