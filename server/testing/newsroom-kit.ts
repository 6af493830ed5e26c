/** A real server on loopback with a small newsroom, for tests: its people, what they send, and a look at every row. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import sharp from 'sharp';
import type { WireError } from '#shared/contract/errors.ts';
import {
  HTTP_ROUTES,
  type HttpInput,
  type HttpOutput,
  type HttpRouteName,
} from '#shared/contract/http.ts';
import { newId, type DeviceId } from '#shared/domain/ids.ts';
import { roleGrantSchema, type Person } from '#shared/domain/roles.ts';
import { addDesk, addPerson, addSite, type NewPerson } from '../admin.ts';
import type { Clock } from '../environment.ts';
import { startServer, type RunningServer, type ServerOptions } from '../start.ts';

export const PASSWORD = 'sandi rahasia';
export const NO_LIMITS = {
  requestsPerMinute: 1_000_000,
  passwordsPerName: 1_000_000,
  passwordsPerAddress: 1_000_000,
};

/** Who works here: `role@desk`. */
const STAFF = {
  laili: ['reporter@klaten'],
  sri: ['reporter@klaten'],
  zainal: ['editor@klaten'],
  dewi: ['editor@klaten', 'reporter@klaten'],
  foto: ['photo@*'],
  putri: ['publisher@*'],
  admin: ['admin@*'],
  /** Has every newsroom role, at another desk. */
  solo: ['reporter@solo', 'editor@solo', 'photo@solo', 'publisher@solo'],
} as const;
export type StaffName = keyof typeof STAFF;
export const STAFF_NAMES = Object.keys(STAFF) as readonly StaffName[];

export interface TestClock {
  readonly clock: Clock;
  advance(milliseconds: number): void;
}

export function testClock(start = '2025-06-24T12:00:00.000Z'): TestClock {
  let now = new Date(start).getTime();
  return {
    clock: () => new Date(now),
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

export interface TestNewsroom {
  readonly dataDir: string;
  readonly server: RunningServer;
  readonly time: TestClock;
  readonly staff: Readonly<Record<StaffName, Person>>;
  /** Signs in, on a laptop of their own. */
  signIn(name: StaffName): Promise<Laptop>;
  /** Every row of every table, for `toEqual`. */
  dump(): Readonly<Record<string, readonly unknown[]>>;
  /** Ends the server and starts another one over the same folder. */
  restart(options?: Partial<ServerOptions>): Promise<TestNewsroom>;
  end(): Promise<void>;
}

export async function openTestNewsroom(
  options: Partial<ServerOptions> = {},
  time = testClock(),
): Promise<TestNewsroom> {
  const dataDir = mkdtempSync(join(tmpdir(), 'redaksi-server-'));
  const server = await startServer({ dataDir, clock: time.clock, limits: NO_LIMITS, ...options });
  await addSite(server.newsroom, {
    id: 'tribun-jateng',
    name: 'Tribun Jateng',
    datelineBrand: 'TRIBUNJATENG.COM',
    datelineSeparator: '-',
    sourceName: 'Tribun Jateng',
    language: 'id',
    copyrightTemplate: '© {year} Tribun Jateng',
  } as Parameters<typeof addSite>[1]);
  for (const [id, name] of [
    ['klaten', 'Klaten'],
    ['solo', 'Solo'],
  ] as const)
    await addDesk(server.newsroom, {
      id,
      name,
      site: 'tribun-jateng',
      datelinePlace: name.toUpperCase(),
      section: `Berita ${name}`,
    } as Parameters<typeof addDesk>[1]);
  const staff: Partial<Record<StaffName, Person>> = {};
  for (const name of STAFF_NAMES) staff[name] = await addPerson(server.newsroom, newcomer(name));
  return kit(dataDir, server, time, staff as Record<StaffName, Person>);
}

function newcomer(name: StaffName): NewPerson {
  return {
    username: name,
    fullName: `${name[0]?.toUpperCase()}${name.slice(1)} Lengkap`,
    shortName: name,
    signoffCode: '***',
    password: PASSWORD,
    grants: STAFF[name].map((grant) => {
      const [role, desk] = grant.split('@');
      return roleGrantSchema.parse({ role, desk });
    }),
  };
}

function kit(
  dataDir: string,
  server: RunningServer,
  time: TestClock,
  staff: Readonly<Record<StaffName, Person>>,
): TestNewsroom {
  return {
    dataDir,
    server,
    time,
    staff,
    signIn: (name) => signIn(server.url, name),
    dump: () => dumpStore(dataDir),
    restart: async (options = {}) => {
      await server.close();
      const again = { dataDir, clock: time.clock, limits: NO_LIMITS, ...options };
      return kit(dataDir, await startServer(again), time, staff);
    },
    end: async () => {
      await server.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

export function dumpStore(dataDir: string): Readonly<Record<string, readonly unknown[]>> {
  const database = new Database(join(dataDir, 'newsroom.sqlite'), { readonly: true });
  const tables = database
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .pluck()
    .all() as string[];
  const rows = tables.map((table): [string, unknown[]] => [
    table,
    database.prepare(`select * from "${table}"`).all(),
  ]);
  database.close();
  return Object.fromEntries(rows);
}

export type Answer<Name extends HttpRouteName> =
  | {
      readonly ok: true;
      readonly status: number;
      readonly output: HttpOutput<Name>;
      readonly text: string;
    }
  | {
      readonly ok: false;
      readonly status: number;
      readonly error: WireError;
      readonly headers: Headers;
    };

export interface Laptop {
  readonly url: string;
  readonly name: StaffName;
  readonly person: Person;
  readonly device: DeviceId;
  readonly token: string;
  ask<Name extends HttpRouteName>(name: Name, input: HttpInput<Name>): Promise<Answer<Name>>;
  /** As `ask`, for what must succeed. */
  get<Name extends HttpRouteName>(name: Name, input: HttpInput<Name>): Promise<HttpOutput<Name>>;
}

export async function signIn(
  url: string,
  name: StaffName,
  device = newId<DeviceId>(),
): Promise<Laptop> {
  const body = {
    username: name,
    password: PASSWORD,
    device: { id: device, name: `laptop ${name}` },
  };
  const answer = await askServer(url, null, 'signIn', body);
  if (!answer.ok) throw new Error(`${name} can't sign in: ${answer.error.message}`);
  const { token, person } = answer.output;
  const ask: Laptop['ask'] = (route, input) => askServer(url, token, route, input);
  return {
    url,
    name,
    person,
    device,
    token,
    ask,
    get: async (route, input) => {
      const got = await ask(route, input);
      if (!got.ok) throw new Error(`${route}: ${JSON.stringify(got.error)}`);
      return got.output;
    },
  };
}

export async function askServer<Name extends HttpRouteName>(
  url: string,
  token: string | null,
  name: Name,
  input: HttpInput<Name>,
): Promise<Answer<Name>> {
  const { method, path, ...schemas } = HTTP_ROUTES[name];
  const bodied = 'body' in schemas;
  const query = bodied ? '' : `?${new URLSearchParams(input as Record<string, string>).toString()}`;
  const response = await fetch(`${url}${path}${query}`, {
    method,
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(bodied && { 'content-type': 'application/json' }),
    },
    ...(bodied && { body: JSON.stringify(input) }),
  });
  const text = await response.text();
  if (response.ok)
    return {
      ok: true,
      status: response.status,
      output: JSON.parse(text) as HttpOutput<Name>,
      text,
    };
  return {
    ok: false,
    status: response.status,
    error: JSON.parse(text) as WireError,
    headers: response.headers,
  };
}

/** A real JPEG; another `shade` is another photo. */
export function jpeg(shade = 90, width = 640, height = 427): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: { r: shade, g: 120, b: 60 } } })
    .jpeg()
    .toBuffer();
}
