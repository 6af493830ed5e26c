/** Asks the spelling worker, and remembers what it said: a word is asked once. */
import type { WordLanguage } from '#shared/domain/word-list.ts';
import type { AskedWord } from './engine/speller.ts';
import type { SpellingAnswer, SpellingQuestion } from './protocol.ts';

/** The part of a worker that the checker needs. */
export interface SpellingWorker {
  readonly postMessage: (question: SpellingQuestion) => void;
  addEventListener(kind: 'message', listener: (event: MessageEvent<SpellingAnswer>) => void): void;
  addEventListener(kind: 'error', listener: () => void): void;
}

export interface Checker {
  /** For each word, whether it is right. When there is no speller, all are. */
  check(language: WordLanguage, words: readonly AskedWord[]): Promise<readonly boolean[]>;
  suggest(language: WordLanguage, word: string): Promise<readonly string[]>;
  /** The newsroom's list; what was said before is asked again. */
  setListed(language: WordLanguage, words: readonly string[]): void;
}

/** Words remembered, at most: a newsroom's vocabulary of a day, many times over. */
const MOST_REMEMBERED = 50_000;

export function createChecker(newWorker: () => SpellingWorker = spellingWorker): Checker {
  let worker: SpellingWorker | null = null;
  let hasFailed = false;
  let n = 0;
  let remembered = new Map<string, boolean>();
  const lists = new Map<WordLanguage, readonly string[]>();
  const waiting = new Map<number, (answer: SpellingAnswer) => void>();

  const fail = (): void => {
    hasFailed = true;
    for (const settle of waiting.values()) settle({ kind: 'failed' });
    waiting.clear();
  };
  /** Not before the first story is open: the dictionaries take a fifth of a second, and memory. */
  const started = (): SpellingWorker => {
    if (worker !== null) return worker;
    const fresh = newWorker();
    worker = fresh;
    fresh.addEventListener('error', fail);
    fresh.addEventListener('message', ({ data: answer }) => {
      if (answer.kind === 'failed') {
        fail();
        return;
      }
      waiting.get(answer.n)?.(answer);
      waiting.delete(answer.n);
    });
    for (const [language, words] of lists) fresh.postMessage({ kind: 'list', language, words });
    return fresh;
  };
  const ask = (question: Exclude<SpellingQuestion, { kind: 'list' }>): Promise<SpellingAnswer> => {
    if (hasFailed) return Promise.resolve({ kind: 'failed' });
    const to = started();
    return new Promise((resolve) => {
      waiting.set(question.n, resolve);
      to.postMessage(question);
    });
  };

  return {
    check: async (language, words) => {
      const memory = remembered;
      const unknown = new Map<string, AskedWord>();
      for (const word of words) {
        const key = keyOf(language, word);
        if (!memory.has(key)) unknown.set(key, word);
      }
      if (unknown.size > 0) {
        n += 1;
        const answer = await ask({ kind: 'check', n, language, words: [...unknown.values()] });
        if (answer.kind !== 'check') return words.map(() => true);
        if (memory.size > MOST_REMEMBERED) memory.clear();
        for (const [at, key] of [...unknown.keys()].entries()) {
          memory.set(key, answer.right[at] ?? true);
        }
      }
      return words.map((word) => memory.get(keyOf(language, word)) ?? true);
    },
    suggest: async (language, word) => {
      n += 1;
      const answer = await ask({ kind: 'suggest', n, language, word });
      return answer.kind === 'suggest' ? answer.words : [];
    },
    setListed: (language, words) => {
      lists.set(language, words);
      // Answers on their way were given by the old list: they go into the old memory.
      remembered = new Map();
      worker?.postMessage({ kind: 'list', language, words });
    },
  };
}

function keyOf(language: WordLanguage, { word, inside, foreign }: AskedWord): string {
  return `${language}${inside ? 'i' : 's'}${foreign ? 'f' : 'o'}${word}`;
}

function spellingWorker(): SpellingWorker {
  return new Worker(new URL('./spelling-worker.ts', import.meta.url), {
    type: 'module',
    name: 'ejaan',
  });
}
