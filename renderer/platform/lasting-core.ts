/**
 * A CoreClient that outlives core. Core may crash; main starts it again, and this connects again. A call that was
 * under way is rejected with CORE_GONE (it may or may not have been done: only its caller knows whether to ask again);
 * a call made while core is away waits for the next one. Listeners stay.
 */
import { RedaksiError } from '#shared/contract/errors.ts';
import {
  createCoreClient,
  type CallOptions,
  type CoreClient,
  type CoreConnection,
} from '#shared/rpc/client.ts';
import { CORE_EVENTS, type CoreEvent, type CoreEventPayload } from '#shared/contract/core.ts';
import type { Port } from '#shared/rpc/frames.ts';

export type CoreLink = 'there' | 'away' | 'wrong-version';

export interface LastingCoreOptions {
  readonly connect: () => Promise<Port>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface LastingCore {
  readonly core: CoreClient;
  /** The first connection stands. */
  readonly ready: Promise<void>;
  readonly onRestart: (listener: () => void) => () => void;
  readonly onLink: (listener: (link: CoreLink) => void) => () => void;
}

/** Pauses between attempts, in milliseconds; the last one repeats. */
const PAUSES = [50, 200, 500, 1_000, 2_000] as const;

const CORE_EVENT_NAMES = Object.keys(CORE_EVENTS) as CoreEvent[];

interface Subscription {
  readonly event: CoreEvent;
  readonly listener: (payload: never) => void;
}

export function connectLastingCore({ connect, wait }: LastingCoreOptions): LastingCore {
  const subscriptions = new Set<Subscription>();
  const restarts = new Set<() => void>();
  const links = new Set<(link: CoreLink) => void>();
  let connection = connectAgain();
  const ready = connection.then(() => undefined);
  // A page that can't start shows why from `ready` itself; later calls carry the same reason.
  ready.catch(() => undefined);

  return {
    core: {
      call: async (method, input, options: CallOptions = {}) => {
        const { signal } = options;
        if (signal?.aborted === true) throw new RedaksiError('CANCELLED', 'nobody waits any more');
        return (await connection).call(method, input, options);
      },
      on: (event, listener) => {
        const subscription: Subscription = { event, listener };
        subscriptions.add(subscription);
        return () => void subscriptions.delete(subscription);
      },
    },
    ready,
    onRestart: (listener) => {
      restarts.add(listener);
      return () => void restarts.delete(listener);
    },
    onLink: (listener) => {
      links.add(listener);
      return () => void links.delete(listener);
    },
  };

  /** Tries until core answers. Gives up only when it speaks another protocol: trying again can't help that. */
  async function connectAgain(): Promise<CoreConnection> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const client = createCoreClient(await connect(), complain);
        for (const event of CORE_EVENT_NAMES) client.on(event, (payload) => tell(event, payload));
        await client.ready;
        client.onClose(reconnect);
        return client;
      } catch (thrown) {
        if (thrown instanceof RedaksiError && thrown.code === 'PROTOCOL') {
          say('wrong-version');
          throw thrown;
        }
        await wait(PAUSES[Math.min(attempt, PAUSES.length - 1)] ?? 2_000);
      }
    }
  }

  function reconnect(): void {
    say('away');
    connection = connectAgain();
    void welcome(connection);
  }

  async function welcome(next: Promise<CoreConnection>): Promise<void> {
    try {
      await next;
    } catch {
      return; // `wrong-version` was said; every call carries the reason.
    }
    say('there');
    for (const listener of restarts) listener();
  }

  function say(link: CoreLink): void {
    for (const listener of links) listener(link);
  }

  function tell<Event extends CoreEvent>(event: Event, payload: CoreEventPayload<Event>): void {
    for (const subscription of subscriptions) {
      if (subscription.event !== event) continue;
      try {
        subscription.listener(payload as never);
      } catch (cause) {
        complain(`a listener of ${event} threw`, cause);
      }
    }
  }
}

function complain(message: string, cause?: unknown): void {
  console.error(message, cause);
}
