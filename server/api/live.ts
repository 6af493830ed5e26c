/** The live connection only pokes: "there is news up to seq n". Losing one costs latency, nothing else. */
import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { BYTE_ROUTES } from '#shared/contract/http.ts';
import type { Clock } from '../environment.ts';
import { sessionByHash, type Session } from '../sessions.ts';
import type { Store } from '../store/store.ts';

/** A laptop that does not read is let go. */
const MOST_BUFFERED = 64_000;
const PING_MS = 30_000;
/** Of the range for applications: sign in again. */
export const CLOSE_SIGN_IN_REQUIRED = 4401;

export async function registerLive(
  app: FastifyInstance,
  store: Store,
  clock: Clock,
  authenticate: (request: FastifyRequest) => Promise<Session>,
): Promise<void> {
  await app.register(websocket, { options: { maxPayload: 1_024 } });
  const sessions = new WeakMap<FastifyRequest, Session>();
  await app.register(async (scope) => {
    scope.get(
      BYTE_ROUTES.live,
      {
        websocket: true,
        // SECURITY: before the connection is made.
        preValidation: async (request) => {
          sessions.set(request, await authenticate(request));
        },
      },
      (socket, request) => {
        const session = sessions.get(request);
        if (session === undefined) return socket.close(CLOSE_SIGN_IN_REQUIRED);
        const poke = async (head: number) => {
          if (socket.readyState !== socket.OPEN) return;
          // SECURITY: a token that ended ends its connection.
          if (!(await isValid(store, clock, session))) return socket.close(CLOSE_SIGN_IN_REQUIRED);
          if (socket.bufferedAmount > MOST_BUFFERED) return socket.terminate();
          socket.send(JSON.stringify({ head }));
        };
        const tell = (head: number) => {
          poke(head).catch((thrown: unknown) => {
            request.log.error({ err: thrown }, 'a poke failed');
            socket.terminate();
          });
        };
        const stop = store.onEvents(tell);
        const ping = setInterval(() => socket.ping(), PING_MS);
        ping.unref();
        // Laptops have nothing to say here.
        socket.on('message', () => socket.close(1008));
        socket.on('error', () => socket.terminate());
        socket.on('close', () => {
          stop();
          clearInterval(ping);
        });
        store.read((records) => records.events.head()).then(tell, () => socket.terminate());
      },
    );
  });
}

async function isValid(store: Store, clock: Clock, session: Session): Promise<boolean> {
  return store
    .read((records) => sessionByHash(records, clock(), session.tokenHash))
    .then(
      () => true,
      () => false,
    );
}
