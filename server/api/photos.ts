/** Photos as bytes: uploads by tus, and sizes of a photo for signed-in people. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RedaksiError } from '#shared/contract/errors.ts';
import { BYTE_ROUTES } from '#shared/contract/http.ts';
import { photoHashSchema } from '#shared/domain/ids.ts';
import type { MediaStore } from '../media/media-store.ts';
import type { Uploads } from '../media/uploads.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import type { Session } from '../sessions.ts';

/** Pixels. */
const WIDTHS = { preview: 1_600, thumb: 480 } as const;
const sizeSchema = z.strictObject({
  size: z.enum(['original', 'preview', 'thumb']).default('original'),
});

export function registerPhotos(
  app: FastifyInstance,
  { store }: Newsroom,
  media: MediaStore,
  uploads: Uploads,
  authenticate: (request: FastifyRequest) => Promise<Session>,
): void {
  app.get<{ Params: { hash: string } }>(BYTE_ROUTES.photo, async (request, reply) => {
    await authenticate(request);
    const hash = photoHashSchema.safeParse(request.params.hash);
    const query = sizeSchema.safeParse(request.query);
    if (!query.success) throw new RedaksiError('INVALID', 'size is original, preview or thumb');
    const photo = hash.success
      ? await store.read((records) => records.photos.get(hash.data))
      : undefined;
    if (photo === undefined) throw new RedaksiError('NOT_FOUND', 'no such photo');
    const { size } = query.data;
    const file =
      size === 'original'
        ? media.original(photo.hash)
        : await media.rendition(photo.hash, WIDTHS[size], 'jpg');
    const etag = `"${photo.hash}-${size}"`;
    reply
      .header('etag', etag)
      .header('cache-control', 'private, max-age=31536000, immutable')
      .type(size === 'original' ? photo.mediaType : 'image/jpeg');
    if (request.headers['if-none-match'] === etag) return reply.status(304).send();
    const { size: bytes } = await stat(file);
    reply.header('content-length', bytes);
    return request.method === 'HEAD' ? reply.send() : reply.send(createReadStream(file));
  });
  registerUploads(app, uploads, authenticate);
}

function registerUploads(
  app: FastifyInstance,
  uploads: Uploads,
  authenticate: (request: FastifyRequest) => Promise<Session>,
): void {
  void app.register(async (scope) => {
    // tus reads the body itself, as it comes.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', async () => undefined);
    scope.route({
      // SECURITY: no GET: what is not verified is not given out.
      method: ['POST', 'HEAD', 'PATCH', 'DELETE'],
      url: `${BYTE_ROUTES.uploads}/:id`,
      handler: tus,
    });
    scope.route({ method: 'POST', url: BYTE_ROUTES.uploads, handler: tus });
  });

  async function tus(request: FastifyRequest): Promise<Response> {
    const session = await authenticate(request);
    const onFault = (thrown: unknown) => request.log.error({ err: thrown }, 'an upload failed');
    const answer = await uploads.handle(webRequest(request), session, request.id, onFault);
    // SECURITY: tus-server invites other origins by itself; we don't.
    const inviting = Array.from(answer.headers.keys()).filter((name) =>
      name.startsWith('access-control-'),
    );
    for (const name of inviting) answer.headers.delete(name);
    if (answer.status >= 400) answer.headers.set('content-type', 'application/json');
    return answer;
  }
}

function webRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, [value].flat().join(', '));
  const bodied = request.method === 'POST' || request.method === 'PATCH';
  // The host is a stand-in: nothing is made from it.
  return new Request(new URL(request.url, 'http://redaksi.invalid'), {
    method: request.method,
    headers,
    ...(bodied && {
      body: Readable.toWeb(request.raw) as ReadableStream<Uint8Array>,
      duplex: 'half' as const,
    }),
  });
}
