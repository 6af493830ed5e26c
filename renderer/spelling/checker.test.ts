import { describe, expect, it } from 'vitest';
import { createChecker, type SpellingWorker } from './checker.ts';
import type { SpellingAnswer, SpellingQuestion } from './protocol.ts';

/** A worker in whose language only `salah` is wrong. */
function fakeWorker() {
  const questions: SpellingQuestion[] = [];
  let tell: (event: MessageEvent<SpellingAnswer>) => void = () => undefined;
  let breakDown: () => void = () => undefined;
  let isBroken = false;
  const worker: SpellingWorker = {
    postMessage: (question) => {
      questions.push(question);
      if (isBroken || question.kind === 'list') return;
      const { n } = question;
      const data: SpellingAnswer =
        question.kind === 'check'
          ? { kind: 'check', n, right: question.words.map(({ word }) => word !== 'salah') }
          : { kind: 'suggest', n, words: ['benar'] };
      queueMicrotask(() => tell({ data } as MessageEvent<SpellingAnswer>));
    },
    addEventListener: (
      ...[kind, listener]:
        | [kind: 'message', listener: (event: MessageEvent<SpellingAnswer>) => void]
        | [kind: 'error', listener: () => void]
    ) => {
      if (kind === 'message') tell = listener;
      else breakDown = listener;
    },
  };
  return {
    questions,
    worker,
    silence: () => {
      isBroken = true;
    },
    breakDown: () => breakDown(),
  };
}

const word = (text: string) => ({ word: text, inside: false, foreign: false });
const asked = (questions: readonly SpellingQuestion[]) =>
  questions.flatMap((question) =>
    question.kind === 'check' ? question.words.map((each) => each.word) : [],
  );

describe('the checker', () => {
  it('asks for a word once, and starts no worker before the first', async () => {
    const { questions, worker } = fakeWorker();
    let started = 0;
    const checker = createChecker(() => {
      started += 1;
      return worker;
    });
    checker.setListed('id', ['Prokopim']);
    expect(started).toBe(0);
    const first = await checker.check('id', [word('satu'), word('salah'), word('satu')]);
    expect(first).toEqual([true, false, true]);
    expect(await checker.check('id', [word('salah'), word('dua')])).toEqual([false, true]);
    expect(asked(questions)).toEqual(['satu', 'salah', 'dua']);
    expect(questions[0]).toEqual({ kind: 'list', language: 'id', words: ['Prokopim'] });
    expect(started).toBe(1);
  });

  it('asks again after the newsroom’s list changed, in the new list', async () => {
    const { questions, worker } = fakeWorker();
    const checker = createChecker(() => worker);
    await checker.check('id', [word('satu')]);
    checker.setListed('id', ['satu']);
    await checker.check('id', [word('satu')]);
    expect(questions.map(({ kind }) => kind)).toEqual(['check', 'list', 'check']);
  });

  it('keeps languages and places apart', async () => {
    const { questions, worker } = fakeWorker();
    const checker = createChecker(() => worker);
    await checker.check('id', [word('kata'), { ...word('kata'), inside: true }]);
    await checker.check('en', [word('kata')]);
    expect(asked(questions)).toHaveLength(3);
  });

  it('marks nothing when there is no speller: whoever waits is answered', async () => {
    const { worker, silence, breakDown } = fakeWorker();
    const checker = createChecker(() => worker);
    await checker.check('id', [word('satu')]);
    silence();
    const waiting = checker.check('id', [word('salah')]);
    breakDown();
    expect(await waiting).toEqual([true]);
    expect(await checker.suggest('id', 'salah')).toEqual([]);
  });
});
