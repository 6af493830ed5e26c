/** The newsroom's word list as the server last told it. */
import type { WordLanguage, WordRecord } from '#shared/domain/word-list.ts';
import type { Database } from './database.ts';

export type ListedRecord = Omit<WordRecord, 'listed'>;

export interface WordList {
  get(word: Pick<WordRecord, 'language' | 'word'>): ListedRecord | null;
  all(): ListedRecord[];
  /** Applying one twice does no harm: each carries the whole record. */
  put(record: WordRecord): void;
  /** After the server was restored: what it does not tell of again is offered. */
  forgetServer(): void;
  toOffer(): { readonly language: WordLanguage; readonly word: string }[];
  clear(): void;
}

export function wordListRepository(db: Database): WordList {
  const one = db.query<ListedRecord>(
    'word.one',
    'SELECT language, word, person, at FROM word WHERE language = :language AND word = :word',
  );
  const all = db.query<ListedRecord>(
    'word.all',
    'SELECT language, word, person, at FROM word ORDER BY language, word',
  );
  const put = db.query(
    'word.put',
    `INSERT INTO word (language, word, person, at, on_server) VALUES (:language, :word, :person, :at, 1)
     ON CONFLICT (language, word) DO UPDATE SET person = excluded.person, at = excluded.at, on_server = 1`,
  );
  const remove = db.query(
    'word.remove',
    'DELETE FROM word WHERE language = :language AND word = :word',
  );
  const forget = db.query('word.forget-server', 'UPDATE word SET on_server = 0');
  const offer = db.query<{ language: WordLanguage; word: string }>(
    'word.to-offer',
    'SELECT language, word FROM word WHERE on_server = 0 ORDER BY language, word',
  );
  const clear = db.query('word.clear', 'DELETE FROM word');
  return {
    get: ({ language, word }) => one.get({ language, word }) ?? null,
    all: () => all.all(),
    put: ({ language, word, listed, person, at }) =>
      void (listed ? put.run({ language, word, person, at }) : remove.run({ language, word })),
    forgetServer: () => void forget.run(),
    toOffer: () => offer.all(),
    clear: () => void clear.run(),
  };
}
