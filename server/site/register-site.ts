/** The built-in public site over HTTP. The API keeps `/v1`; every other address is the readers'. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { siteAddress } from './addresses.ts';
import { answer, type Answer, type Keep } from './answers.ts';
import type { SiteReads } from './site-reads.ts';

/** SECURITY: pages run no script, load nothing from elsewhere and stand in no frame. JSON-LD is no script to a browser. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** A correction must reach readers within a minute, and a withdrawn picture leave caches within a day. */
const CACHE_CONTROL = {
  page: 'public, max-age=60, stale-while-revalidate=60',
  front: 'public, max-age=30, stale-while-revalidate=60',
  feed: 'public, max-age=300',
  'for-ever': 'public, max-age=31536000, immutable',
  barely: 'public, max-age=10',
} as const satisfies Record<Keep, string>;
const PHOTO_CACHE_CONTROL = 'public, max-age=86400';

/**
 * Adds the site's routes. The star matches only what no other route does, so that nothing here can take an address
 * from the API. HEAD comes with GET.
 */
export function registerSite(app: FastifyInstance, reads: SiteReads): void {
  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    const [path = '/', ...query] = request.url.split('?');
    if (path === '/v1' || path.startsWith('/v1/')) return reply.callNotFound();
    const found = await answer(siteAddress(path), new URLSearchParams(query.join('?')), reads);
    return send(found, request, reply);
  };
  app.get('/', handle);
  app.get('/*', handle);
}

function send(found: Answer, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.headers(SECURITY_HEADERS);
  if (found.kind === 'moved') {
    return reply.header('cache-control', CACHE_CONTROL.page).redirect(found.to, found.status);
  }
  const tag = found.kind === 'photo' ? found.tag : textTag(found.text);
  const keep = found.kind === 'photo' ? PHOTO_CACHE_CONTROL : CACHE_CONTROL[found.keep];
  reply.header('cache-control', keep).header('etag', tag);
  const isGood = found.kind === 'photo' || found.status === 200;
  if (isGood && knows(request.headers['if-none-match'], tag)) return reply.code(304).send();
  reply.type(found.mediaType);
  if (found.kind === 'text') return reply.code(found.status).send(found.text);
  reply.header('content-length', found.bytes);
  // An empty stream, not nothing: Fastify would else say that the photo has no bytes.
  return reply.send(request.method === 'HEAD' ? Readable.from([]) : found.open());
}

function textTag(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
}

/** Whether a browser already has these bytes: `If-None-Match` compares weakly. */
function knows(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((entry) => entry.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(tag);
}
