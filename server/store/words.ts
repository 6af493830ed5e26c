import { sql } from 'kysely';
import type { WordRecord } from '#shared/domain/word-list.ts';
import { firstRow, run, type Db } from './rows.ts';
import type { WordsRepository } from './store.ts';

export function wordsIn(db: Db): WordsRepository {
  return {
    get: async ({ language, word }) => {
      const row = await firstRow(
        db,
        sql<Omit<WordRecord, 'listed'> & { readonly listed: number }>`
          select language, word, listed, person, at from word
          where language = ${language} and word = ${word}`,
      );
      return row === undefined ? undefined : { ...row, listed: row.listed === 1 };
    },
    put: async ({ language, word, listed, person, at }) => {
      await run(
        db,
        sql`insert into word (language, word, listed, person, at)
            values (${language}, ${word}, ${listed ? 1 : 0}, ${person}, ${at})
            on conflict (language, word)
            do update set listed = excluded.listed, person = excluded.person, at = excluded.at`,
      );
    },
  };
}
