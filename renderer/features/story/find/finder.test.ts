import { describe, expect, it } from 'vitest';
import { search, type Query } from '#shared/domain/find/search.ts';
import type { SearchQuestion } from './find-worker.ts';
import { createFinder, type SearchThread, type ThreadNews } from './finder.ts';

const QUERY: Query = { text: 'a', matchCase: false, wholeWord: false, pattern: false };

interface TestThread {
  readonly questions: SearchQuestion[];
  ended: boolean;
  readonly tell: (news: ThreadNews) => void;
}

/** Threads that answer when told to, and a clock that is wound by hand. */
function scene() {
  const threads: TestThread[] = [];
  let due: (() => void) | null = null;
  const finder = createFinder(
    (tell): SearchThread => {
      const thread: TestThread = { questions: [], ended: false, tell };
      threads.push(thread);
      return {
        ask: (question) => void thread.questions.push(question),
        end: () => {
          thread.ended = true;
        },
      };
    },
    {
      start: (run) => {
        due = run;
        return run;
      },
      stop: (timer) => {
        if (timer === due) due = null;
      },
    },
  );
  return {
    finder,
    threads,
    tell: (thread: number, news: ThreadNews) => threads[thread]?.tell(news),
    /** The oldest question that the thread has. */
    answer: (thread: number): void => {
      const there = threads[thread];
      const question = there?.questions.shift();
      if (there === undefined || question === undefined) throw new Error('nothing was asked');
      const { id, query, texts, language } = question;
      there.tell({ id, answer: search(query, texts, language) });
    },
    wait: () => due?.(),
    clockRuns: () => due !== null,
  };
}

describe('the finder', () => {
  it('answers with what was found, and keeps its thread', async () => {
    const { finder, threads, tell, answer } = scene();
    const first = finder.find(QUERY, ['a'], 'id');
    tell(0, 'ready');
    answer(0);
    expect(await first).toMatchObject({ matches: [{ text: 0 }] });
    const second = finder.find(QUERY, ['b'], 'id');
    answer(0);
    expect(await second).toEqual({ matches: [], more: false });
    expect(threads).toHaveLength(1);
  });

  it('waits for its thread to start, however long that takes, before the clock runs', async () => {
    const { finder, tell, answer, clockRuns } = scene();
    const asked = finder.find(QUERY, ['a'], 'id');
    expect(clockRuns()).toBe(false);
    tell(0, 'ready');
    expect(clockRuns()).toBe(true);
    answer(0);
    expect(await asked).toHaveProperty('matches');
    expect(clockRuns()).toBe(false);
  });

  it('breaks a slow question off and goes on with a new thread', async () => {
    const { finder, threads, tell, answer, wait } = scene();
    const slow = finder.find(QUERY, ['a'], 'id');
    tell(0, 'ready');
    wait();
    expect(await slow).toEqual({ problem: 'slow' });
    expect(threads[0]?.ended).toBe(true);
    const next = finder.find(QUERY, ['a'], 'id');
    answer(1);
    expect(await next).toHaveProperty('matches');
  });

  it('answers the newest question only, on the same thread while it keeps up', async () => {
    const { finder, threads, tell, answer } = scene();
    const first = finder.find(QUERY, ['a'], 'id');
    const second = finder.find({ ...QUERY, text: 'b' }, ['b', 'b'], 'id');
    expect(await first).toEqual({ problem: 'superseded' });
    tell(0, 'ready');
    answer(0);
    answer(0);
    expect(await second).toMatchObject({ matches: [{ text: 0 }, { text: 1 }] });
    expect(threads).toHaveLength(1);
  });

  it('does not let a question that nobody asks any more hold up the next', async () => {
    const { finder, threads, tell, answer, wait } = scene();
    void finder.find(QUERY, ['a'], 'id');
    tell(0, 'ready');
    const second = finder.find({ ...QUERY, text: 'b' }, ['b'], 'id');
    wait();
    expect(threads.map(({ ended }) => ended)).toEqual([true, false]);
    // The ended thread comes too late to be heard.
    answer(0);
    tell(0, 'broken');
    answer(1);
    expect(await second).toMatchObject({ matches: [{ text: 0 }] });
  });

  it('says so when the thread breaks, and ends it with the bar', async () => {
    const { finder, threads, tell } = scene();
    const broken = finder.find(QUERY, ['a'], 'id');
    tell(0, 'broken');
    expect(await broken).toEqual({ problem: 'broken' });
    const open = finder.find(QUERY, ['a'], 'id');
    finder.close();
    expect(await open).toEqual({ problem: 'superseded' });
    expect(threads[1]?.ended).toBe(true);
  });
});
