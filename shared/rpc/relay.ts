/**
 * Many windows over one process channel, for a runtime whose core is an external Node (no message port can reach it):
 * every frame travels in an envelope that names its window.
 */
import type { Port } from './frames.ts';

/** A frame on its way between main and core. Main moves it and never looks inside. */
export interface Envelope {
  readonly window: number;
  readonly frame: unknown;
}

export function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    'window' in message &&
    typeof message.window === 'number' &&
    'frame' in message
  );
}

/** Core's end of the relay. */
export interface RelayEnd {
  /** A window connected: its port. A second connection of the same window ends the first. */
  connect(window: number): Port;
  disconnect(window: number): void;
  deliver(envelope: Envelope): void;
  /** The channel ended: so did every connection over it. */
  disconnectAll(): void;
}

/** @param send puts an envelope on the process channel. */
export function createRelayEnd(send: (envelope: Envelope) => void): RelayEnd {
  const ports = new Map<number, RelayPort>();
  const disconnect = (window: number): void => {
    const port = ports.get(window);
    ports.delete(window);
    port?.end();
  };
  return {
    connect: (window) => {
      disconnect(window);
      const port = relayPort((frame) => send({ window, frame }));
      ports.set(window, port);
      return port;
    },
    disconnect,
    deliver: ({ window, frame }) => ports.get(window)?.take(frame),
    disconnectAll: () => {
      for (const port of ports.values()) port.end();
      ports.clear();
    },
  };
}

interface RelayPort extends Port {
  take(frame: unknown): void;
  end(): void;
}

function relayPort(send: (frame: unknown) => void): RelayPort {
  const frameListeners: ((frame: unknown) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  let open = true;
  const end = (): void => {
    if (!open) return;
    open = false;
    for (const listener of closeListeners) listener();
  };
  return {
    send: (frame) => {
      if (open) send(frame);
    },
    onFrame: (listener) => void frameListeners.push(listener),
    onClose: (listener) => void closeListeners.push(listener),
    close: end,
    take: (frame) => {
      if (open) for (const listener of frameListeners) listener(frame);
    },
    end,
  };
}
