import { sql } from 'kysely';
import type { PersonId } from '#shared/domain/ids.ts';
import type { Person, RoleGrant } from '#shared/domain/roles.ts';
import { allRows, firstRow, run, type Db } from './rows.ts';
import type { PeopleRepository } from './store.ts';

interface PersonRow {
  readonly id: PersonId;
  readonly username: string;
  readonly fullName: string;
  readonly shortName: string;
  readonly signoffCode: string;
  readonly active: number;
  readonly passwordHash: string;
  readonly grants: string;
}

const PERSON = sql`
  select id, username, full_name as "fullName", short_name as "shortName", signoff_code as "signoffCode",
    active, password_hash as "passwordHash",
    (select json_group_array(json_object('role', role, 'desk', desk) order by role, desk)
       from role_grant where person = person.id) as grants
  from person`;

export function peopleIn(db: Db): PeopleRepository {
  const byId = (id: PersonId) => firstRow(db, sql<PersonRow>`${PERSON} where id = ${id}`);
  return {
    byId: async (id) => {
      const row = await byId(id);
      return row === undefined ? undefined : personOf(row);
    },
    byUsername: async (username) => {
      const row = await firstRow(db, sql<PersonRow>`${PERSON} where username = ${username}`);
      if (row === undefined) return undefined;
      return { person: personOf(row), passwordHash: row.passwordHash };
    },
    passwordHash: async (id) => (await byId(id))?.passwordHash,
    all: async () => (await allRows(db, sql<PersonRow>`${PERSON} order by id`)).map(personOf),
    add: async (person, passwordHash) => {
      await run(
        db,
        sql`insert into person (id, username, full_name, short_name, signoff_code, active, password_hash)
            values (${person.id}, ${person.username}, ${person.fullName}, ${person.shortName},
              ${person.signoffCode}, ${person.active ? 1 : 0}, ${passwordHash})`,
      );
      for (const grant of person.grants)
        await run(
          db,
          sql`insert into role_grant (person, role, desk) values (${person.id}, ${grant.role}, ${grant.desk})
              on conflict do nothing`,
        );
    },
    setPassword: async (id, passwordHash) => {
      await run(db, sql`update person set password_hash = ${passwordHash} where id = ${id}`);
    },
    deactivate: async (id) => {
      await run(db, sql`update person set active = 0 where id = ${id}`);
    },
  };
}

function personOf(row: PersonRow): Person {
  const { id, username, fullName, shortName, signoffCode } = row;
  const grants = JSON.parse(row.grants) as RoleGrant[];
  return { id, username, fullName, shortName, signoffCode, grants, active: row.active === 1 };
}
