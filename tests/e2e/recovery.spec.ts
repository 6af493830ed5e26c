/** What breaks and comes back: core killed, the page's process crashed, the program started twice. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { electronArguments, resolveElectron } from '#build/electron-runtime.ts';
import type { ShellBridge } from '#shared/contract/shell.ts';
import { launchWorkstation, type Workstation } from './fixtures/workstation.ts';

/** The bridge, as the page finds it. */
declare const redaksi: ShellBridge;

const ROOT = path.resolve(import.meta.dirname, '../..');

test.describe.configure({ mode: 'serial' });

let folder: string;
let station: Workstation;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'redaksi-recovery-'));
  station = await launchWorkstation({ dataDir: folder });
});

test.afterAll(async () => {
  await station?.close();
  await rm(folder, { recursive: true, force: true });
});

test('a second start over the same laptop folder ends at once and leaves the first alone', async () => {
  const electron = await resolveElectron();
  const second = spawn(electron.executable, [...electronArguments(), ROOT], {
    stdio: 'ignore',
    env: {
      ...process.env,
      REDAKSI_DATA_DIR: folder,
      ...(electron.nodeForCore !== null && { REDAKSI_CORE_NODE: electron.nodeForCore }),
    },
  });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  await expect(sessionOfPage()).resolves.toMatchObject({ signedIn: false });
});

test('a core that is killed comes back, and the page reaches it again', async () => {
  test.skip(process.platform !== 'linux', 'finds core among the processes of /proc');
  const before = await coreProcess();
  process.kill(before, 'SIGKILL');
  await expect.poll(coreProcess, { timeout: 20_000 }).not.toBe(before);
  await expect(sessionOfPage()).resolves.toMatchObject({ signedIn: false });
  expect(station.log.join('')).toContain('core ended unexpectedly');
});

test('a page whose process crashes is brought back and told so', async () => {
  const { app } = station;
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        return contents?.isCrashed() === false && !contents.isLoading() ? contents.getURL() : null;
      }),
    )
    .toBe('redaksi-app://workbench/#recovered');
});

/** The page asks core for its session over a new connection; rejects when core is away for longer than main waits. */
async function sessionOfPage(): Promise<unknown> {
  return await station.window.evaluate(
    async () =>
      await new Promise((resolve, reject) => {
        const begin = async (): Promise<void> => {
          const send = await redaksi.connectCore(
            (frame) => void (frame.type === 'res' && resolve(frame.output)),
            () => reject(new Error('closed')),
          );
          send({ type: 'hello', protocol: 1 });
          send({ type: 'req', id: 1, method: 'session.get', input: {} });
        };
        begin().catch(reject);
      }),
  );
}

/** The process id of core: the child of main that runs the built core. 0 while there is none. */
async function coreProcess(): Promise<number> {
  const main = station.app.process().pid;
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const [status, command] = await Promise.all([
      readFile(`/proc/${name}/status`, 'utf8').catch(() => ''),
      readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => ''),
    ]);
    const ofMain = status.includes(`\nPPid:\t${main}\n`);
    if (ofMain && (command.includes('host.js') || command.includes('node.mojom')))
      return Number(name);
  }
  return 0;
}
