/**
 * Keeps one core running: starts it, starts it again when it dies, gives windows their connections, answers what core
 * asks of the shell (secrets), and ends it in order.
 */
import type { MessagePortMain } from 'electron';
import { fromCoreSchema, type FromCore } from '#shared/contract/core-process.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import type { Log } from '../log.ts';
import type { SecretStore } from '../secrets.ts';
import type { CoreProcess } from './core-process.ts';
import { createQuestions } from './questions.ts';
import { restartDelay } from './restart-rule.ts';

export interface CoreBroker {
  /** A new connection to core, once core is ready. Rejects with CORE_GONE when it does not come up in time. */
  readonly connect: () => Promise<MessagePortMain>;
  readonly renderPreview: (story: StoryId) => Promise<string | null>;
  /** The newsroom's server, or null before the first sign-in. */
  readonly server: () => Promise<string | null>;
  /** Core died; it is being started again. */
  readonly onGone: (listener: () => void) => void;
  /** Lets core commit and end. Resolves when it has ended, by itself or not. */
  readonly stop: () => Promise<void>;
}

export interface CoreBrokerOptions {
  readonly start: () => CoreProcess;
  readonly secrets: SecretStore;
  readonly log: Log;
  readonly now?: () => number;
  readonly patience?: Partial<typeof PATIENCE>;
}

/** How long main waits for core, in milliseconds. */
const PATIENCE = { start: 30_000, connect: 15_000, answer: 15_000, stop: 8_000 } as const;

interface Running {
  readonly process: CoreProcess;
  readonly ready: PromiseWithResolvers<void>;
  readonly exited: PromiseWithResolvers<void>;
}

export function startCoreBroker(options: CoreBrokerOptions): CoreBroker {
  const { start, secrets, log, now = Date.now } = options;
  const patience = { ...PATIENCE, ...options.patience };
  const questions = createQuestions(patience.answer);
  const goneListeners: (() => void)[] = [];
  const restarts: number[] = [];
  let stopping = false;
  let connections = 0;
  /** Null between a death and the next start. */
  let running: Running | null = launch();

  return {
    connect: async () => {
      const current = await readyCore();
      connections += 1;
      return current.process.connect(connections);
    },
    renderPreview: async (story) => {
      const { process } = await readyCore();
      return await questions.ask((id) => process.send({ control: 'render-preview', id, story }));
    },
    server: async () => {
      const { process } = await readyCore();
      return await questions.ask((id) => process.send({ control: 'server-get', id }));
    },
    onGone: (listener) => void goneListeners.push(listener),
    stop: async () => {
      stopping = true;
      if (running === null) return;
      const { process, exited } = running;
      process.send({ control: 'shutdown' });
      if (await within(exited.promise, patience.stop)) return;
      log.warn({}, 'core did not end in time');
      process.kill();
      // What is committed is safe in any case; SQLite needs no farewell.
      await within(exited.promise, 1_000);
    },
  };

  function launch(): Running {
    const current: Running = {
      process: start(),
      ready: Promise.withResolvers(),
      exited: Promise.withResolvers(),
    };
    current.ready.promise.catch(() => undefined);
    current.process.onMessage((message) => {
      const parsed = fromCoreSchema.safeParse(message);
      if (parsed.success) void hear(current, parsed.data);
      else log.warn({}, 'core said something that is not understood');
    });
    current.process.onExit((code) => died(current, code));
    void (async () => {
      if (await within(settled(current.ready.promise), patience.start)) return;
      log.error({}, 'core did not get ready in time');
      current.process.kill();
    })();
    return current;
  }

  async function hear({ process, ready }: Running, message: FromCore): Promise<void> {
    switch (message.control) {
      case 'ready':
        ready.resolve();
        return;
      case 'secret-get': {
        const secret = await secrets.get(message.name);
        process.send({ control: 'secret', id: message.id, ...secret });
        return;
      }
      case 'secret-set': {
        const secret = await secrets.set(message.name, message.value);
        process.send({ control: 'secret', id: message.id, ...secret });
        return;
      }
      case 'preview':
        questions.answer(message.id, message.html);
        return;
      case 'server':
        questions.answer(message.id, message.url);
        return;
      case 'log': {
        const level = message.level === 'debug' ? 'info' : message.level;
        log[level]({ ...message.fields, of: 'core' }, message.message);
        return;
      }
      case 'stopped':
        log.info({}, 'core has committed everything and ends');
        return;
    }
  }

  function died(current: Running, code: number | null): void {
    current.ready.reject(new RedaksiError('CORE_GONE', 'core ended'));
    current.exited.resolve();
    running = null;
    questions.abandon();
    if (stopping) return;
    const delay = restartDelay(restarts, now());
    log.error({ code, delay }, 'core ended unexpectedly; it is started again');
    for (const listener of goneListeners) listener();
    setTimeout(() => {
      if (stopping) return;
      restarts.push(now());
      running = launch();
    }, delay);
  }

  /** The running core when it is ready; waits over a restart, and not for ever. */
  async function readyCore(): Promise<Running> {
    const until = now() + patience.connect;
    const worthWaiting = (): boolean => !stopping && now() < until;
    while (worthWaiting()) {
      const current = running;
      if (current !== null && (await becameReady(current, until - now()))) return current;
      await pause(20);
    }
    throw new RedaksiError('CORE_GONE', 'core does not answer');
  }

  async function becameReady(current: Running, milliseconds: number): Promise<boolean> {
    return await within(current.ready.promise, milliseconds).catch(() => false);
  }
}

/** True when it happened in time. Rejects when it failed. */
async function within(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), milliseconds);
  try {
    return await Promise.race([promise.then(() => true), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function settled(promise: Promise<unknown>): Promise<void> {
  await promise.catch(() => undefined);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}
