/** The live connection: the server pokes when there is news. Losing it costs seconds, nothing else. */
import { WebSocket } from 'ws';
import { BYTE_ROUTES, pokeSchema } from '#shared/contract/http.ts';
import type { Peer } from './api.ts';

export interface LiveListener {
  /** There is news up to this place in the server's order. */
  readonly onPoke: (head: number) => void;
  readonly onClose: () => void;
}

/** Connects; gives back how to hang up. Never throws: a failure is a close. */
export type Live = (peer: Peer, listener: LiveListener) => () => void;

const CONNECT = 10_000;
const MAX_POKE = 1_024;

export const webSocketLive: Live = ({ server, token }, { onPoke, onClose }) => {
  const url = `${server.replace(/^http/, 'ws')}${BYTE_ROUTES.live}`;
  const socket = new WebSocket(url, {
    headers: { authorization: `Bearer ${token ?? ''}` },
    handshakeTimeout: CONNECT,
    maxPayload: MAX_POKE,
    followRedirects: false,
  });
  socket.on('message', (received: Buffer) => {
    const poke = readPoke(received.toString('utf8'));
    if (poke !== null) onPoke(poke);
  });
  // An error is always followed by a close.
  socket.on('error', () => undefined);
  socket.on('close', onClose);
  return () => {
    socket.off('close', onClose);
    socket.terminate();
  };
};

function readPoke(text: string): number | null {
  try {
    const parsed = pokeSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.head : null;
  } catch {
    return null;
  }
}
