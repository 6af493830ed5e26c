/**
 * The login token's safe place. SECURITY: a secret is written only when the system's key store encrypts it; where it
 * can't (a Linux desktop without one), it lives in memory and the window says so. It is never on disk as plain text.
 */
import path from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';

/** The system's encryption, or null where there is none to trust. */
export interface Sealer {
  seal(text: string): Promise<Buffer>;
  open(sealed: Buffer): Promise<string>;
}

export interface Secret {
  readonly value: string | null;
  /** False: forgotten when the program ends. */
  readonly kept: boolean;
}

export interface SecretStore {
  get(name: string): Promise<Secret>;
  set(name: string, value: string | null): Promise<Secret>;
}

const fileSchema = z.record(z.string(), z.base64());

export function openSecrets(folder: string, findSealer: () => Promise<Sealer | null>): SecretStore {
  const file = path.join(folder, 'secrets.json');
  const inMemory = new Map<string, string>();
  let turn: Promise<unknown> = Promise.resolve();

  return {
    get: (name) =>
      inTurn(async () => {
        const remembered = inMemory.get(name);
        if (remembered !== undefined) return { value: remembered, kept: false };
        const sealer = await findSealer();
        const sealed = (await readJsonFile(file, fileSchema))?.[name];
        if (sealer === null || sealed === undefined) return { value: null, kept: sealer !== null };
        try {
          return { value: await sealer.open(Buffer.from(sealed, 'base64')), kept: true };
        } catch {
          // Another machine's key, or a key store that was reset: sign in again.
          return { value: null, kept: true };
        }
      }),
    set: (name, value) =>
      inTurn(async () => {
        const sealer = await findSealer();
        const { [name]: _former, ...others } = (await readJsonFile(file, fileSchema)) ?? {};
        inMemory.delete(name);
        if (value === null || sealer === null) {
          // Even where nothing can be kept, what was kept before must go.
          if (_former !== undefined) await writeJsonFile(file, others);
          if (value !== null) inMemory.set(name, value);
          return { value, kept: sealer !== null };
        }
        const sealed = (await sealer.seal(value)).toString('base64');
        await writeJsonFile(file, { ...others, [name]: sealed });
        return { value, kept: true };
      }),
  };

  /** One at a time: a read beside a write would lose one of two secrets. */
  function inTurn<Result>(step: () => Promise<Result>): Promise<Result> {
    const mine = turn.then(step);
    turn = mine.catch(() => undefined);
    return mine;
  }
}
