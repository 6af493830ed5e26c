/** Keeping the registers: people, sites and desks. Each change is an event for the laptops and an audit entry. */
import { RedaksiError } from '#shared/contract/errors.ts';
import type { PersonId } from '#shared/domain/ids.ts';
import {
  deskSchema,
  personSchema,
  siteSchema,
  type Desk,
  type Person,
  type Site,
} from '#shared/domain/roles.ts';
import type { Newsroom } from './newsroom/newsroom.ts';
import { hashPassword } from './passwords.ts';
import type { AuditDetail, NewEvent, Repositories } from './store/store.ts';

export type NewPerson = Omit<Person, 'id' | 'active'> & {
  readonly id?: PersonId;
  readonly password: string;
};

/** @throws INVALID (a name, a grant or the password), CONFLICT (the user name or sign-off code is taken) */
export async function addPerson(
  newsroom: Newsroom,
  { password, ...wanted }: NewPerson,
): Promise<Person> {
  const person: Person = checked(personSchema, {
    ...wanted,
    id: wanted.id ?? newsroom.newId(),
    active: true,
  });
  const passwordHash = await hashPassword(password);
  await change(newsroom, 'person added', async (records) => {
    const people = await records.people.all();
    const code = person.signoffCode;
    if (people.some(({ id, username }) => id === person.id || username === person.username))
      throw new RedaksiError('CONFLICT', `there is a person ${person.username} already`);
    if (code !== '' && code !== '***' && people.some(({ signoffCode }) => signoffCode === code))
      throw new RedaksiError('CONFLICT', `the sign-off code ${code} is taken`);
    for (const { desk } of person.grants)
      if (desk !== '*' && (await records.registers.desk(desk)) === undefined)
        throw new RedaksiError('INVALID', `there is no desk ${desk}`);
    await records.people.add(person, passwordHash);
    return {
      events: [{ kind: 'person', person }],
      detail: { id: person.id, username: person.username, grants: grantsText(person) },
    };
  });
  return person;
}

/** A new password ends every session that the old one began. */
export async function setPassword(
  newsroom: Newsroom,
  id: PersonId,
  password: string,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await change(newsroom, 'password set', async (records, at) => {
    const person = await known(records, id);
    await records.people.setPassword(id, passwordHash);
    const ended = await records.tokens.revokeAll(id, null, at);
    return { events: [], detail: { id, username: person.username, ended } };
  });
}

/** The person leaves. SECURITY: their tokens end in the same transaction. */
export async function deactivate(newsroom: Newsroom, id: PersonId): Promise<void> {
  await change(newsroom, 'person deactivated', async (records, at) => {
    const person = await known(records, id);
    await records.people.deactivate(id);
    const ended = await records.tokens.revokeAll(id, null, at);
    return {
      events: [{ kind: 'person', person: { ...person, active: false } }],
      detail: { id, username: person.username, ended },
    };
  });
}

/** Adds a site, or changes it. @throws INVALID */
export async function addSite(newsroom: Newsroom, wanted: Site): Promise<Site> {
  const site: Site = checked(siteSchema, wanted);
  // The site's addresses stand beside the API's.
  if (RESERVED.has(site.id)) throw new RedaksiError('INVALID', `a site can't be called ${site.id}`);
  await change(newsroom, 'site', async (records) => {
    await records.registers.putSite(site);
    return { events: [{ kind: 'site', site }], detail: { id: site.id, name: site.name } };
  });
  return site;
}

/** Adds a desk, or changes it. @throws INVALID (also when its site is not there) */
export async function addDesk(newsroom: Newsroom, wanted: Desk): Promise<Desk> {
  const desk: Desk = checked(deskSchema, wanted);
  await change(newsroom, 'desk', async (records) => {
    if ((await records.registers.site(desk.site)) === undefined)
      throw new RedaksiError('INVALID', `there is no site ${desk.site}`);
    await records.registers.putDesk(desk);
    return { events: [{ kind: 'desk', desk }], detail: { id: desk.id, site: desk.site } };
  });
  return desk;
}

const RESERVED: ReadonlySet<string> = new Set(['v1', 'assets', 'photo']);

async function change(
  { store, clock }: Newsroom,
  action: string,
  work: (
    records: Repositories,
    at: string,
  ) => Promise<{ readonly events: readonly NewEvent[]; readonly detail: AuditDetail }>,
): Promise<void> {
  const at = clock().toISOString();
  await store.write(async (records) => {
    const { events, detail } = await work(records, at);
    for (const event of events) await records.events.append(event);
    await records.audit.append({ at, person: null, device: null, action, story: null, detail });
  });
}

async function known({ people }: Repositories, id: PersonId): Promise<Person> {
  const person = await people.byId(id);
  if (person === undefined) throw new RedaksiError('NOT_FOUND', 'no such person');
  return person;
}

function checked<Value>(
  schema: {
    safeParse: (value: unknown) => { success: boolean; data?: Value; error?: Error | undefined };
  },
  value: unknown,
): Value {
  const parsed = schema.safeParse(value);
  if (!parsed.success || parsed.data === undefined)
    throw new RedaksiError('INVALID', parsed.error?.message.slice(0, 1_000) ?? 'not valid');
  return parsed.data;
}

function grantsText({ grants }: Person): string[] {
  return grants.map(({ role, desk }) => `${role}@${desk}`);
}
