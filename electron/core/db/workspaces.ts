/** How each person works on this laptop, field by field. */
import type { PersonId } from '#shared/domain/ids.ts';
import type { Database } from './database.ts';

export interface Workspaces {
  /** Every field as it was written, also those that this program does not know. */
  fields(person: PersonId): ReadonlyMap<string, unknown>;
  put(person: PersonId, field: string, value: unknown, at: string): void;
  forget(person: PersonId, field: string): void;
}

export function workspacesRepository(db: Database): Workspaces {
  const all = db.query<{ field: string; json: string }>(
    'workspace.all',
    'SELECT field, json FROM workspace WHERE person = :person ORDER BY field',
  );
  const put = db.query(
    'workspace.put',
    `INSERT INTO workspace (person, field, json, at) VALUES (:person, :field, :json, :at)
     ON CONFLICT (person, field) DO UPDATE SET json = excluded.json, at = excluded.at`,
  );
  const forget = db.query(
    'workspace.forget',
    'DELETE FROM workspace WHERE person = :person AND field = :field',
  );
  return {
    fields: (person) =>
      new Map(all.all({ person }).map(({ field, json }) => [field, JSON.parse(json) as unknown])),
    put: (person, field, value, at) =>
      void put.run({ person, field, json: JSON.stringify(value), at }),
    forget: (person, field) => void forget.run({ person, field }),
  };
}
