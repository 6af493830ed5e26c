/** A simulated laptop: the real core on real SQLite, with a plug that can be pulled. */
import path from 'node:path';
import {
  CORE_METHODS,
  type CoreInput,
  type CoreMethod,
  type CoreOutput,
  type StoryView,
} from '#shared/contract/core.ts';
import type { Article } from '#shared/domain/article.ts';
import { createCore, type Core } from '#core/host.ts';
import type { Logger } from '#core/logger.ts';
import type { Http } from '#core/sync/http.ts';
import { idsFrom } from '#server/environment.ts';
import { chanceFrom } from './chance.ts';
import { LAPTOPS, type LaptopName } from './staff.ts';
import { copyFolder, keychain } from './template.ts';
import type { SimTime } from './time.ts';

/** What a window on the laptop has open. */
export interface OpenWindow {
  readonly story: StoryView['summary']['id'];
  readonly editing: string;
  readonly revision: number;
  readonly article: Article;
}

export interface SimLaptop {
  readonly name: LaptopName;
  readonly username: (typeof LAPTOPS)[LaptopName];
  offline: boolean;
  window: OpenWindow | null;
  /** Where its files are now. */
  readonly folder: () => string;
  /** Changes when the laptop is started again. */
  readonly life: () => number;
  readonly call: <Method extends CoreMethod>(
    method: Method,
    input: CoreInput<Method>,
  ) => CoreOutput<Method> | Promise<CoreOutput<Method>>;
  /** Pulls the plug and starts again from what the disk holds. @param from another state of the disk, for planted faults */
  readonly crash: (from?: string) => Promise<void>;
  /** Ends the program as a person does, and starts it again. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface LaptopParts {
  readonly name: LaptopName;
  readonly folder: string;
  readonly seed: number;
  /** How wrong its clock is, in milliseconds. */
  readonly skew: number;
  readonly secrets: ReadonlyMap<string, string>;
  readonly time: SimTime;
  readonly network: (laptop: string, isReachable: () => boolean) => Http;
  readonly cut: (laptop: string) => void;
  readonly settle: () => Promise<void>;
  readonly trouble: (what: string) => void;
}

export function openSimLaptop(parts: LaptopParts): SimLaptop {
  const { name, seed, skew, time, network, cut, settle } = parts;
  const chance = chanceFrom(seed);
  const kept = new Map(parts.secrets);
  let folder = parts.folder;
  let life = 0;
  let core = start();

  function start(): Core {
    life += 1;
    const mine = life;
    const isAlive = () => life === mine;
    const clock = time.clockOf(skew, isAlive);
    return createCore({
      dataDir: folder,
      deviceName: name,
      clock,
      random: chance.next,
      newId: idsFrom(() => new Date(clock.now()), chance.bytes),
      http: network(name, () => isAlive() && !laptop.offline),
      live: null,
      logger: watch(name, isAlive, parts.trouble),
      secrets: keychain(kept),
    });
  }

  const laptop: SimLaptop = {
    name,
    username: LAPTOPS[name],
    offline: false,
    window: null,
    folder: () => folder,
    life: () => life,
    call: (method, input) => {
      const handler = core.handlers[method] as (input: unknown) => unknown;
      const output = handler(CORE_METHODS[method].input.parse(input));
      return output as CoreOutput<typeof method>;
    },
    crash: async (from) => {
      const old = core;
      folder = copyFolder(
        from ?? folder,
        path.join(path.dirname(parts.folder), `${name}.${String(life + 1)}`),
      );
      core = start();
      laptop.window = null;
      // What the dead program still does happens to files that nobody looks at again.
      cut(name);
      await settle();
      await old.close();
    },
    restart: async () => {
      const old = core;
      laptop.window = null;
      cut(name);
      const wasOffline = laptop.offline;
      laptop.offline = true;
      await old.close();
      laptop.offline = wasOffline;
      core = start();
    },
    close: async () => {
      laptop.offline = true;
      cut(name);
      await core.close();
      life += 1;
    },
  };
  // `start` ran before the laptop was there; nothing of it asks for the network until the simulation moves on.
  return laptop;
}

/** What core writes as an error is a defect here: in a simulation nothing is damaged but the network. */
function watch(name: string, isAlive: () => boolean, trouble: (what: string) => void): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: ({ err, ...fields }, message) => {
      if (!isAlive()) return;
      const detail = err instanceof Error ? (err.stack ?? err.message) : '';
      trouble(`${name} logged an error: ${message} ${JSON.stringify(fields)} ${detail}`);
    },
  };
}
