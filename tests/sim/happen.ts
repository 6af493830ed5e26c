/** What happens next: one table of events, drawn by the seed's habits. */
import { weighted } from './chance.ts';
import type { SimEvent } from './habits.ts';
import { doSomething } from './people.ts';
import { comeToRest } from './time.ts';
import type { World } from './world.ts';

type Happening = (world: World) => void | Promise<void>;

const HAPPENINGS = {
  network: async (world) => {
    // Several in a row: most of the time a network simply works.
    for (let left = 1 + world.chance.below(8); left > 0; left -= 1) {
      const flights = world.network.flights();
      if (flights.length === 0 || world.server.hangs()) break;
      const flight = world.chance.oneOf(flights);
      const fate = weighted(world.chance, world.habits.fates);
      world.trace.say(`request ${String(flight.n)} ${fate}`);
      if (fate !== 'arrives') world.saw(fate);
      await world.network.decide(flight, fate);
      await comeToRest();
    }
    if (world.network.flights().length === 0) await timePasses(world);
  },
  person: doSomething,
  time: timePasses,
  partition: (world) => {
    const laptop = world.chance.oneOf(world.laptops);
    laptop.offline = !laptop.offline;
    world.trace.say(`${laptop.name} ${laptop.offline ? 'loses' : 'finds'} the network`);
    if (laptop.offline) world.network.cut(laptop.name);
    world.saw('partition');
  },
  'laptop-crash': async (world) => {
    const laptop = world.chance.oneOf(world.laptops);
    world.trace.say(`${laptop.name} loses power`);
    await laptop.crash();
    world.saw('laptop crash');
  },
  'laptop-restart': async (world) => {
    const laptop = world.chance.oneOf(world.laptops);
    world.trace.say(`${laptop.name} is started again`);
    await laptop.restart();
    world.saw('laptop restart');
  },
  'server-crash': async (world) => {
    if (!world.server.isUp()) return;
    world.trace.say('the server loses power');
    await world.server.crash();
    world.saw('server crash');
  },
  'server-stop': async (world) => {
    if (!world.server.isUp()) return;
    world.trace.say('the server is stopped');
    await world.server.stop();
    world.saw('server stop');
  },
  'server-backup': (world) => {
    if (!world.server.isUp() || world.server.hangs()) return;
    world.trace.say('the server is backed up');
    world.server.backUp();
  },
  'server-restore': async (world) => {
    if (!(await world.server.restore())) return;
    world.trace.say('the server is restored from a backup');
    world.saw('server restored');
  },
} as const satisfies Record<SimEvent, Happening>;

async function timePasses({ time, chance, trace }: World): Promise<void> {
  const until = time.untilNext() ?? 1_000;
  const milliseconds = chance.hits(0.7) ? until : until + chance.below(20_000);
  trace.say(`time passes: ${String(milliseconds)}`);
  await time.pass(milliseconds, comeToRest);
}

/** One step of the simulation; afterwards nothing moves by itself. */
export async function oneStep(world: World): Promise<void> {
  const { server, chance } = world;
  if (server.hangs() && chance.hits(0.3)) {
    world.trace.say('the server loses power in the middle of a publication');
    await server.crash();
    world.saw('server crash in a publication');
  } else if (!server.isUp() && chance.hits(0.15)) {
    world.trace.say('the server comes up');
    await server.start();
  } else {
    await HAPPENINGS[weighted(chance, world.habits.events)](world);
  }
  await comeToRest();
}

const ROUNDS = 60;

/** Every fault ends, and everybody syncs until nothing moves any more. */
export async function heal(world: World): Promise<void> {
  const { server, laptops, network, time, trace } = world;
  trace.say('everything heals');
  if (server.hangs()) await server.crash();
  await server.start();
  for (const laptop of laptops) {
    laptop.offline = false;
    laptop.window = null;
  }
  let calm = 0;
  for (let round = 0; round < ROUNDS && calm < 2; round += 1) {
    const before = trace.lines.length;
    for (const laptop of laptops) {
      const done = Promise.resolve(laptop.call('sync.now', {}));
      const status = { over: false };
      done.then(
        () => (status.over = true),
        (error: unknown) => world.trouble(`${laptop.name} could not sync: ${String(error)}`),
      );
      await deliverAll(world);
      if (!status.over) world.trouble(`${laptop.name}: a round that never ends`);
    }
    await time.pass(16_000, async () => {
      await comeToRest();
      await deliverAll(world);
    });
    // Only questions for news: nothing was sent, and nothing came.
    const moved = trace.lines.slice(before).some((line) => / POST /.test(line));
    const statuses = laptops.map(async (laptop) => laptop.call('sync.get', {}));
    const waits = (await Promise.all(statuses)).some(({ pending }) => pending > 0);
    calm = moved || waits ? 0 : calm + 1;
  }
  if (calm < 2) world.trouble(`nothing comes to rest after ${String(ROUNDS)} rounds`);
  network.cut();
  await comeToRest();
}

async function deliverAll({ network }: World): Promise<void> {
  await comeToRest();
  for (let count = 0; count < 5_000; count += 1) {
    const [flight] = network.flights();
    if (flight === undefined) return;
    await network.decide(flight, 'arrives');
    await comeToRest();
  }
  throw new Error('the network never empties');
}
