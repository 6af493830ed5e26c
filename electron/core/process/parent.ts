/** Whoever started core: Electron's main by message ports, or main over an IPC channel of an external Node. */
import type { FromCore } from '#shared/contract/core-process.ts';
import type { Port } from '#shared/rpc/frames.ts';
import { emitterPort, type EmitterMessagePort } from '#shared/rpc/message-port.ts';
import { createRelayEnd, isEnvelope } from '#shared/rpc/relay.ts';

export interface Parent {
  send(message: FromCore): void;
  /** A `connect` brings the window's port along. */
  onControl(listener: (message: unknown, port: Port | null) => void): void;
  onGone(listener: () => void): void;
  /** Ends this process once everything that was sent has left it. */
  end(): void;
}

/** Electron's own part of `process` in a utility process; named by what we use of it. */
interface UtilityParentPort {
  postMessage(message: unknown): void;
  on(
    event: 'message',
    listener: (event: {
      readonly data: unknown;
      readonly ports: readonly EmitterMessagePort[];
    }) => void,
  ): void;
}

export function connectParent(): Parent {
  const { parentPort } = process as NodeJS.Process & { readonly parentPort?: UtilityParentPort };
  if (parentPort !== undefined) return utilityParent(parentPort);
  if (process.send === undefined)
    throw new Error('core is started by the workstation, not by hand');
  return relayParent();
}

function utilityParent(parentPort: UtilityParentPort): Parent {
  return {
    send: (message) => parentPort.postMessage(message),
    onControl: (listener) =>
      parentPort.on('message', ({ data, ports: [port] }) =>
        listener(data, port === undefined ? null : emitterPort(port)),
      ),
    // A utility process ends with its parent.
    onGone: () => undefined,
    end: () => process.exit(0),
  };
}

function relayParent(): Parent {
  const send = (message: object): void =>
    void process.send?.(message, undefined, undefined, () => undefined);
  const relay = createRelayEnd((envelope) => send(envelope));
  return {
    send,
    onControl: (listener) =>
      void process.on('message', (message: unknown) => {
        if (isEnvelope(message)) {
          relay.deliver(message);
          return;
        }
        const window = windowIn(message);
        if (window?.control === 'disconnect') relay.disconnect(window.window);
        listener(message, window?.control === 'connect' ? relay.connect(window.window) : null);
      }),
    onGone: (listener) => void process.on('disconnect', listener),
    end: () => {
      relay.disconnectAll();
      // The channel holds the process; without it, it ends by itself, after the last message has left.
      if (process.connected) process.disconnect();
      setTimeout(() => process.exit(0), 1_000).unref();
    },
  };
}

function windowIn(message: unknown): { readonly control: unknown; readonly window: number } | null {
  if (typeof message !== 'object' || message === null) return null;
  if (!('control' in message) || !('window' in message)) return null;
  return typeof message.window === 'number'
    ? { control: message.control, window: message.window }
    : null;
}
