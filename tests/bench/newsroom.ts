/** A real server and real laptops for the benches, with one desk and its people. */
import { createCore, type Core } from '#core/host.ts';
import { deskIdSchema, siteIdSchema, type DeskId } from '#shared/domain/ids.ts';
import { addDesk, addPerson, addSite } from '#server/admin.ts';
import { startServer, type RunningServer } from '#server/start.ts';

export const PASSWORD = 'sandi tolok ukur';

export interface BenchNewsroom {
  readonly server: RunningServer;
  readonly desk: DeskId;
}

export async function openNewsroom(dataDir: string): Promise<BenchNewsroom> {
  const limit = 1_000_000;
  const server = await startServer({
    dataDir,
    limits: { requestsPerMinute: limit, passwordsPerName: limit, passwordsPerAddress: limit },
  });
  const site = siteIdSchema.parse('tribun-jateng');
  const desk = deskIdSchema.parse('klaten');
  await addSite(server.newsroom, {
    id: site,
    name: 'Tribun Jateng',
    datelineBrand: 'TRIBUNJATENG.COM',
    datelineSeparator: '-',
    sourceName: 'Tribun Jateng',
    language: 'id',
    copyrightTemplate: '© {year}',
  });
  await addDesk(server.newsroom, {
    id: desk,
    name: 'Klaten',
    site,
    datelinePlace: 'KLATEN',
    section: 'Berita Klaten',
  });
  await addPerson(server.newsroom, {
    username: 'laili',
    fullName: 'Laili Shofiyah',
    shortName: 'Laili S',
    signoffCode: '***',
    password: PASSWORD,
    grants: [{ role: 'reporter', desk: '*' }],
  });
  return { server, desk };
}

/** A laptop's core, signed in. */
export async function laptopOf(
  { server }: BenchNewsroom,
  username: string,
  dataDir: string,
): Promise<Core> {
  const core = createCore({ dataDir, deviceName: 'tolok ukur', live: null });
  await core.handlers['session.signIn']({ server: server.url, username, password: PASSWORD });
  return core;
}
