/** What the command refuses, as one sentence and an exit code. */
import type { Language } from './language.ts';

/** 2: the input or the call is wrong and nothing was written. 1: the input was fine and the work failed. */
export type ExitCode = 1 | 2;

/** Thrown for anything that ends the command early; its sentence is all that the user sees. */
export class Refusal extends Error {
  readonly exitCode: ExitCode;
  readonly sentence: Readonly<Record<Language, string>>;

  constructor(exitCode: ExitCode, sentence: Readonly<Record<Language, string>>) {
    super(sentence.en);
    this.name = 'Refusal';
    this.exitCode = exitCode;
    this.sentence = sentence;
  }
}

/** The input or the call is wrong. */
export function refuse(id: string, en: string): Refusal {
  return new Refusal(2, { id, en });
}

/** The work failed. */
export function failed(id: string, en: string): Refusal {
  return new Refusal(1, { id, en });
}
