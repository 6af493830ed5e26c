/** Asks the search worker: the newest question only, and never for longer than a person waits. */
import type { Query, SearchAnswer } from '#shared/domain/find/search.ts';
import type { SearchQuestion, SearchReply } from './find-worker.ts';

/** A thread that searches. `onReply` is null when it broke. */
export interface SearchThread {
  readonly ask: (question: SearchQuestion) => void;
  readonly end: () => void;
}
export type StartThread = (onReply: (reply: SearchReply | null) => void) => SearchThread;

/** `slow`: broken off; `superseded`: a newer question was asked meanwhile. */
export type FindAnswer = SearchAnswer | { readonly problem: 'slow' | 'superseded' };

export interface Finder {
  readonly find: (query: Query, texts: readonly string[], language: string) => Promise<FindAnswer>;
  readonly close: () => void;
}

interface Timers {
  readonly start: (run: () => void, ms: number) => unknown;
  readonly stop: (timer: unknown) => void;
}

/** Longer than that nobody waits for a search: the pattern is to be made simpler. */
export const MOST_MS = 4_000;

export function createFinder(
  startThread: StartThread = startWorker,
  timers: Timers = {
    start: (run, ms) => setTimeout(run, ms),
    stop: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  },
): Finder {
  let thread: SearchThread | null = null;
  let asked = 0;
  let waiting: ((answer: FindAnswer) => void) | null = null;
  let timer: unknown;

  const settle = (answer: FindAnswer): void => {
    timers.stop(timer);
    const settled = waiting;
    waiting = null;
    settled?.(answer);
  };
  const breakOff = (problem: 'slow' | 'superseded'): void => {
    thread?.end();
    thread = null;
    settle({ problem });
  };
  const started = (): SearchThread =>
    startThread((reply) => {
      if (reply === null) breakOff('slow');
      else if (reply.id === asked) settle(reply.answer);
    });
  return {
    find: (query, texts, language) => {
      // A question still at work is broken off: nobody waits for its answer any more.
      if (waiting !== null) breakOff('superseded');
      asked += 1;
      const id = asked;
      thread ??= started();
      const { ask } = thread;
      return new Promise((resolve) => {
        waiting = resolve;
        timer = timers.start(() => breakOff('slow'), MOST_MS);
        ask({ id, query, texts, language });
      });
    },
    close: () => breakOff('superseded'),
  };
}

function startWorker(onReply: (reply: SearchReply | null) => void): SearchThread {
  const worker = new Worker(new URL('./find-worker.ts', import.meta.url), {
    type: 'module',
    name: 'find',
  });
  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => onReply(data));
  worker.addEventListener('error', () => onReply(null));
  return { ask: (question) => worker.postMessage(question), end: () => worker.terminate() };
}
