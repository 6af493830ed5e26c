/** Uploading a photo by tus 1.0: in pieces, going on where the last one was confirmed, also after a restart. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { BYTE_ROUTES } from '#shared/contract/http.ts';
import { photoPath } from '#shared/contract/media-paths.ts';
import { photoHashSchema, type PhotoHash } from '#shared/domain/ids.ts';
import type { Photo } from '#shared/contract/core.ts';
import { commit } from '../context.ts';
import type { OutboxEntry } from '../db/outbox.ts';
import { faultOf, SyncFault } from './fault.ts';
import type { HttpRequest, HttpResponse } from './http.ts';
import type { PushHooks } from './push.ts';
import type { SignedIn, SyncContext } from './sync-context.ts';

/** Bytes. A piece is confirmed within the time-out even at 10 KB/s, and grows while the link is good. */
const FIRST_PIECE = 256 * 1024;
const LARGEST_PIECE = 4 * 1024 * 1024;

/** @returns whether the server has the photo now; `stopped` when something more urgent came */
export async function uploadPhoto(
  context: SyncContext,
  peer: SignedIn,
  row: OutboxEntry,
  { betweenPieces }: PushHooks,
): Promise<boolean | 'stopped'> {
  const { store, dataDir } = context;
  const hash = photoHashSchema.parse(row.ref);
  const photo = store.photos.get(hash);
  // The newsroom has it: another laptop sent the same picture, or only the last answer was lost.
  if (photo === null || photo.state !== 'here' || store.photos.isUploaded(hash)) {
    return finish(context, row, hash);
  }
  const file = await open(join(dataDir, photoPath(hash, 'original')), 'r');
  try {
    const { url, offset: start } = await openUpload(context, peer, photo);
    let offset = start;
    let size = FIRST_PIECE;
    while (offset < photo.bytes) {
      const piece = Buffer.alloc(Math.min(size, photo.bytes - offset));
      const { bytesRead } = await file.read(piece, 0, piece.length, offset);
      if (bytesRead !== piece.length) throw new Error(`photo ${hash} is shorter than it was`);
      offset = await sendPiece(context, peer, { url, offset, piece });
      size = Math.min(size * 2, LARGEST_PIECE);
      if (offset < photo.bytes && (await betweenPieces()) === 'stop') return 'stopped';
    }
  } finally {
    await file.close();
  }
  return finish(context, row, hash);
}

function finish(context: SyncContext, row: OutboxEntry, hash: PhotoHash): true {
  const { store, news } = context;
  commit(context, () => {
    store.outbox.remove(row.n);
    store.photos.setUploaded(hash, 'yes');
  });
  news.tell({ event: 'photo.changed', payload: { hash } });
  return true;
}

interface Upload {
  readonly url: string;
  readonly offset: number;
}

/** The upload that was begun, where it stands; or a new one. */
async function openUpload(context: SyncContext, peer: SignedIn, photo: Photo): Promise<Upload> {
  const { store } = context;
  const begun = store.photos.uploadUrl(photo.hash);
  if (begun !== null) {
    const answer = await send(context, peer, { method: 'HEAD', url: begun, headers: {} });
    const offset = Number(answer.headers['upload-offset']);
    if (answer.status === 200 && Number.isSafeInteger(offset)) return { url: begun, offset };
  }
  const answer = await send(context, peer, {
    method: 'POST',
    url: `${peer.server}${BYTE_ROUTES.uploads}`,
    headers: {
      'upload-length': String(photo.bytes),
      'upload-metadata': metadata({ sha256: photo.hash, filename: photo.fileName }),
    },
  });
  const { location } = answer.headers;
  if (answer.status !== 201 || location === undefined)
    throw faultIn(answer, 'an upload was not begun');
  const url = new URL(location, `${peer.server}${BYTE_ROUTES.uploads}`);
  // SECURITY: the bytes go to the server that we signed in to and nowhere else.
  if (url.origin !== new URL(peer.server).origin) {
    throw new SyncFault({ kind: 'stranger' }, 'an upload was sent elsewhere');
  }
  commit(context, () => store.photos.setUploadUrl(photo.hash, url.href));
  return { url: url.href, offset: 0 };
}

interface Piece extends Upload {
  readonly piece: Uint8Array;
}

async function sendPiece(
  context: SyncContext,
  peer: SignedIn,
  { url, offset, piece }: Piece,
): Promise<number> {
  const answer = await send(context, peer, {
    method: 'PATCH',
    url,
    headers: {
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: piece,
  });
  const next = Number(answer.headers['upload-offset']);
  if (answer.status === 204 && next === offset + piece.length) return next;
  // 409, 404, 410: not where we thought, or gone. The next try asks where it stands.
  if ([404, 409, 410].includes(answer.status)) {
    throw new SyncFault(
      { kind: 'later', error: null, retryAfter: null },
      'the upload stands elsewhere',
    );
  }
  throw faultIn(answer, 'a piece of an upload was not taken');
}

function faultIn(answer: HttpResponse, message: string): SyncFault {
  const isSuccess = answer.status < 300;
  return new SyncFault(isSuccess ? { kind: 'stranger' } : faultOf(answer), message);
}

function send(
  { api }: SyncContext,
  { token }: SignedIn,
  request: Omit<HttpRequest, 'maxBytes'>,
): Promise<HttpResponse> {
  return api.bytes({
    ...request,
    headers: { ...request.headers, 'tus-resumable': '1.0.0', authorization: `Bearer ${token}` },
    maxBytes: 100_000,
  });
}

function metadata(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value, 'utf8').toString('base64')}`)
    .join(',');
}
