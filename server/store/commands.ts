import { sql } from 'kysely';
import { firstRow, run, type Db } from './rows.ts';
import type { CommandRow, CommandsRepository } from './store.ts';

export function commandsIn(db: Db): CommandsRepository {
  return {
    get: (id) =>
      firstRow(
        db,
        sql<CommandRow>`select id, person, fingerprint, receipt from command where id = ${id}`,
      ),
    add: async ({ id, person, fingerprint, receipt }) => {
      await run(
        db,
        sql`insert into command (id, person, fingerprint, receipt)
            values (${id}, ${person}, ${fingerprint}, ${receipt})`,
      );
    },
  };
}
