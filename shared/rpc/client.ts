/** The window's end of a connection to core: typed calls and events over a Port. */
import type {
  CoreEvent,
  CoreEventPayload,
  CoreInput,
  CoreMethod,
  CoreOutput,
} from '../contract/core.ts';
import { fromWireError, RedaksiError } from '../contract/errors.ts';
import { frameSchema, RPC_PROTOCOL, type Port } from './frames.ts';

/** The part of an AbortSignal that a call needs; this folder has no DOM types. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface CallOptions {
  readonly signal?: CancelSignal;
}

/** How a window talks to core, whatever lies between. */
export interface CoreClient {
  /** Rejects with a RedaksiError of the closed list; CORE_GONE when core ended during the call. */
  call<Method extends CoreMethod>(
    method: Method,
    input: CoreInput<Method>,
    options?: CallOptions,
  ): Promise<CoreOutput<Method>>;
  /** Gives back how to stop listening. */
  on<Event extends CoreEvent>(
    event: Event,
    listener: (payload: CoreEventPayload<Event>) => void,
  ): () => void;
}

/** One connection: it ends when its port closes, and stays ended. */
export interface CoreConnection extends CoreClient {
  /** Resolves when core has said hello in our protocol; rejects with PROTOCOL or CORE_GONE. */
  readonly ready: Promise<void>;
  onClose(listener: () => void): void;
  close(): void;
}

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: RedaksiError) => void;
}

/** Connects to core. `complain` takes what should never happen: frames not understood, listeners that throw. */
export function createCoreClient(
  port: Port,
  complain: (message: string, cause?: unknown) => void = () => undefined,
): CoreConnection {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const closeListeners: (() => void)[] = [];
  let nextId = 1;
  let ended: RedaksiError | null = null;
  const greeting = Promise.withResolvers<void>();
  // Whoever calls sees the same failure on the call; nobody is forced to wait for `ready`.
  greeting.promise.catch(() => undefined);

  port.onFrame((received) => {
    const parsed = frameSchema.safeParse(received);
    if (!parsed.success) {
      complain('a frame from core was not understood', parsed.error);
      return;
    }
    const frame = parsed.data;
    switch (frame.type) {
      case 'hello':
        if (frame.protocol === RPC_PROTOCOL) greeting.resolve();
        else end(new RedaksiError('PROTOCOL', `core speaks protocol ${frame.protocol}`));
        break;
      case 'res':
        settle(frame.id)?.resolve(frame.output);
        break;
      case 'fail':
        settle(frame.id)?.reject(fromWireError(frame.error));
        break;
      case 'evt':
        tell(frame.event, frame.payload);
        break;
      case 'req':
      case 'cancel':
        complain(`core sent what only a window sends: ${frame.type}`);
        break;
    }
  });
  port.onClose(() => end(new RedaksiError('CORE_GONE', 'the connection to core closed')));
  port.send({ type: 'hello', protocol: RPC_PROTOCOL });

  return {
    ready: greeting.promise,
    call: (method, input, options = {}) =>
      new Promise((resolve, reject) => {
        const { signal } = options;
        if (ended !== null) return reject(ended);
        if (signal?.aborted === true) return reject(cancelled());
        const id = nextId++;
        const abort = (): void => {
          if (settle(id) === undefined) return;
          port.send({ type: 'cancel', id });
          reject(cancelled());
        };
        const stopListening = (): void => signal?.removeEventListener('abort', abort);
        waiting.set(id, {
          resolve: (output) => {
            stopListening();
            resolve(output as CoreOutput<typeof method>);
          },
          reject: (error) => {
            stopListening();
            reject(error);
          },
        });
        signal?.addEventListener('abort', abort);
        try {
          port.send({ type: 'req', id, method, input });
        } catch (cause) {
          complain(`the input of ${method} can't be sent`, cause);
          settle(id)?.reject(new RedaksiError('INVALID', `the input of ${method} can't be sent`));
        }
      }),
    on: (event, listener) => {
      const ofEvent = listeners.get(event) ?? new Set();
      listeners.set(event, ofEvent);
      ofEvent.add(listener);
      return () => void ofEvent.delete(listener);
    },
    onClose: (listener) => {
      if (ended === null) closeListeners.push(listener);
      else listener();
    },
    close: () => {
      end(new RedaksiError('CORE_GONE', 'the window closed its connection'));
      port.close();
    },
  };

  function settle(id: number): Waiting | undefined {
    // An answer to a call that was cancelled finds nobody waiting: normal.
    const found = waiting.get(id);
    waiting.delete(id);
    return found;
  }

  function tell(event: string, payload: unknown): void {
    for (const listener of listeners.get(event) ?? []) {
      try {
        listener(payload as never);
      } catch (cause) {
        complain(`a listener of ${event} threw`, cause);
      }
    }
  }

  /** Ends the connection once: no call is left waiting for ever. */
  function end(reason: RedaksiError): void {
    if (ended !== null) return;
    ended = reason;
    greeting.reject(reason);
    for (const call of waiting.values()) call.reject(reason);
    waiting.clear();
    for (const listener of closeListeners) listener();
  }
}

function cancelled(): RedaksiError {
  return new RedaksiError('CANCELLED', 'the caller no longer waits');
}
