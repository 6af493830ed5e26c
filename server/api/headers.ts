import type { FastifyInstance } from 'fastify';

/** SECURITY: an API answer is data: never a page, never in a frame, never kept. No CORS: no web page may call us. */
const API_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/** Every answer names its trace; the API's have their headers, the site sets its own. */
export function registerHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-trace-id', request.id);
    if (request.url.startsWith('/v1')) reply.headers(API_HEADERS);
  });
}
