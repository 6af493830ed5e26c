/**
 * Resumable uploads (tus 1.0). An upload belongs to the person who began it, and is seen by nobody until its bytes are
 * verified. One that is complete but could not be taken (a full disk, a crash) is taken when the laptop asks again.
 */
import { mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server, type Upload } from '@tus/server';
import {
  ERROR_STATUS,
  RedaksiError,
  toWireError,
  type ErrorCode,
} from '#shared/contract/errors.ts';
import { BYTE_ROUTES, HTTP_LIMITS, uploadMetadataSchema } from '#shared/contract/http.ts';
import { deviceIdSchema, personIdSchema } from '#shared/domain/ids.ts';
import type { Random } from '../environment.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import type { Session } from '../sessions.ts';
import { takePhoto } from './take-photo.ts';
import type { MediaStore } from './media-store.ts';

const DAYS_KEPT = 7;
/** What is left when a write failed for want of room. */
const NO_ROOM_BYTES = 1_000_000;

export interface Uploads {
  /** One tus request of a signed-in person. Never throws. */
  handle(
    request: Request,
    session: Session,
    traceId: string,
    onFault: (thrown: unknown) => void,
  ): Promise<Response>;
  /** Removes what was begun a week ago and never finished. */
  sweep(): Promise<void>;
}

interface Caller {
  readonly session: Session;
  readonly traceId: string;
  readonly onFault: (thrown: unknown) => void;
}

// The store would make its folder when it gets to it, and throw where nobody can catch. `openUploads` has made it.
Object.assign(FileStore.prototype, { checkOrCreateDirectory: () => undefined });

export async function openUploads(
  newsroom: Newsroom,
  media: MediaStore,
  folder: string,
  random: Random,
): Promise<Uploads> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = new FileStore({
    directory: folder,
    expirationPeriodInMilliseconds: DAYS_KEPT * 86_400_000,
  });
  const callers = new WeakMap<object, Caller>();

  const tus = new Server({
    path: BYTE_ROUTES.uploads,
    datastore: files,
    maxSize: HTTP_LIMITS.photoBytes,
    // SECURITY: the address of an upload never comes from the Host header.
    relativeLocation: true,
    namingFunction: () => Buffer.from(random(16)).toString('hex'),
    getFileIdFromRequest: (_request, last) =>
      /^[0-9a-f]{32}$/.test(last ?? '') ? last : undefined,
    onUploadCreate: async (request, upload) => {
      const { session } = callerOf(request);
      const metadata = uploadMetadataSchema.safeParse(upload.metadata ?? {});
      if (!metadata.success || upload.size === undefined)
        throw new RedaksiError('INVALID', 'a photo upload names sha256, filename and length');
      const { id } = session.person;
      return { metadata: { ...metadata.data, person: id, device: session.device } };
    },
    onIncomingRequest: async (request, id) => {
      if (request.method === 'POST') return;
      const upload = await files.getUpload(id);
      // SECURITY: another person's upload does not exist for this one.
      if (upload.metadata?.['person'] !== callerOf(request).session.person.id)
        throw new RedaksiError('NOT_FOUND', 'no such upload');
      if (request.method === 'HEAD' && upload.offset === upload.size) await take(upload);
    },
    onUploadFinish: async (_request, upload) => {
      await take(upload);
      return {};
    },
    onResponseError: async (request, thrown) => {
      const { traceId, onFault } = callerOf(request);
      const wire = toWireError(await classified(thrown, folder, onFault), traceId);
      return { status_code: ERROR_STATUS[wire.code], body: JSON.stringify(wire) };
    },
  });

  function callerOf(request: object): Caller {
    const caller = callers.get(request);
    if (caller === undefined) throw new Error('a tus request without its caller');
    return caller;
  }

  async function take(upload: Upload): Promise<void> {
    const metadata = upload.metadata ?? {};
    const { sha256, filename } = uploadMetadataSchema.parse({
      sha256: metadata['sha256'],
      filename: metadata['filename'],
    });
    try {
      await takePhoto(newsroom, media, {
        file: join(folder, upload.id),
        hash: sha256,
        fileName: filename,
        person: personIdSchema.parse(metadata['person']),
        device: deviceIdSchema.parse(metadata['device']),
      });
    } catch (thrown) {
      // What can never be taken goes away; what failed for want of room may be tried again.
      if (isFinal(thrown)) await forget(upload.id);
      throw thrown;
    }
    await forget(upload.id);
  }

  async function forget(id: string): Promise<void> {
    await files.remove(id).catch(() => undefined);
    await files.configstore.delete(id).catch(() => undefined);
  }

  return {
    handle: async (request, session, traceId, onFault) => {
      callers.set(request, { session, traceId, onFault });
      return inOurWords(await tus.handleWeb(request), traceId);
    },
    sweep: async () => {
      await tus.cleanUpExpiredUploads();
    },
  };
}

function isFinal(thrown: unknown): boolean {
  return thrown instanceof RedaksiError && thrown.code !== 'DISK_FULL';
}

/** tus' own refusals by status, in our words. */
const TUS_CODES: Readonly<Record<number, ErrorCode>> = {
  400: 'INVALID',
  403: 'INVALID',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  410: 'NOT_FOUND',
  412: 'INVALID',
  413: 'TOO_LARGE',
};

/** A few refusals never pass `onResponseError`: tus writes them as plain text. */
async function inOurWords(answer: Response, traceId: string): Promise<Response> {
  const text = answer.status < 400 ? '' : await answer.clone().text();
  if (text === '' || text.startsWith('{')) return answer;
  const wire = toWireError(
    new RedaksiError(TUS_CODES[answer.status] ?? 'INVALID', text.trim().slice(0, 300)),
    traceId,
  );
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify(wire), { status: ERROR_STATUS[wire.code], headers });
}

async function classified(
  thrown: Error | { status_code: number; body: string },
  folder: string,
  onFault: (thrown: unknown) => void,
): Promise<unknown> {
  if (thrown instanceof RedaksiError) return thrown;
  const status = 'status_code' in thrown ? thrown.status_code : 500;
  const code = TUS_CODES[status];
  if (code !== undefined && 'body' in thrown)
    return new RedaksiError(code, thrown.body.trim().slice(0, 300));
  // The file store hides why a write failed.
  const disk = await statfs(folder);
  if (disk.bavail * disk.bsize < NO_ROOM_BYTES)
    return new RedaksiError('DISK_FULL', 'the disk of the server is full');
  onFault(thrown);
  return thrown;
}
