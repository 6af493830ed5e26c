/**
 * `npm run newsroom -- VERB …`: keeps the registers of a newsroom's server: sites, desks, people. Works beside a running
 * server; laptops hear of a change with their next pull.
 */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { RedaksiError } from '#shared/contract/errors.ts';
import { ROLES, roleGrantSchema, type Desk, type Site } from '#shared/domain/roles.ts';
import { PLAIN_TYPOGRAPHY, type Typography } from '#shared/domain/typography/typing.ts';
import { addDesk, addPerson, addSite, deactivate, setPassword } from './admin.ts';
import { readConfig } from './config.ts';
import type { Newsroom } from './newsroom/newsroom.ts';
import { createServer } from './start.ts';
import { verifyAudit } from './verify-audit.ts';

const HELP = `npm run newsroom -- VERB [options]

  add-site ID --name "Tribun Jateng" --brand TRIBUNJATENG.COM [--separator -] [--language id]
           [--source "Tribun Jateng"] [--copyright "© {year} …"]
           [--quotes straight|curly] [--dash keep|en|em]
           [--headline-limit 110] [--deck-limit 200]           (characters; warned about, never cut)
  add-desk ID --name Klaten --site ID [--place KLATEN] [--section "Berita Klaten"]
  add-person USERNAME --name "Laili Shofiyah" --role reporter@klaten [--role editor@*] …
             [--short "Laili S"] [--code LS]       (asks for the password on standard input)
  set-password USERNAME                            (asks for the password on standard input)
  deactivate USERNAME
  list
  verify-audit

Roles: ${ROLES.join(', ')}; after @ a desk, or * for all of them.
The folder is REDAKSI_SERVER_DATA, as for npm run server.
`;

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  name: TEXT,
  brand: TEXT,
  separator: TEXT,
  language: TEXT,
  source: TEXT,
  copyright: TEXT,
  quotes: TEXT,
  dash: TEXT,
  'headline-limit': TEXT,
  'deck-limit': TEXT,
  site: TEXT,
  place: TEXT,
  section: TEXT,
  short: TEXT,
  code: TEXT,
  role: { type: 'string', multiple: true },
} as const;

interface Call {
  readonly newsroom: Newsroom;
  /** The site, desk or person that the verb is about; empty for verbs about all. */
  readonly id: string;
  readonly values: Readonly<Partial<Record<Exclude<keyof typeof OPTIONS, 'role'>, string>>> & {
    readonly role?: readonly string[];
  };
}

const VERBS: Readonly<Record<string, (call: Call) => Promise<string>>> = {
  'add-site': async ({ newsroom, id, values }) => {
    const {
      name = id,
      brand = '',
      separator = '-',
      language = 'id',
      source = name,
      copyright,
      quotes,
      dash,
      'headline-limit': headlineLimit,
      'deck-limit': deckLimit,
    } = values;
    const typography = {
      quotes: quotes ?? PLAIN_TYPOGRAPHY.quotes,
      dash: dash ?? PLAIN_TYPOGRAPHY.dash,
    } as Typography;
    const site = await addSite(newsroom, {
      id: id as Site['id'],
      name,
      datelineBrand: brand,
      datelineSeparator: separator,
      sourceName: source,
      language: language as Site['language'],
      copyrightTemplate: copyright ?? `© {year} ${name}`,
      ...((quotes ?? dash) !== undefined && { typography }),
      ...(headlineLimit !== undefined && { headlineLimit: Number(headlineLimit) }),
      ...(deckLimit !== undefined && { deckLimit: Number(deckLimit) }),
    });
    return `Site ${site.id} is in the register.`;
  },
  'add-desk': async ({ newsroom, id, values }) => {
    const { name = id, site = '', place = name.toUpperCase(), section = `Berita ${name}` } = values;
    const wanted = { id, name, site, datelinePlace: place, section } as Desk;
    return `Desk ${(await addDesk(newsroom, wanted)).id} is in the register.`;
  },
  'add-person': async ({ newsroom, id, values }) => {
    const { name = id, short = name, code = '', role = [] } = values;
    const grants = role.map((grant) => {
      const [what, desk = '*'] = grant.split('@');
      const parsed = roleGrantSchema.safeParse({ role: what, desk });
      if (parsed.success) return parsed.data;
      throw new RedaksiError('INVALID', `${grant} is no role; write for example reporter@klaten`);
    });
    const password = await askPassword();
    const person = {
      username: id,
      fullName: name,
      shortName: short,
      signoffCode: code,
      grants,
      password,
    };
    return `${(await addPerson(newsroom, person)).fullName} may sign in as ${id}.`;
  },
  'set-password': async ({ newsroom, id }) => {
    const person = await personNamed(newsroom, id);
    await setPassword(newsroom, person.id, await askPassword());
    return `${person.fullName} has a new password; old sessions have ended.`;
  },
  deactivate: async ({ newsroom, id }) => {
    const person = await personNamed(newsroom, id);
    await deactivate(newsroom, person.id);
    return `${person.fullName} can't sign in any more. What they wrote stays.`;
  },
  list: async ({ newsroom }) => {
    const people = await newsroom.store.read((records) => records.people.all());
    return people
      .map(({ username, fullName, grants, active }) => {
        const roles = grants.map(({ role, desk }) => `${role}@${desk}`).join(' ');
        return `${username.padEnd(16)} ${fullName.padEnd(28)} ${active ? roles : '(deactivated)'}`;
      })
      .join('\n');
  },
  'verify-audit': async ({ newsroom }) => {
    const verdict = await verifyAudit(newsroom.store);
    if (verdict.whole) return `The audit log is whole: ${verdict.entries} entries.`;
    throw new RedaksiError(
      'HASH_MISMATCH',
      `the audit log is broken at entry ${verdict.at}: ${verdict.problem}`,
    );
  },
};

/** Verbs about the whole newsroom; all others name whom or what they are about. */
const ABOUT_ALL: ReadonlySet<string> = new Set(['list', 'verify-audit']);

async function personNamed({ store }: Newsroom, username: string) {
  const person = (await store.read((records) => records.people.all())).find(
    (each) => each.username === username,
  );
  if (person === undefined)
    throw new RedaksiError('NOT_FOUND', `there is nobody called ${username}`);
  return person;
}

/** The first line of standard input: a password on the command line would stand in the shell's history. */
async function askPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Password: ');
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  throw new RedaksiError('INVALID', 'no password came on standard input');
}

/** @returns the exit code: 0 done, 1 refused, 2 wrong call */
async function main(argv: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
  });
  const [name = '', id = ''] = positionals;
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (verb === undefined || (id === '' && !ABOUT_ALL.has(name))) {
    process.stderr.write(HELP);
    return 2;
  }
  const config = readConfig(process.env);
  const server = await createServer({
    dataDir: config.REDAKSI_SERVER_DATA,
    newsroom: config.REDAKSI_SERVER_NEWSROOM,
  });
  try {
    process.stdout.write(`${await verb({ newsroom: server.newsroom, id, values })}\n`);
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof RedaksiError)) throw thrown;
    process.stderr.write(`Not done: ${thrown.message}.\n`);
    return 1;
  } finally {
    await server.close();
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((thrown: unknown) => {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  return 2;
});
