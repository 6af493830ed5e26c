/**
 * The loop that keeps a laptop and the server together: one round at a time, sooner when something waits, later when the
 * server can't be reached. What is wrong is decided here once; everybody else reads the status.
 */
import type { SyncProblem, SyncStatus } from '#shared/contract/core.ts';
import { isoNow } from '../clock.ts';
import { commit } from '../context.ts';
import { backoff } from './backoff.ts';
import { downloadPhotos } from './download-photos.ts';
import { isFault, type SyncFault } from './fault.ts';
import { greet } from './greet.ts';
import type { Live } from './live.ts';
import { pull } from './pull.ts';
import { push, pushTexts, type PushHooks } from './push.ts';
import type { SignedIn, SyncContext } from './sync-context.ts';

export interface Sync {
  /** Starts the loop. */
  start(): void;
  /** A round now, whatever the back-off says; resolves when it is over. */
  now(): Promise<SyncStatus>;
  /** Something new waits: a round soon, unless the server can't be reached anyway. */
  kick(): void;
  status(): SyncStatus;
  /** Resolves when the first page after sign-in is here, or the round ended without one. */
  firstPage(): Promise<void>;
  /** Alone with the server: no round runs meanwhile. Faults reach the caller. */
  alone<Result>(act: (wire: Wire) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** What somebody who is alone with the server may do. */
export interface Wire {
  readonly peer: SignedIn;
  /** Pull, push, pull. Rejects with a SyncFault. */
  exchange(): Promise<void>;
}

/** Milliseconds. */
const POLL = 15_000;
const SOON = 150;
/** A merge makes a version that makes news: so many turns at most in one round. */
const TURNS = 6;

export function createSync(context: SyncContext, live: Live | null): Sync {
  const { store, clock, news, random, session, logger } = context;
  let running: Promise<void> | null = null;
  let tail: Promise<unknown> = Promise.resolve();
  let wanted = 0;
  let callOff: (() => void) | null = null;
  let hangUp: (() => void) | null = null;
  let greeted: string | null = null;
  let failures = 0;
  let offline = false;
  let problem: SyncProblem | null = null;
  let lastContact = store.meta.get('last-contact');
  let closed = false;
  let told = '';
  let onPage: () => void = () => undefined;

  const status = (): SyncStatus => {
    const { waiting, setAside } = store.outbox.counts();
    const pending = waiting + store.journal.stories().length;
    const isSignedIn = peer() !== null;
    const busy = running !== null && pending > 0;
    return {
      state: !isSignedIn ? 'paused' : offline ? 'offline' : busy ? 'sending' : 'idle',
      pending,
      setAside,
      lastContact,
      problem: problem ?? (store.db.damagedFile === null ? null : 'damaged-file'),
    };
  };
  const tell = (): void => {
    const payload = status();
    const text = JSON.stringify({ ...payload, lastContact: null });
    if (text === told) return;
    told = text;
    news.tell({ event: 'sync.changed', payload });
  };

  function peer(): SignedIn | null {
    const [server, token, person] = [session.server(), session.token(), session.person()];
    return server === null || token === null || person === null
      ? null
      : { server, token, person: person.id };
  }

  const hooks: PushHooks = {
    betweenPieces: async () => {
      // Somebody waits to be alone with the server, or the program ends: the upload goes on later.
      if (wanted > 0 || closed) return 'stop';
      const now = peer();
      // What was typed meanwhile overtakes the picture.
      if (now !== null) await pushTexts(context, now);
      tell();
      return 'go-on';
    },
  };

  async function exchange(to: SignedIn): Promise<void> {
    const { server } = to;
    if (greeted !== server) {
      await greet(context, to);
      greeted = server;
    }
    const problems = new Set<SyncProblem>();
    for (let turn = 0; turn < TURNS; turn += 1) {
      const pulled = await pull(context, to, () => onPage());
      for (const found of pulled.problems) problems.add(found);
      tell();
      if (!(await push(context, to, hooks))) break;
    }
    const [first = null] = problems;
    problem = first;
  }

  async function round(): Promise<void> {
    const to = peer();
    if (to === null || closed) return;
    try {
      await exchange(to);
      await downloadPhotos(context, to, hooks);
      reached();
      connectLive(to);
    } catch (thrown) {
      await failed(thrown, to);
    }
  }

  function reached(): void {
    failures = 0;
    offline = false;
    lastContact = isoNow(clock);
  }

  async function failed(thrown: unknown, to: SignedIn): Promise<void> {
    greeted = null;
    failures += 1;
    if (!isFault(thrown)) {
      problem = null;
      logger.error({ err: thrown }, 'a sync round failed inside');
      return;
    }
    logger.info({ fault: thrown.fault.kind, message: thrown.message }, 'a sync round ended early');
    const { kind } = thrown.fault;
    if (kind === 'signed-out') {
      // SECURITY: only our own server may end the login; a stranger at its address can't.
      const stranger = await greet(context, to).then(
        () => null,
        (other: unknown) => other,
      );
      if (stranger !== null) {
        await failed(stranger, to);
        return;
      }
      await session.tokenRefused(to.token);
      return;
    }
    offline = kind === 'unreachable' || kind === 'stranger' || kind === 'protocol';
    problem = problemOf(thrown);
  }

  function connectLive(to: SignedIn): void {
    if (live === null || hangUp !== null || closed) return;
    hangUp = live(to, {
      onPoke: (head) => {
        if (head > Number(store.meta.get('cursor') ?? '0')) schedule(0);
      },
      onClose: () => {
        hangUp = null;
      },
    });
  }

  /** Rounds and those who are alone with the server take turns. */
  function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = tail.then(act, act);
    tail = turn.catch(() => undefined);
    return turn;
  }

  function runRound(): Promise<void> {
    callOff?.();
    callOff = null;
    running ??= inTurn(async () => {
      tell();
      await round();
    }).finally(() => {
      running = null;
      tell();
      scheduleNext();
    });
    return running;
  }

  function schedule(milliseconds: number): void {
    if (closed) return;
    callOff?.();
    callOff = clock.after(milliseconds, () => {
      callOff = null;
      void runRound();
    });
  }

  function scheduleNext(): void {
    if (closed || callOff !== null) return;
    schedule(failures === 0 ? POLL : Math.max(SOON, backoff(failures, random())));
  }

  return {
    start: () => {
      void session.ready.then(() => schedule(0));
    },
    now: async () => {
      failures = 0;
      commit(context, () => {
        store.outbox.forgetBackoff();
        store.outbox.giveAnotherChance();
      });
      // A round that runs already may have passed what is new.
      if (running !== null) await running;
      await runRound();
      return status();
    },
    kick: () => {
      tell();
      if (!offline && peer() !== null) schedule(SOON);
    },
    status,
    firstPage: () =>
      new Promise((resolve) => {
        onPage = () => {
          onPage = () => undefined;
          resolve();
        };
        // The person may have changed: what we knew of the connection is void.
        hangUp?.();
        hangUp = null;
        greeted = null;
        failures = 0;
        void runRound().then(() => resolve());
      }),
    alone: async (act) => {
      wanted += 1;
      return inTurn(async () => {
        wanted -= 1;
        const to = peer();
        if (to === null) throw new SignedOut();
        try {
          const result = await act({ peer: to, exchange: () => exchange(to) });
          reached();
          return result;
        } catch (thrown) {
          if (isFault(thrown) && thrown.fault.kind !== 'refused') await failed(thrown, to);
          throw thrown;
        } finally {
          tell();
          schedule(SOON);
        }
      });
    },
    close: async () => {
      closed = true;
      callOff?.();
      hangUp?.();
      await tail;
    },
  };
}

/** Nobody is signed in: there is no server to be alone with. */
export class SignedOut extends Error {}

const NAMED = new Set<SyncProblem>(['server-behind', 'bad-signature']);

function problemOf({ fault, message }: SyncFault): SyncProblem | null {
  const named = [...NAMED].find((name) => name === message);
  if (named !== undefined) return named;
  switch (fault.kind) {
    case 'stranger':
      return 'stranger';
    case 'protocol':
      return 'protocol';
    case 'later':
      return 'server-busy';
    case 'unreachable':
    case 'refused':
    case 'signed-out':
      return null;
    default:
      return fault satisfies never;
  }
}
