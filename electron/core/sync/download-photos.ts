/** Fetching photos that colleagues brought: small sizes only, after all text, so that pictures never hold words up. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BYTE_ROUTES } from '#shared/contract/http.ts';
import { photoPath, type PhotoSize } from '#shared/contract/media-paths.ts';
import type { PhotoHash } from '#shared/domain/ids.ts';
import { commit } from '../context.ts';
import { writeDurably } from '../photos/files.ts';
import { isJpeg } from '../photos/renditions.ts';
import { backoff } from './backoff.ts';
import { faultOf, SyncFault } from './fault.ts';
import type { PushHooks } from './push.ts';
import type { SignedIn, SyncContext } from './sync-context.ts';

const PER_ROUND = 50;
const MAX_PREVIEW = 20_000_000;

/** The lists need the small one first. */
const SIZES = ['thumb', 'preview'] as const satisfies readonly PhotoSize[];

export async function downloadPhotos(
  context: SyncContext,
  peer: SignedIn,
  { betweenPieces }: PushHooks,
): Promise<void> {
  const { store, clock, news, random } = context;
  for (const hash of store.photos.awaited(clock.now(), PER_ROUND)) {
    if ((await betweenPieces()) === 'stop') return;
    const came = await downloadSizes(context, peer, hash);
    commit(context, () => {
      if (came) return store.photos.setState(hash, 'preview');
      const tries = store.photos.downloadTries(hash) + 1;
      return store.photos.retryDownload(hash, clock.now() + backoff(tries, random()));
    });
    if (came) news.tell({ event: 'photo.changed', payload: { hash } });
  }
}

async function downloadSizes(
  context: SyncContext,
  peer: SignedIn,
  hash: PhotoHash,
): Promise<boolean> {
  for (const size of SIZES) {
    const bytes = await download(context, peer, hash, size);
    // SECURITY: only what decodes as the picture that we asked for lands on the disk.
    if (bytes === null || !(await isJpeg(bytes))) return false;
    const path = join(context.dataDir, photoPath(hash, size));
    await mkdir(dirname(path), { recursive: true });
    await writeDurably(path, bytes);
  }
  return true;
}

async function download(
  { api }: SyncContext,
  { server, token }: SignedIn,
  hash: PhotoHash,
  size: (typeof SIZES)[number],
): Promise<Uint8Array | null> {
  const answer = await api.bytes({
    method: 'GET',
    url: `${server}${BYTE_ROUTES.photo.replace(':hash', hash)}?size=${size}`,
    headers: { authorization: `Bearer ${token}` },
    maxBytes: MAX_PREVIEW,
  });
  if (answer.status === 200) return answer.body;
  const fault = faultOf(answer);
  if (fault.kind === 'refused' || fault.kind === 'later') return null;
  throw new SyncFault(fault, `a photo was answered with ${answer.status}`);
}
