/** Core's life under the shell, over both ways of running it: a real process, and a utility process (a worker here). */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StoryId } from '#shared/domain/ids.ts';
import { createCoreClient, type CoreConnection } from '#shared/rpc/client.ts';
import { emitterPort } from '#shared/rpc/message-port.ts';
import type { Log } from '../log.ts';
import type { SecretStore } from '../secrets.ts';
import { startCoreBroker, type CoreBroker, type CoreBrokerOptions } from './core-broker.ts';
import type { CoreProcess } from './core-process.ts';
import { startRelayCore } from './relay-core.ts';
import { restartDelay } from './restart-rule.ts';
import { startUtilityCore } from './utility-core.ts';

vi.mock('electron', () => import('../../../tests/fakes/electron.ts'));

const FILE = path.resolve(import.meta.dirname, '../../../tests/fakes/control-core.ts');
const STORY = '018f0000-0000-7000-8000-000000000000' as StoryId;

const ENTRY = path.resolve(import.meta.dirname, '../../core/entry.ts');

type Start = (env: Record<string, string>, file?: string) => CoreProcess;
const WAYS: Readonly<Record<string, Start>> = {
  'as a utility process': (env, file = FILE) => startUtilityCore({ file, env }),
  'in an external Node': (env, file = FILE) => startRelayCore(process.execPath, { file, env }),
};

describe.each(Object.entries(WAYS))('core %s', (_name, start) => {
  let broker: CoreBroker | null = null;
  const log: string[] = [];

  function begin(mood = '', options: Partial<CoreBrokerOptions> = {}): CoreBroker {
    log.length = 0;
    broker = startCoreBroker({
      start: () => start(mood === '' ? {} : { FAKE_CORE: mood }),
      secrets: memorySecrets(),
      log: writeTo(log),
      ...options,
    });
    return broker;
  }
  async function connect(): Promise<CoreConnection> {
    if (broker === null) throw new Error('begin first');
    return createCoreClient(emitterPort(await broker.connect()));
  }
  afterEach(async () => {
    await broker?.stop();
    broker = null;
  });

  it('answers a window’s calls and sends it news', async () => {
    begin();
    const client = await connect();
    let heard = 0;
    client.on('stories.changed', () => (heard += 1));
    await expect(
      client.call('stories.list', { view: 'all', query: 'banjir' }),
    ).resolves.toMatchObject({
      counts: { banjir: 6 },
    });
    await client.call('sync.now', {});
    await client.call('session.get', {});
    expect(heard).toBe(1);
  });

  it('serves two windows side by side, each with its own answers', async () => {
    begin();
    const [one, two] = await Promise.all([connect(), connect()]);
    const answers = await Promise.all([
      one.call('stories.list', { view: 'all', query: 'satu' }),
      two.call('stories.list', { view: 'all', query: 'dua' }),
    ]);
    expect(answers.map(({ counts }) => counts)).toEqual([{ satu: 4 }, { dua: 3 }]);
    one.close();
    await expect(two.call('session.get', {})).resolves.toMatchObject({ signedIn: false });
  });

  it('that dies rejects the calls under way, tells the windows, and is started again', async () => {
    const { onGone } = begin();
    let gone = 0;
    onGone(() => (gone += 1));
    const client = await connect();
    const slow = client.call('stories.list', { view: 'all', query: 'slow' });
    const fatal = client.call('session.signOut', {});
    await expect(slow).rejects.toMatchObject({ code: 'CORE_GONE' });
    await expect(fatal).rejects.toMatchObject({ code: 'CORE_GONE' });
    // A window that asks before the end is known gets a port to the dying core, and asks again.
    await vi.waitFor(() => expect(gone).toBe(1));
    const again = await connect();
    await expect(again.call('session.get', {})).resolves.toMatchObject({ signedIn: false });
    expect(gone).toBe(1);
  });

  it('keeps its secrets in the shell’s safe place', async () => {
    begin();
    await connect();
    await vi.waitFor(() => expect(log.filter((line) => line.includes('rahasia'))).toHaveLength(2));
  });

  it('renders previews and names its server when main asks', async () => {
    const { renderPreview, server } = begin();
    await expect(renderPreview(STORY)).resolves.toBe(`<h1>${STORY}</h1>`);
    await expect(server()).resolves.toBe('http://127.0.0.1:1/');
  });

  it('ends in order when it is asked, and is not started again', async () => {
    let starts = 0;
    const { stop } = begin('', {
      start: () => {
        starts += 1;
        return start({});
      },
    });
    await connect();
    await stop();
    expect(log.join('\n')).toContain('committed everything');
    expect(starts).toBe(1);
  });

  it('that does not end in time is ended', async () => {
    const { stop } = begin('stubborn', { patience: { stop: 100 as never } });
    await connect();
    await stop();
    expect(log.join('\n')).toContain('did not end in time');
  });

  it('that never gets ready is not waited for for ever', async () => {
    begin('silent', { patience: { connect: 300 as never } });
    await expect(connect()).rejects.toMatchObject({ code: 'CORE_GONE' });
  });
});

describe.each(Object.entries(WAYS))('the real core %s', (_name, start) => {
  it('opens its newsroom, keeps it closed to strangers, and ends in order', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'redaksi-core-'));
    const log: string[] = [];
    const broker = startCoreBroker({
      start: () => start({ REDAKSI_DATA_DIR: folder, REDAKSI_LOG_LEVEL: 'silent' }, ENTRY),
      secrets: memorySecrets(),
      log: writeTo(log),
    });
    try {
      const client = createCoreClient(emitterPort(await broker.connect()));
      await expect(client.call('session.get', {})).resolves.toMatchObject({ signedIn: false });
      await expect(client.call('stories.list', { view: 'all' })).rejects.toMatchObject({
        code: 'SIGN_IN_REQUIRED',
      });
      await expect(broker.renderPreview(STORY)).resolves.toBeNull();
      await expect(broker.server()).resolves.toBeNull();
    } finally {
      await broker.stop();
      await rm(folder, { recursive: true });
    }
    expect(log.join('\n')).not.toContain('did not end in time');
  });
});

describe('how soon a dead core is started again', () => {
  it('at once the first time, slower the next, and at most three times a minute', () => {
    expect(restartDelay([], 100_000)).toBe(0);
    expect(restartDelay([99_000], 100_000)).toBe(1_000);
    expect(restartDelay([98_000, 99_000], 100_000)).toBe(5_000);
    expect(restartDelay([70_000, 98_000, 99_000], 100_000)).toBe(30_000);
  });
  it('and what happened more than a minute ago is forgotten', () => {
    expect(restartDelay([1_000, 2_000, 3_000], 100_000)).toBe(0);
  });
});

function memorySecrets(): SecretStore {
  const kept = new Map<string, string>();
  return {
    get: async (name) => ({ value: kept.get(name) ?? null, kept: true }),
    set: async (name, value) => {
      if (value === null) kept.delete(name);
      else kept.set(name, value);
      return { value, kept: true };
    },
  };
}

function writeTo(lines: string[]): Log {
  const write = (fields: object, message: string): void =>
    void lines.push(`${message} ${JSON.stringify(fields)}`);
  return { info: write, warn: write, error: write };
}
