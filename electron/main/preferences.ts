/** Theme and language, kept by the shell so that the first paint is right. */
import path from 'node:path';
import { z } from 'zod';
import type { Preferences } from '#shared/contract/shell.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['id', 'en']),
}) satisfies z.ZodType<Preferences>;

export interface PreferenceStore {
  get(): Preferences;
  set(preferences: Preferences): Promise<void>;
}

/** @param locale the system's, for the first start: Indonesian unless the machine speaks English. */
export async function openPreferences(folder: string, locale: string): Promise<PreferenceStore> {
  const file = path.join(folder, 'preferences.json');
  let current: Preferences = (await readJsonFile(file, preferencesSchema)) ?? {
    theme: 'system',
    language: locale.startsWith('en') ? 'en' : 'id',
  };
  let written: Promise<void> = Promise.resolve();
  return {
    get: () => current,
    set: async (preferences) => {
      current = preferences;
      // One write after the other: the last choice is what stays.
      written = writeAfter(written, () => writeJsonFile(file, preferences));
      await written;
    },
  };
}

async function writeAfter(earlier: Promise<void>, write: () => Promise<void>): Promise<void> {
  await earlier.catch(() => undefined);
  await write();
}
