/** A laptop's 1,000 versions taken by the server, over HTTP, against bare inserts of the same rows in as many commits. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import {
  HTTP_LIMITS,
  HTTP_ROUTES,
  type HttpInput,
  type HttpRouteName,
} from '#shared/contract/http.ts';
import { emptyArticle } from '#shared/domain/article.ts';
import { newBlockId, newId, type DeviceId, type StoryId } from '#shared/domain/ids.ts';
import type { Person } from '#shared/domain/roles.ts';
import { cutVersion, type StoredObject, type Version } from '#shared/domain/version.ts';
import { timed, type Bench } from './measure.ts';
import { openNewsroom, PASSWORD } from './newsroom.ts';

const VERSIONS = 1_000;

type Call = <Name extends HttpRouteName>(name: Name, input: HttpInput<Name>) => Promise<unknown>;

export async function pushBench(folder: string): Promise<Bench> {
  const { server, desk } = await openNewsroom(join(folder, 'push-server'));
  const device = newId<DeviceId>();
  let token = '';
  const call: Call = async (name, input) => {
    const { method, path } = HTTP_ROUTES[name];
    const answer = await fetch(`${server.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(input),
    });
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
    return await answer.json();
  };
  const login = {
    username: 'laili',
    password: PASSWORD,
    device: { id: device, name: 'tolok ukur' },
  };
  const signedIn = (await call('signIn', login)) as { token: string; person: Person };
  token = signedIn.token;

  const bare = new Database(join(folder, 'bare-push.sqlite'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('create table bare (n integer primary key, json text not null)');
  const insert = bare.prepare('insert into bare (json) values (?)');
  const insertAll = bare.transaction((rows: readonly unknown[]) => {
    for (const row of rows) insert.run(JSON.stringify(row));
  });

  return {
    name: `server push of ${VERSIONS} versions`,
    baseline: 'bare SQLite inserts of the same rows',
    rounds: 5,
    subject: async () => {
      const story = newId<StoryId>();
      const { versions, objects } = chain(story, signedIn.person, device);
      await call('putStory', { id: story, desk });
      return await timed(async () => {
        for (const some of batches(objects, HTTP_LIMITS.objectsPerCall))
          await call('putObjects', { objects: some });
        for (const some of batches(versions, HTTP_LIMITS.versionsPerCall))
          await call('putVersions', { versions: some });
      });
    },
    against: () => {
      const { versions, objects } = chain(newId<StoryId>(), signedIn.person, device);
      return timed(() => {
        for (const some of batches(objects, HTTP_LIMITS.objectsPerCall)) insertAll(some);
        for (const some of batches(versions, HTTP_LIMITS.versionsPerCall)) insertAll(some);
      });
    },
    close: async () => {
      bare.close();
      await server.close();
    },
  };
}

/** A story of 20 paragraphs that changes in one of them with each version. */
function chain(story: StoryId, person: Person, device: DeviceId) {
  const blocks = Array.from({ length: 20 }, (_, at) => ({
    id: newBlockId(),
    kind: 'paragraph' as const,
    runs: [
      { text: `Paragraf ${at} ${story}: pemerintah kabupaten menata pasar itu sejak awal tahun.` },
    ],
  }));
  const versions: Version[] = [];
  const objects = new Map<string, StoredObject>();
  for (let n = 0; n < VERSIONS; n += 1) {
    const changed = blocks.map((block, at) =>
      at === n % blocks.length
        ? { ...block, runs: [{ text: `${block.runs[0]?.text} Versi ${n}.` }] }
        : block,
    );
    const parents = versions.slice(-1).map((version) => version.id);
    const cut = cutVersion(
      {
        ...emptyArticle(),
        headline: 'Pasar Ditata',
        writers: [{ name: person.fullName, person: person.id }],
        blocks: changed,
      },
      {
        story,
        parents,
        person: person.id,
        device,
        at: new Date(1_750_000_000_000 + n).toISOString(),
        reason: 'pause',
      },
    );
    versions.push(cut.version);
    for (const object of cut.objects) objects.set(object.hash, object);
  }
  return { versions, objects: [...objects.values()] };
}

function* batches<Entry>(entries: readonly Entry[], size: number): Generator<Entry[]> {
  for (let at = 0; at < entries.length; at += size) yield entries.slice(at, at + size);
}
