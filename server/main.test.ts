import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, type DeviceId, type StoryId } from '#shared/domain/ids.ts';
import { readConfig, SETTINGS } from './config.ts';
import { askServer, dumpStore } from './testing/newsroom-kit.ts';

/** Processes take their time on a busy machine. */
const PATIENCE = 120_000;

let dataDir: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'redaksi-main-'));
});
afterEach(async () => {
  // Also after a test that failed half way.
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(dataDir, { recursive: true });
});

const PASSWORD = 'sandi admin pertama';

function start(over: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url))], {
    env: {
      PATH: process.env['PATH'] ?? '',
      REDAKSI_SERVER_DATA: dataDir,
      REDAKSI_SERVER_PORT: '0',
      REDAKSI_SERVER_ADMIN: 'kepala',
      REDAKSI_SERVER_ADMIN_PASSWORD: PASSWORD,
      ...over,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const url = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /listens at (\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, url, ended, output: () => output, errors: () => errors };
}

const signIn = (url: string) =>
  askServer(url, null, 'signIn', {
    username: 'kepala',
    password: PASSWORD,
    device: { id: newId<DeviceId>(), name: 'x' },
  });

describe('the server as a process', { timeout: PATIENCE }, () => {
  it('starts on an empty folder with its first admin, and ends clean on SIGTERM', async () => {
    const server = start();
    const url = await server.url;
    expect((await askServer(url, null, 'health', {})).ok).toBe(true);
    const got = await signIn(url);
    if (!got.ok) throw new Error(got.error.message);
    expect(got.output.person.grants).toEqual([{ role: 'admin', desk: '*' }]);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    // Closed, not left behind: the write-ahead log is folded in.
    expect(existsSync(join(dataDir, 'newsroom.sqlite-wal'))).toBe(false);
    expect(dumpStore(dataDir)['person']).toHaveLength(1);
    // SECURITY: the key is the server's own, and neither token nor password was logged.
    expect(statSync(join(dataDir, 'signing-key.pem')).mode & 0o777).toBe(0o600);
    expect(server.output() + server.errors()).not.toContain(PASSWORD);
    expect(server.output() + server.errors()).not.toContain(got.output.token);
  });

  it('finishes what is under way before it ends, and takes nothing new', async () => {
    const server = start({ REDAKSI_SERVER_LOG: 'silent' });
    const url = await server.url;
    const got = await signIn(url);
    if (!got.ok) throw new Error(got.error.message);
    const headers = { authorization: `Bearer ${got.output.token}`, 'tus-resumable': '1.0.0' };
    const text = (value: string) => Buffer.from(value).toString('base64');
    const begun = await fetch(`${url}/v1/uploads`, {
      method: 'POST',
      headers: {
        ...headers,
        'upload-length': '3000',
        'upload-metadata': `sha256 ${text('a'.repeat(64))},filename ${text('foto.jpg')}`,
      },
    });
    const file = begun.headers.get('location')?.split('/').at(-1) ?? '';
    const size = () => statSync(join(dataDir, 'uploads', file)).size;
    const piece = new Uint8Array(1_000);
    // The first half of the body is on the server's disk when the signal comes, the second half follows after it.
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(piece);
        while (size() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        server.child.kill('SIGINT');
        while (
          await fetch(`${url}/v1/health`).then(
            (answer) => answer.ok,
            () => false,
          )
        )
          await new Promise((resolve) => setTimeout(resolve, 5));
        controller.enqueue(piece);
        controller.close();
      },
    });
    const sent = await fetch(new URL(begun.headers.get('location') ?? '', url), {
      method: 'PATCH',
      headers: {
        ...headers,
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
      body,
      duplex: 'half',
    });
    expect(sent.status).toBe(204);
    expect(sent.headers.get('upload-offset')).toBe('2000');
    expect(await server.ended).toBe(0);
    expect(size()).toBe(2_000);
  });

  it('after kill -9 has everything that it had answered for', async () => {
    const first = start({ REDAKSI_SERVER_LOG: 'silent' });
    const got = await signIn(await first.url);
    if (!got.ok) throw new Error(got.error.message);
    first.child.kill('SIGKILL');
    await first.ended;
    const again = start({ REDAKSI_SERVER_LOG: 'silent' });
    const known = await askServer(await again.url, got.output.token, 'events', { after: 0 });
    expect(known).toMatchObject({ ok: true, output: { events: [{ kind: 'person' }] } });
    const refused = await askServer(await again.url, got.output.token, 'putStory', {
      id: newId<StoryId>(),
      desk: 'x',
    });
    expect(refused.ok).toBe(false);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });

  it('says in one line which variable is wrong, without its value, and ends with 1', async () => {
    const server = start({
      REDAKSI_SERVER_PORT: 'delapan',
      REDAKSI_SERVER_ADMIN_PASSWORD: 'pendek',
    });
    expect(await server.ended).toBe(1);
    expect(server.errors()).toContain('REDAKSI_SERVER_PORT');
    expect(server.errors()).toContain('REDAKSI_SERVER_ADMIN_PASSWORD');
    expect(server.errors()).not.toContain('pendek');
  });
});

describe('the settings', () => {
  it('have defaults that keep the server on this machine', () => {
    expect(readConfig({})).toMatchObject({
      REDAKSI_SERVER_HOST: '127.0.0.1',
      REDAKSI_SERVER_PORT: 4410,
      REDAKSI_SERVER_PROXY: '0',
    });
  });

  it('each say what they mean', () => {
    for (const { means } of Object.values(SETTINGS)) expect(means.length).toBeGreaterThan(20);
  });
});
