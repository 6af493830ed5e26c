import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startServer } from './start.ts';

// Each step starts a program of its own.
vi.setConfig({ testTimeout: 120_000 });

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'redaksi-manage-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command. */
function manage(args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [path.join(import.meta.dirname, 'manage.ts'), ...args],
      { env: { ...process.env, REDAKSI_SERVER_DATA: dataDir } },
      (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

test('a newsroom is filled from the command line, and its people can sign in', async () => {
  const steps = [
    await manage([
      'add-site',
      'tribun-jateng',
      '--name',
      'Tribun Jateng',
      '--brand',
      'TRIBUNJATENG.COM',
    ]),
    await manage(['add-desk', 'klaten', '--name', 'Klaten', '--site', 'tribun-jateng']),
    await manage(
      ['add-person', 'laili', '--name', 'Laili Shofiyah', '--role', 'reporter@klaten'],
      'sandi yang panjang\n',
    ),
  ];
  expect(steps.map(({ code, err }) => ({ code, err }))).toEqual(
    steps.map(() => ({ code: 0, err: '' })),
  );
  expect((await manage(['list'])).out).toContain('reporter@klaten');
  expect((await manage(['verify-audit'])).out).toContain('whole');

  const server = await startServer({ dataDir });
  const device = { id: '01890000-0000-7000-8000-000000000001', name: 'laptop' };
  const signedIn = await fetch(`${server.url}/v1/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'laili', password: 'sandi yang panjang', device }),
  });
  await server.close();
  expect(signedIn.status).toBe(200);
});

test('what can’t be done is said in one sentence, and nothing is added', async () => {
  const noSite = await manage(['add-desk', 'klaten', '--site', 'nowhere']);
  expect(noSite).toMatchObject({ code: 1, out: '' });
  expect(noSite.err).toContain('there is no site nowhere');
  const noRole = await manage(
    ['add-person', 'laili', '--role', 'king@klaten'],
    'sandi yang panjang\n',
  );
  expect(noRole).toMatchObject({ code: 1, out: '' });
  expect((await manage(['list'])).out.trim()).toBe('');
  expect((await manage(['crown'])).code).toBe(2);
  expect((await manage(['list', '--wrong'])).code).toBe(2);
});
