/** The newsroom's registers as the server last told them: who, which brands, which desks. */
import type { DeskId, PersonId, SiteId } from '#shared/domain/ids.ts';
import type { Desk, Person, Site } from '#shared/domain/roles.ts';
import type { Database } from './database.ts';

export interface Registers {
  person(id: PersonId): Person | null;
  desk(id: DeskId): Desk | null;
  site(id: SiteId): Site | null;
  people(): Person[];
  desks(): Desk[];
  sites(): Site[];
  putPerson(person: Person): void;
  putDesk(desk: Desk): void;
  putSite(site: Site): void;
  clear(): void;
}

type Kind = 'person' | 'site' | 'desk';

export function registersRepository(db: Database): Registers {
  const one = db.query<{ json: string }>(
    'register.one',
    'SELECT json FROM register WHERE kind = :kind AND id = :id',
  );
  const all = db.query<{ json: string }>(
    'register.all',
    'SELECT json FROM register WHERE kind = :kind ORDER BY id',
  );
  const put = db.query(
    'register.put',
    'INSERT INTO register (kind, id, json) VALUES (:kind, :id, :json) ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json',
  );
  const clear = db.query('register.clear', 'DELETE FROM register');
  const read = <Entry>(kind: Kind, id: string): Entry | null => {
    const row = one.get({ kind, id });
    return row === undefined ? null : (JSON.parse(row.json) as Entry);
  };
  const list = <Entry>(kind: Kind): Entry[] =>
    all.all({ kind }).map((row) => JSON.parse(row.json) as Entry);
  const write = (kind: Kind, entry: { readonly id: string }): void =>
    void put.run({ kind, id: entry.id, json: JSON.stringify(entry) });
  return {
    person: (id) => read<Person>('person', id),
    desk: (id) => read<Desk>('desk', id),
    site: (id) => read<Site>('site', id),
    people: () => list<Person>('person'),
    desks: () => list<Desk>('desk'),
    sites: () => list<Site>('site'),
    putPerson: (person) => write('person', person),
    putDesk: (desk) => write('desk', desk),
    putSite: (site) => write('site', site),
    clear: () => void clear.run(),
  };
}
