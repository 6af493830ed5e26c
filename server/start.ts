/** The server, put together: `createServer` for a simulation that injects requests, `startServer` to listen. */
import { mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
} from 'fastify';
import { RedaksiError } from '#shared/contract/errors.ts';
import { HTTP_LIMITS } from '#shared/contract/http.ts';
import { registerRoutes, type ApiHandlers } from './api/adapter.ts';
import { deskRoutes } from './api/desk.ts';
import { answerError, registerErrors } from './api/errors.ts';
import { registerHeaders } from './api/headers.ts';
import { DEFAULT_LIMITS, registerLimits, type Limits } from './api/limits.ts';
import { registerLive } from './api/live.ts';
import { registerOpenApi } from './api/openapi.ts';
import { peopleRoutes } from './api/people.ts';
import { registerPhotos } from './api/photos.ts';
import { serviceRoutes } from './api/service.ts';
import { syncRoutes } from './api/sync.ts';
import { idsFrom, type Clock, type Random } from './environment.ts';
import { openMediaStore } from './media/media-store.ts';
import { openUploads } from './media/uploads.ts';
import { foundNewsroom } from './newsroom/found.ts';
import type { Newsroom } from './newsroom/newsroom.ts';
import { publishPending } from './outlets/built-in/outlet.ts';
import { readPageByHttp, type ReadPage } from './outlets/built-in/read-page.ts';
import { siteReadsFrom } from './outlets/built-in/site-reads-from.ts';
import { outletWorker } from './outlets/outlet.ts';
import { openSigner } from './signing.ts';
import { authenticate } from './sessions.ts';
import { registerSite } from './site/register-site.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';

export interface ServerOptions {
  /** Everything that the server keeps is in this folder. */
  readonly dataDir: string;
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Where readers and laptops reach this server; by default where it listens. */
  readonly publicUrl?: string;
  /** Name of a newsroom that is founded now; one that is there keeps its own. */
  readonly newsroom?: string;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly logger?: FastifyBaseLogger;
  readonly limits?: Partial<Limits>;
  /** How a published page is read back; by default over HTTP. */
  readonly readPage?: ReadPage;
  /** Take the caller's address from X-Forwarded-For: only behind a proxy of ours. */
  readonly behindProxy?: boolean;
}

export interface Server {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly newsroom: Newsroom;
  /** Publishes and proves what is claimed, and returns when that is done. */
  readonly settleOutlets: () => Promise<void>;
  /** Takes no new requests, finishes those under way, closes the store. */
  readonly close: () => Promise<void>;
}

export interface RunningServer extends Server {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
}

/** Says what program this is; raised with package.json. */
export const SERVER_VERSION = '0.1.0';

const SWEEP_MS = 86_400_000;
/** How long requests under way may take to finish when the server ends. */
const GRACE_MS = 5_000;

/** The server without a socket: `app.inject` reaches every route. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { dataDir, clock = () => new Date(), random = randomBytes } = options;
  let publicUrl = trimmed(options.publicUrl ?? 'http://127.0.0.1');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const app = fastify({
    ...(options.logger === undefined ? { logger: false } : { loggerInstance: options.logger }),
    bodyLimit: HTTP_LIMITS.bodyBytes,
    trustProxy: options.behindProxy ?? false,
    requestIdHeader: false,
    genReqId: () => Buffer.from(random(8)).toString('hex'),
    forceCloseConnections: 'idle',
    // Fastify would answer in its own words.
    return503OnClosing: false,
    frameworkErrors: answerError,
    routerOptions: { maxParamLength: 200 },
  });
  const store = openSqliteStore({
    file: join(dataDir, 'newsroom.sqlite'),
    siteUrl: () => publicUrl,
    onSlow: (query, milliseconds) =>
      app.log.warn({ query: query.trim(), milliseconds }, 'a slow query'),
  });
  const newsroom: Newsroom = {
    store,
    clock,
    newId: idsFrom(clock, random),
    signer: openSigner(dataDir, random),
  };
  const name = await foundNewsroom(newsroom, random, options.newsroom);
  const media = openMediaStore(join(dataDir, 'photos'));
  const uploads = await openUploads(newsroom, media, join(dataDir, 'uploads'), random);
  const reads = siteReadsFrom(newsroom, media, { origin: () => publicUrl, newsroom: name });
  const alarm = (what: string, facts: object) => app.log.error({ ...facts, alarm: true }, what);
  const readPage = options.readPage ?? readPageByHttp;
  const outlet = outletWorker(() => publishPending({ newsroom, reads, readPage, alarm }), alarm);
  const signedIn = (request: FastifyRequest) =>
    authenticate(store, clock, request.headers.authorization);

  registerHeaders(app);
  refuseWhenEnding(app);
  registerErrors(app);
  const limits = await registerLimits(app, { ...DEFAULT_LIMITS, ...options.limits });
  await registerOpenApi(app, SERVER_VERSION);
  const handlers: ApiHandlers = {
    ...serviceRoutes(newsroom, SERVER_VERSION),
    ...peopleRoutes(newsroom, random),
    ...syncRoutes(newsroom),
    ...deskRoutes(newsroom, () => outlet.wake()),
  };
  registerRoutes(app, handlers, { authenticate: signedIn, limits });
  registerPhotos(app, newsroom, media, uploads, signedIn);
  await registerLive(app, store, clock, signedIn);
  registerSite(app, reads);
  app.addHook('onListen', async () => {
    if (options.publicUrl === undefined) publicUrl = listeningAt(app);
    // What a crash left half way goes on.
    outlet.wake();
  });
  const sweep = setInterval(() => {
    uploads
      .sweep()
      .catch((thrown: unknown) => alarm('old uploads could not be removed', { err: thrown }));
  }, SWEEP_MS);
  sweep.unref();
  await app.ready();

  return {
    app,
    store,
    newsroom,
    settleOutlets: () => outlet.settle(),
    close: async () => {
      clearInterval(sweep);
      // A reader who never finishes must not keep the server from ending.
      const impatient = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
      await app.close();
      clearTimeout(impatient);
      await outlet.stop();
      await store.close();
    },
  };
}

/** Listens. @throws when the port is taken */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = await createServer(options);
  try {
    await server.app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
  } catch (thrown) {
    await server.close();
    throw thrown;
  }
  return { ...server, url: listeningAt(server.app) };
}

/** Whoever comes while the server ends is told to come again, and the connection is closed. */
function refuseWhenEnding(app: FastifyInstance): void {
  let ending = false;
  app.addHook('preClose', async () => {
    ending = true;
  });
  app.addHook('onRequest', async (_request, reply) => {
    if (!ending) return;
    reply.header('connection', 'close');
    throw new RedaksiError('OFFLINE', 'the server is ending: try again later');
  });
}

function listeningAt(app: FastifyInstance): string {
  const [address] = app.addresses();
  if (typeof address !== 'object') throw new Error('the server does not listen on a port');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '');
}
