/** Deliberate damage, one kind each. A simulation that does not see them is worth nothing. */
import path from 'node:path';
import Database from 'better-sqlite3';
import { HTTP_ROUTES } from '#shared/contract/http.ts';
import type { HttpResponse } from '#core/sync/http.ts';
import { copyFolder } from './template.ts';
import type { Plant } from './world.ts';

export interface Planted {
  /** What an engineer might get wrong. */
  readonly fault: string;
  /** What the invariants must say. */
  readonly seen: RegExp;
  /** Damage remembers what it did: each seed gets its own. */
  readonly make: () => Plant;
}

export const PLANTS: readonly Planted[] = [
  {
    fault: 'the cursor runs ahead of the data',
    seen: /other stories than the server|another text than|state \w+, on the server|another seal/,
    make: () => ({
      serve: async ({ url }, next, { chance }) => {
        const answer = await next();
        if (!url.includes(HTTP_ROUTES.events.path) || answer.status !== 200 || !chance.hits(0.3))
          return answer;
        const page = read<{ events: { kind: string }[] }>(answer);
        return json(answer, {
          ...page,
          events: page.events.filter(({ kind }) => kind !== 'story'),
        });
      },
    }),
  },
  {
    fault: 'an answer says "taken" for versions that the server never got',
    seen: /was acknowledged and is in no version|another text than/,
    make: () => ({
      serve: async (request, next, { chance }) => {
        if (!request.url.endsWith(HTTP_ROUTES.putVersions.path) || !chance.hits(0.3)) return next();
        const { versions } = JSON.parse(String(request.body)) as { versions: { id: string }[] };
        const results = versions.map(({ id }) => ({ id, status: 'head' }));
        return json(
          { status: 200, headers: {}, body: new Uint8Array() },
          { results, head: results.at(-1)?.id },
        );
      },
    }),
  },
  {
    fault: 'a row of the outbox is dropped before it was sent',
    seen: /nothing comes to rest|was acknowledged and is in no version|another text than/,
    make: () => ({
      afterStep: ({ laptops }) => {
        for (const laptop of laptops) {
          if (!laptop.offline) continue;
          const database = new Database(path.join(laptop.folder(), 'redaksi.sqlite'));
          database.exec("DELETE FROM outbox WHERE kind = 'version'");
          database.close();
        }
      },
    }),
  },
  {
    fault: '"saved" is said before anything is saved',
    seen: /was acknowledged and is in no version/,
    make: () => ({ falseSaves: 0.3 }),
  },
  {
    fault: 'a disk forgets what it had promised to keep',
    seen: /was acknowledged and is in no version|neither in the newest text/,
    make: () => {
      let before: string | null = null;
      return {
        afterStep: async ({ laptops, trace }, step) => {
          const [laptop] = laptops;
          if (laptop === undefined) return;
          if (step % 40 === 20)
            before = copyFolder(laptop.folder(), `${laptop.folder()}-before-${String(step)}`);
          if (step % 40 !== 39 || before === null) return;
          trace.say('the disk goes back in time');
          await laptop.crash(before);
        },
      };
    },
  },
  {
    fault: 'something else is published than what was sealed',
    seen: /what is published is not what was sealed/,
    make: () => ({
      atTheEnd: ({ server }) =>
        withoutTriggers(
          path.join(server.folder(), 'newsroom.sqlite'),
          `UPDATE publication SET content = '${'0'.repeat(64)}'`,
        ),
    }),
  },
  {
    fault: 'an event is missing from the order',
    seen: /the events have a gap/,
    make: () => ({
      atTheEnd: ({ server }) =>
        withoutTriggers(
          path.join(server.folder(), 'newsroom.sqlite'),
          'DELETE FROM event WHERE seq = (SELECT max(seq) - 3 FROM event)',
        ),
    }),
  },
];

function read<Answer>({ body }: HttpResponse): Answer {
  return JSON.parse(Buffer.from(body).toString()) as Answer;
}

function json(answer: HttpResponse, value: unknown): HttpResponse {
  return { ...answer, body: Buffer.from(JSON.stringify(value)) };
}

/** The store guards itself; this is what it guards against. */
function withoutTriggers(file: string, sql: string): void {
  const database = new Database(file);
  database.pragma('foreign_keys = OFF');
  const triggers = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    .pluck()
    .all();
  for (const name of triggers) database.exec(`DROP TRIGGER "${String(name)}"`);
  database.exec(sql);
  database.close();
}
