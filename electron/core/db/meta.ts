/** Facts of which a laptop has one. */
import type { Database } from './database.ts';

/** SECURITY: the token is never here; the shell's keychain keeps it. */
export const META_KEYS = [
  'device',
  'device-name',
  'person',
  'server',
  'newsroom',
  'epoch',
  'keys',
  'cursor',
  'last-contact',
  'damaged-file',
  'reoffer',
] as const;
export type MetaKey = (typeof META_KEYS)[number];

export interface Meta {
  get(key: MetaKey): string | null;
  set(key: MetaKey, value: string | null): void;
}

export function metaRepository(db: Database): Meta {
  const read = db.query<{ v: string }>('meta.get', 'SELECT v FROM meta WHERE k = :key');
  const write = db.query(
    'meta.set',
    'INSERT INTO meta (k, v) VALUES (:key, :value) ON CONFLICT (k) DO UPDATE SET v = excluded.v',
  );
  const forget = db.query('meta.forget', 'DELETE FROM meta WHERE k = :key');
  return {
    get: (key) => read.get({ key })?.v ?? null,
    set: (key, value) => void (value === null ? forget.run({ key }) : write.run({ key, value })),
  };
}
