/** Asks the search worker: the newest question only, and never for longer than a person waits. */
import type { Query, SearchAnswer } from '#shared/domain/find/search.ts';
import type { SearchQuestion, SearchReply } from './find-worker.ts';

/** A thread that searches, one question after the other. */
export interface SearchThread {
  readonly ask: (question: SearchQuestion) => void;
  readonly end: () => void;
}
/** `ready`: it has started; `broken`: it never will again. */
export type ThreadNews = SearchReply | 'ready' | 'broken';
export type StartThread = (onNews: (news: ThreadNews) => void) => SearchThread;

/** `slow`: broken off; `broken`: no search is possible; `superseded`: a newer question was asked meanwhile. */
export type FindAnswer = SearchAnswer | { readonly problem: 'slow' | 'broken' | 'superseded' };

export interface Finder {
  readonly find: (query: Query, texts: readonly string[], language: string) => Promise<FindAnswer>;
  readonly close: () => void;
}

interface Timers {
  readonly start: (run: () => void, ms: number) => unknown;
  readonly stop: (timer: unknown) => void;
}

/** Longer than that nobody waits for a search: the pattern is to be made simpler. */
const MOST_MS = 4_000;
/** A question that nobody asks any more may hold the next one up for this long. */
const STALE_MS = 500;

export function createFinder(
  startThread: StartThread = startWorker,
  timers: Timers = {
    start: (run, ms) => setTimeout(run, ms),
    stop: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  },
): Finder {
  let thread: SearchThread | null = null;
  let ready = false;
  /** Questions that the thread has not answered. */
  let open = 0;
  let newest: SearchQuestion | null = null;
  let waiting: ((answer: FindAnswer) => void) | null = null;
  let timer: unknown;

  const settle = (answer: FindAnswer): void => {
    timers.stop(timer);
    const settled = waiting;
    waiting = null;
    settled?.(answer);
  };
  const end = (): void => {
    thread?.end();
    thread = null;
  };
  const breakOff = (problem: 'slow' | 'broken' | 'superseded'): void => {
    end();
    settle({ problem });
  };
  const ask = (): void => {
    if (newest === null) return;
    thread ??= start();
    open += 1;
    thread.ask(newest);
    watch();
  };
  /** The clock runs from when the thread can work: a slow laptop may take its time to start one. */
  const watch = (): void => {
    timers.stop(timer);
    if (!ready || waiting === null) return;
    if (open > 1) {
      timer = timers.start(() => {
        end();
        ask();
      }, STALE_MS);
    } else timer = timers.start(() => breakOff('slow'), MOST_MS);
  };
  const start = (): SearchThread => {
    ready = false;
    open = 0;
    let mine: SearchThread | null = null;
    mine = startThread((news) => {
      if (mine !== null && thread !== mine) return;
      if (news === 'broken') breakOff('broken');
      else if (news === 'ready') {
        ready = true;
        watch();
      } else {
        open -= 1;
        if (news.id === newest?.id) settle(news.answer);
        else watch();
      }
    });
    return mine;
  };
  let asked = 0;
  return {
    find: (query, texts, language) => {
      settle({ problem: 'superseded' });
      asked += 1;
      newest = { id: asked, query, texts, language };
      return new Promise((resolve) => {
        waiting = resolve;
        ask();
      });
    },
    close: () => breakOff('superseded'),
  };
}

function startWorker(onNews: (news: ThreadNews) => void): SearchThread {
  const worker = new Worker(new URL('./find-worker.ts', import.meta.url), {
    type: 'module',
    name: 'find',
  });
  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply | 'ready'>) =>
    onNews(data),
  );
  worker.addEventListener('error', () => onNews('broken'));
  return { ask: (question) => worker.postMessage(question), end: () => worker.terminate() };
}
