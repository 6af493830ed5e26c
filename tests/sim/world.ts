/** One simulated newsroom: a server, its laptops, the network between them, and what has been seen so far. */
import { rmSync } from 'node:fs';
import type { HttpRequest, HttpResponse } from '#core/sync/http.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { drawHabits, type Habits } from './habits.ts';
import { openSimLaptop, type SimLaptop } from './laptop.ts';
import { createNetwork, type Network } from './network.ts';
import { openSimServer, type SimServer } from './sim-server.ts';
import { LAPTOP_NAMES } from './staff.ts';
import { copyOf, simFolder, START, type Template } from './template.ts';
import { comeToRest, simTime, type SimTime } from './time.ts';
import { createTrace, fingerprint, type Trace } from './trace.ts';
import { createLedger, type Ledger } from './words.ts';

/** Deliberate damage, to prove that the invariants see it. */
export interface Plant {
  /** Stands between network and server. */
  readonly serve?: (
    request: HttpRequest,
    next: () => Promise<HttpResponse>,
    world: World,
  ) => Promise<HttpResponse>;
  /** Asked after every step, when everything has come to rest. */
  readonly afterStep?: (world: World, step: number) => void | Promise<void>;
  /** Done when all is healed, before the last look. */
  readonly atTheEnd?: (world: World) => void | Promise<void>;
  /** Says "saved" without saving, this often. */
  readonly falseSaves?: number;
}

export interface World {
  readonly seed: number;
  readonly chance: Chance;
  readonly habits: Habits;
  readonly time: SimTime;
  readonly trace: Trace;
  readonly network: Network;
  readonly server: SimServer;
  readonly laptops: readonly SimLaptop[];
  readonly ledger: Ledger;
  readonly plant: Plant;
  /** `person content` of every approval that was asked for: what an editor saw. */
  readonly approvals: Set<string>;
  /** How often rare things happened: a simulation in which they never do proves nothing. */
  readonly sightings: Map<string, number>;
  readonly saw: (what: string) => void;
  /** Something that must never happen. */
  readonly trouble: (what: string) => void;
  readonly troubles: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openWorld(
  template: Template,
  seed: number,
  plant: Plant = {},
): Promise<World> {
  const chance = chanceFrom(seed);
  const habits = drawHabits(chance);
  const time = simTime(START);
  const trace = createTrace();
  const folder = simFolder();
  const troubles: string[] = [];
  const sightings = new Map<string, number>();
  const trouble = (what: string) => void troubles.push(what);
  const saw = (what: string) => void sightings.set(what, (sightings.get(what) ?? 0) + 1);
  const server = await openSimServer({
    folder: copyOf(template, 'server', folder),
    seed: seed * 7 + 1,
    clock: () => new Date(time.now()),
    chance,
    pageHangs: () => habits.pageHangs,
    trouble,
  });
  const serve = async (laptop: string, request: HttpRequest): Promise<HttpResponse> => {
    const next = () => server.serve(request);
    const answer =
      plant.serve === undefined ? await next() : await plant.serve(request, next, world);
    const { pathname, search } = new URL(request.url);
    const said =
      answer.status < 400 ? fingerprint(answer.body) : Buffer.from(answer.body).toString();
    trace.say(
      `  ${laptop} ${request.method} ${pathname}${search} ${briefly(request)} ${String(answer.status)} ${said}`,
    );
    if (answer.status >= 400) saw(`answer ${String(answer.status)}`);
    return answer;
  };
  const network = createNetwork(serve);
  const laptops = LAPTOP_NAMES.slice(0, habits.laptops).map((name, n) =>
    openSimLaptop({
      name,
      folder: copyOf(template, name, folder),
      seed: seed * 7 + 2 + n,
      skew: habits.skews[n] ?? 0,
      secrets: template.secrets.get(name) ?? new Map(),
      time,
      network: network.of,
      cut: network.cut,
      settle: comeToRest,
      trouble,
    }),
  );
  const world: World = {
    seed,
    chance,
    habits,
    time,
    trace,
    network,
    server,
    laptops,
    ledger: createLedger(),
    plant,
    approvals: new Set(),
    sightings,
    saw,
    trouble,
    troubles,
    close: async () => {
      for (const laptop of laptops) await laptop.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await comeToRest();
  return world;
}

/** What a request is about, as far as a reader of the trace needs it. */
function briefly({ url, body }: HttpRequest): string {
  if (typeof body !== 'string' || !/\/(?:commands|versions)$/.test(url)) return '';
  const hashes = /"(?:id|version|story)":"([^"]+)"/g;
  return [
    ...(/"kind":"([a-z]+)"/g.exec(body)?.slice(1) ?? []),
    ...[...body.matchAll(hashes)].map(([, id = '']) => id.slice(-6)),
  ].join(' ');
}
