/** A newsroom on this machine that fits one article: a server, a reporter's laptop and an editor's. */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Agent, request } from 'undici';
import { createCore, type Core } from '#core/host.ts';
import type { Http } from '#core/sync/http.ts';
import { addDesk, addPerson, addSite } from '#server/admin.ts';
import { startServer, type RunningServer } from '#server/start.ts';
import type { Article } from '#shared/domain/article.ts';
import { deskIdSchema, type DeskId, type SiteId } from '#shared/domain/ids.ts';
import { storySlug } from '#shared/render/paths.ts';

interface Laptop {
  readonly core: Core;
  readonly dataDir: string;
  readonly username: string;
  readonly password: string;
  readonly name: string;
}

export interface LocalNewsroom {
  readonly server: RunningServer;
  readonly desk: DeskId;
  readonly site: SiteId;
  readonly reporter: Laptop;
  readonly editor: Laptop;
  /** Stops everything and removes its data. */
  readonly close: () => Promise<void>;
}

/** Opens the newsroom in a temporary folder, on 127.0.0.1 and a free port. */
export async function openLocalNewsroom(article: Article, site: SiteId): Promise<LocalNewsroom> {
  const folder = await mkdtemp(path.join(tmpdir(), 'redaksi-story-'));
  const network = loopback();
  const opened: (() => Promise<void>)[] = [
    () => rm(folder, { recursive: true, force: true }),
    () => network.close(),
  ];
  const close = async () => {
    for (const end of opened.toReversed()) await end();
  };
  try {
    const server = await startServer({
      dataDir: path.join(folder, 'server'),
      newsroom: 'Redaksi lokal',
    });
    opened.push(() => server.close());
    const place = article.dateline?.place ?? '';
    const desk = deskIdSchema.parse((place === '' ? 'redaksi' : storySlug(place)).slice(0, 64));
    await addSite(server.newsroom, {
      id: site,
      name: article.source || site,
      datelineBrand: article.dateline?.brand ?? '',
      datelineSeparator: article.dateline?.separator || '-',
      sourceName: article.source,
      language: article.language,
      copyrightTemplate: '',
    });
    await addDesk(server.newsroom, {
      id: desk,
      name: place || 'Redaksi',
      site,
      datelinePlace: place,
      section: article.section,
    });
    const laptop = async (
      who: Omit<Laptop, 'core' | 'dataDir' | 'password'>,
      roles: readonly ('reporter' | 'editor' | 'publisher')[],
    ): Promise<Laptop> => {
      const password = randomBytes(24).toString('base64url');
      await addPerson(server.newsroom, {
        username: who.username,
        password,
        fullName: who.name,
        shortName: '',
        signoffCode: '',
        grants: roles.map((role) => ({ role, desk })),
      });
      const dataDir = path.join(folder, who.username);
      await mkdir(dataDir);
      const core = createCore({
        dataDir,
        deviceName: `laptop ${who.username}`,
        http: network.http,
        live: null,
      });
      opened.push(() => core.close());
      return { ...who, core, dataDir, password };
    };
    const writers = article.writers.map(({ name }) => name.trim());
    const writer = writers.find((name) => name !== '') ?? 'Reporter';
    const signs = article.editors
      .map(({ name }) => name.trim())
      .find((name) => name !== '' && !writers.includes(name));
    const reporter = await laptop({ username: 'reporter', name: writer.slice(0, 200) }, [
      'reporter',
    ]);
    // Nobody seals their own story: without another name in the text a duty editor signs.
    const editor = await laptop(
      { username: 'editor', name: (signs ?? 'Redaktur Jaga').slice(0, 200) },
      ['editor', 'publisher'],
    );
    return { server, desk, site, reporter, editor, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The network of this machine alone: no proxy of the environment, and no address but 127.0.0.1. */
function loopback(): { readonly http: Http; readonly close: () => Promise<void> } {
  const agent = new Agent();
  return {
    http: async ({ method, url, headers, body }) => {
      // SECURITY: this command works offline from start to end.
      if (new URL(url).hostname !== '127.0.0.1') throw new Error('only 127.0.0.1 is asked');
      const answer = await request(url, { method, headers, body: body ?? null, dispatcher: agent });
      const flat = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
      return {
        status: answer.statusCode,
        headers: Object.fromEntries(flat) as Record<string, string>,
        body: await answer.body.bytes(),
      };
    },
    close: () => agent.destroy(),
  };
}
