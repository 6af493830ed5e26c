import { RedaksiError } from '#shared/contract/errors.ts';

/** Questions that main asked core and that wait for their answers. */
export interface Questions {
  ask<Answer>(put: (id: number) => void): Promise<Answer>;
  answer(id: number, answer: unknown): void;
  /** Core is gone: nobody waits for ever. */
  abandon(): void;
}

export function createQuestions(milliseconds: number): Questions {
  const waiting = new Map<
    number,
    { resolve: (answer: never) => void; reject: (e: Error) => void }
  >();
  let next = 1;
  return {
    ask: (put) =>
      new Promise((resolve, reject) => {
        const id = next++;
        const late = setTimeout(() => {
          waiting.delete(id);
          reject(new RedaksiError('CORE_GONE', 'core did not answer in time'));
        }, milliseconds);
        waiting.set(id, {
          resolve: (answer) => {
            clearTimeout(late);
            resolve(answer);
          },
          reject: (error) => {
            clearTimeout(late);
            reject(error);
          },
        });
        put(id);
      }),
    answer: (id, answer) => {
      waiting.get(id)?.resolve(answer as never);
      waiting.delete(id);
    },
    abandon: () => {
      for (const { reject } of waiting.values()) {
        reject(new RedaksiError('CORE_GONE', 'core ended before it answered'));
      }
      waiting.clear();
    },
  };
}
