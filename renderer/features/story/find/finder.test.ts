import { describe, expect, it } from 'vitest';
import { search, type Query } from '#shared/domain/find/search.ts';
import type { SearchQuestion, SearchReply } from './find-worker.ts';
import { createFinder, type SearchThread } from './finder.ts';

const QUERY: Query = { text: 'a', matchCase: false, wholeWord: false, pattern: false };

/** Threads that answer when told to, and a clock that is wound by hand. */
function scene() {
  const threads: {
    questions: SearchQuestion[];
    ended: boolean;
    reply: (r: SearchReply | null) => void;
  }[] = [];
  let due: (() => void) | null = null;
  const finder = createFinder(
    (reply): SearchThread => {
      const thread = { questions: [] as SearchQuestion[], ended: false, reply };
      threads.push(thread);
      return {
        ask: (question) => void thread.questions.push(question),
        end: () => {
          thread.ended = true;
        },
      };
    },
    {
      start: (run) => (due = run),
      stop: () => (due = null),
    },
  );
  const answer = (thread: number): void => {
    const { questions, reply } = threads[thread] ?? { questions: [], reply: () => undefined };
    const question = questions.at(-1);
    if (question === undefined) return;
    const { id, query, texts, language } = question;
    reply({ id, answer: search(query, texts, language) });
  };
  return { finder, threads, answer, wait: () => due?.() };
}

describe('the finder', () => {
  it('answers with what was found, and keeps its thread', async () => {
    const { finder, threads, answer } = scene();
    for (const text of ['a', 'aa']) {
      const asked = finder.find(QUERY, [text], 'id');
      answer(0);
      expect(await asked).toMatchObject({
        matches: Array.from({ length: text.length }, () => ({ text: 0 })),
      });
    }
    expect(threads).toHaveLength(1);
  });

  it('breaks a slow question off and goes on with a new thread', async () => {
    const { finder, threads, answer, wait } = scene();
    const slow = finder.find(QUERY, ['a'], 'id');
    wait();
    expect(await slow).toEqual({ problem: 'slow' });
    expect(threads[0]?.ended).toBe(true);
    const next = finder.find(QUERY, ['a'], 'id');
    answer(1);
    expect(await next).toHaveProperty('matches');
  });

  it('answers the newest question only', async () => {
    const { finder, threads, answer } = scene();
    const first = finder.find(QUERY, ['a'], 'id');
    const second = finder.find({ ...QUERY, text: 'b' }, ['b'], 'id');
    expect(await first).toEqual({ problem: 'superseded' });
    // The first thread comes too late to be heard.
    answer(0);
    answer(1);
    expect(await second).toMatchObject({ matches: [{ text: 0 }] });
    expect(threads.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('says so when the thread breaks, and ends with the bar', async () => {
    const { finder, threads } = scene();
    const broken = finder.find(QUERY, ['a'], 'id');
    threads[0]?.reply(null);
    expect(await broken).toEqual({ problem: 'slow' });
    const open = finder.find(QUERY, ['a'], 'id');
    finder.close();
    expect(await open).toEqual({ problem: 'superseded' });
    expect(threads[1]?.ended).toBe(true);
  });
});
