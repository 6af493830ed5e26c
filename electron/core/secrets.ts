/** Where the device token lives: the shell seals it with the system's keychain; core never writes it to disk itself. */
export interface Secrets {
  get(name: string): Promise<{ readonly value: string | null; readonly kept: boolean }>;
  /** null forgets it. `kept` is false when it lives only as long as the program. */
  set(name: string, value: string | null): Promise<{ readonly kept: boolean }>;
}

/** Where there is no keychain: the token ends with the process. */
export function memorySecrets(): Secrets {
  const values = new Map<string, string>();
  return {
    get: (name) => Promise.resolve({ value: values.get(name) ?? null, kept: false }),
    set: (name, value) => {
      if (value === null) values.delete(name);
      else values.set(name, value);
      return Promise.resolve({ kept: false });
    },
  };
}
