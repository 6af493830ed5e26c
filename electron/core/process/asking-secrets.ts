/** The shell keeps the secrets; core asks for them by message. */
import type { FromCore, ToCore } from '#shared/contract/core-process.ts';
import type { Secrets } from '../secrets.ts';

type Answer = Extract<ToCore, { control: 'secret' }>;

export interface AskingSecrets {
  readonly secrets: Secrets;
  answered(answer: Answer): void;
}

export function askingSecrets(send: (message: FromCore) => void): AskingSecrets {
  const asked = new Map<number, (answer: Answer) => void>();
  let last = 0;
  const ask = (question: (id: number) => FromCore): Promise<Answer> =>
    new Promise((resolve) => {
      last += 1;
      asked.set(last, resolve);
      send(question(last));
    });
  return {
    secrets: {
      get: (name) => ask((id) => ({ control: 'secret-get', id, name })),
      set: (name, value) => ask((id) => ({ control: 'secret-set', id, name, value })),
    },
    answered: (answer) => {
      asked.get(answer.id)?.(answer);
      asked.delete(answer.id);
    },
  };
}
