/** The simulated server: the real one without a socket, with a plug that can be pulled. */
import path from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import type { HttpRequest, HttpResponse } from '#core/sync/http.ts';
import { renewEpoch } from '#server/newsroom/found.ts';
import { createServer, type Server } from '#server/start.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { copyFolder, inject, NO_LIMITS, ORIGIN } from './template.ts';

export interface SimServer {
  readonly isUp: () => boolean;
  /** Rejects while it is down. */
  readonly serve: (request: HttpRequest) => Promise<HttpResponse>;
  /** It stands still in the middle of a publication: only a crash ends that. */
  readonly hangs: () => boolean;
  /** Pulls the plug. */
  readonly crash: () => Promise<void>;
  /** Ends it as an operator does. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Keeps a copy, as a nightly backup does. */
  readonly backUp: () => void;
  /** Begins again from the last backup, as an operator does after a broken disk; false when there is none. */
  readonly restore: () => Promise<boolean>;
  /** The running server, to look into its store. */
  readonly inside: () => Server;
  readonly folder: () => string;
}

export interface SimServerParts {
  readonly folder: string;
  readonly seed: number;
  readonly clock: () => Date;
  readonly chance: Chance;
  /** How often reading back a page never ends. */
  readonly pageHangs: () => number;
  readonly trouble: (what: string) => void;
}

export async function openSimServer(parts: SimServerParts): Promise<SimServer> {
  const random = chanceFrom(parts.seed).bytes;
  let folder = parts.folder;
  let lives = 0;
  let backup: string | null = null;
  let server: Server | null = null;
  let unhang: ((page: null) => void) | null = null;
  let onHang: () => void = () => undefined;

  async function readPage(url: string): Promise<string | null> {
    if (parts.chance.hits(parts.pageHangs())) {
      const hanging = new Promise<null>((resolve) => {
        unhang = resolve;
      });
      onHang();
      return hanging;
    }
    if (server === null) return null;
    const answer = await server.app.inject({ method: 'GET', url: new URL(url).pathname });
    return answer.statusCode === 200 ? answer.payload : null;
  }

  /** Until everything that a request set going is done, or hangs. */
  async function settleOutlets(): Promise<void> {
    const hung = new Promise<void>((resolve) => {
      onHang = resolve;
    });
    if (server !== null && unhang === null) await Promise.race([server.settleOutlets(), hung]);
  }

  async function start(): Promise<void> {
    if (server !== null) return;
    lives += 1;
    server = await createServer({
      dataDir: folder,
      clock: parts.clock,
      random,
      limits: NO_LIMITS,
      publicUrl: ORIGIN,
      readPage,
      logger: watch(parts.trouble),
    });
    await settleOutlets();
  }

  async function end(): Promise<void> {
    const old = server;
    server = null;
    unhang?.(null);
    unhang = null;
    await old?.close();
  }

  await start();
  return {
    isUp: () => server !== null,
    serve: async (request) => {
      if (server === null || unhang !== null) throw new Error('the server is down');
      const answer = await inject(server, request);
      await settleOutlets();
      if (answer.status === 500)
        parts.trouble(`the server failed inside: ${request.method} ${request.url}`);
      return answer;
    },
    hangs: () => unhang !== null,
    crash: async () => {
      folder = copyFolder(folder, path.join(path.dirname(parts.folder), `server.${String(lives)}`));
      await end();
    },
    stop: end,
    start,
    backUp: () => {
      backup = copyFolder(folder, path.join(path.dirname(parts.folder), `backup.${String(lives)}`));
    },
    restore: async () => {
      if (backup === null) return false;
      await end();
      folder = copyFolder(backup, path.join(path.dirname(parts.folder), `server.${String(lives)}`));
      await start();
      if (server !== null) await renewEpoch(server.newsroom, random);
      return true;
    },
    inside: () => {
      if (server === null) throw new Error('the server is down');
      return server;
    },
    folder: () => folder,
  };
}

function watch(trouble: (what: string) => void): FastifyBaseLogger {
  const quiet = () => undefined;
  const loud = (fields: unknown, message?: string) => {
    const err =
      typeof fields === 'object' && fields !== null && 'err' in fields ? fields.err : undefined;
    const detail = err instanceof Error ? (err.stack ?? err.message) : JSON.stringify(fields);
    trouble(`the server logged an error: ${message ?? ''} ${detail}`);
  };
  const logger = {
    level: 'info',
    silent: quiet,
    trace: quiet,
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: loud,
    fatal: loud,
    child: () => logger,
  } as unknown as FastifyBaseLogger;
  return logger;
}
