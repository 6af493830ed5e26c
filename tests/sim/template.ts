/** A newsroom where everybody has signed in once, made when first needed and copied for each seed: passwords are slow by design. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCore } from '#core/host.ts';
import type { Secrets } from '#core/secrets.ts';
import { addDesk, addPerson, addSite } from '#server/admin.ts';
import { idsFrom } from '#server/environment.ts';
import { createServer, type Server } from '#server/start.ts';
import type { HttpRequest, HttpResponse } from '#core/sync/http.ts';
import { chanceFrom } from './chance.ts';
import { KLATEN, LAPTOP_NAMES, LAPTOPS, PASSWORD, PEOPLE, SITE, type LaptopName } from './staff.ts';
import { simTime } from './time.ts';

export const ORIGIN = 'http://127.0.0.1';
/** When every simulation begins. */
export const START = Date.UTC(2026, 0, 5, 1);
export const NO_LIMITS = {
  requestsPerMinute: 1e9,
  passwordsPerName: 1e9,
  passwordsPerAddress: 1e9,
};

export interface Template {
  readonly folder: string;
  /** Each laptop's keychain, as entries. */
  readonly secrets: ReadonlyMap<LaptopName, ReadonlyMap<string, string>>;
}

const folders = new Set<string>();

/** A run that is broken off must not leave the memory full. */
function clearFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** In memory where the system has such a folder: a simulation commits thousands of times. */
export function simFolder(): string {
  const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = mkdtempSync(path.join(root, 'redaksi-sim-'));
  if (folders.size === 0) process.once('exit', clearFolders);
  folders.add(folder);
  return folder;
}

export async function makeTemplate(): Promise<Template> {
  const folder = simFolder();
  const chance = chanceFrom(0);
  const time = simTime(START - 3_600_000);
  const clock = () => new Date(time.now());
  const server = await createServer({
    dataDir: path.join(folder, 'server'),
    newsroom: 'Simulasi',
    clock,
    random: chance.bytes,
    limits: NO_LIMITS,
    publicUrl: ORIGIN,
  });
  await addSite(server.newsroom, SITE);
  await addDesk(server.newsroom, KLATEN);
  for (const person of PEOPLE) await addPerson(server.newsroom, person);
  const secrets = new Map<LaptopName, ReadonlyMap<string, string>>();
  for (const name of LAPTOP_NAMES) {
    const kept = new Map<string, string>();
    const core = createCore({
      dataDir: path.join(folder, name),
      deviceName: name,
      clock: time.clockOf(0, () => true),
      random: chance.next,
      newId: idsFrom(clock, chance.bytes),
      http: (request) => inject(server, request),
      live: null,
      secrets: keychain(kept),
    });
    await core.handlers['session.signIn']({
      server: ORIGIN,
      username: LAPTOPS[name],
      password: PASSWORD,
    });
    await core.handlers['sync.now']({});
    await core.close();
    secrets.set(name, kept);
  }
  await server.close();
  return { folder, secrets };
}

/** A fresh copy of one folder of the template. */
export function copyOf(template: Template, name: 'server' | LaptopName, to: string): string {
  return copyFolder(path.join(template.folder, name), path.join(to, name));
}

/** What a disk holds at this moment: as after pulling the plug. The shared-memory index is rebuilt from the log. */
export function copyFolder(from: string, to: string): string {
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true, filter: (name) => !name.endsWith('-shm') });
  return to;
}

/** A keychain that outlives the program. */
export function keychain(kept: Map<string, string>): Secrets {
  return {
    get: (name) => Promise.resolve({ value: kept.get(name) ?? null, kept: true }),
    set: (name, value) => {
      if (value === null) kept.delete(name);
      else kept.set(name, value);
      return Promise.resolve({ kept: true });
    },
  };
}

/** One request, handled by the server in this process. */
export async function inject(
  server: Server,
  { method, url, headers, body }: HttpRequest,
): Promise<HttpResponse> {
  const { pathname, search } = new URL(url);
  const answer = await server.app.inject({
    method,
    url: pathname + search,
    headers,
    ...(body !== undefined && { payload: typeof body === 'string' ? body : Buffer.from(body) }),
  });
  const flat = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
  return {
    status: answer.statusCode,
    headers: Object.fromEntries(flat) as Record<string, string>,
    body: answer.rawPayload,
  };
}
