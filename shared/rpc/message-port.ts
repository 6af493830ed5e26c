/**
 * Message ports as Ports. Two kinds exist: a page's and Node's (`addEventListener`, an event with `data`) and those of
 * Electron's processes (`on`, an event with `data`). Typed by what we use, so that this folder needs neither DOM nor Node.
 */
import type { Port } from './frames.ts';

/** A page's MessagePort; Node's has the same face. */
export interface EventTargetMessagePort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message' | 'close', listener: (event: object) => void): void;
  start(): void;
  close(): void;
}

/** Electron's MessagePortMain, in main and in a utility process. */
export interface EmitterMessagePort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

export function eventTargetPort(port: EventTargetMessagePort): Port {
  return asPort(port, {
    // Every message event has `data`; the DOM's own listener types would bring the DOM along.
    onMessage: (listener) =>
      port.addEventListener('message', (event) => listener(event as { readonly data: unknown })),
    onClose: (listener) => port.addEventListener('close', listener),
  });
}

export function emitterPort(port: EmitterMessagePort): Port {
  return asPort(port, {
    onMessage: (listener) => void port.on('message', listener),
    onClose: (listener) => void port.on('close', listener),
  });
}

interface Wiring {
  readonly onMessage: (listener: (event: { readonly data: unknown }) => void) => void;
  readonly onClose: (listener: () => void) => void;
}

/** Listens first and starts then: what came before anybody listened waits in the port, in order. */
function asPort(
  port: Pick<EventTargetMessagePort, 'postMessage' | 'start' | 'close'>,
  { onMessage, onClose }: Wiring,
): Port {
  return {
    send: (frame) => port.postMessage(frame),
    onFrame: (listener) => {
      onMessage(({ data }) => listener(data));
      port.start();
    },
    onClose,
    close: () => port.close(),
  };
}
