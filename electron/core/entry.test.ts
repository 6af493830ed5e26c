/** Core as the process that the shell starts: a real Node over a real IPC channel, as an external Node runs it. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { fromCoreSchema, type FromCore, type ToCore } from '#shared/contract/core-process.ts';
import { newId, type StoryId } from '#shared/domain/ids.ts';
import { createCoreClient } from '#shared/rpc/client.ts';
import { createRelayEnd, isEnvelope } from '#shared/rpc/relay.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'redaksi-entry-'));
let child: ChildProcess | null = null;

afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

it(
  'says when it is ready, serves windows, keeps its secrets with the shell, and ends in order',
  { timeout: 60_000 },
  async () => {
    const heard: FromCore[] = [];
    const started = fork(join(import.meta.dirname, 'entry.ts'), [], {
      env: {
        ...process.env,
        REDAKSI_DATA_DIR: dataDir,
        REDAKSI_LOG_LEVEL: 'error',
        REDAKSI_CHECK_OUTPUTS: '1',
      },
      execArgv: [],
    });
    child = started;
    const relay = createRelayEnd((envelope) => void started.send(envelope));
    const tell = (message: ToCore) => void started.send(message);
    started.on('message', (message) => {
      if (isEnvelope(message)) relay.deliver(message);
      else heard.push(fromCoreSchema.parse(message));
    });
    const until = async <Control extends FromCore['control']>(control: Control) => {
      for (;;) {
        const found = heard.find((message) => message.control === control);
        if (found !== undefined) return found as Extract<FromCore, { control: Control }>;
        await new Promise((resolve) => void setTimeout(resolve, 20));
      }
    };

    const asked = await until('secret-get');
    await until('ready');
    const port = relay.connect(1);
    tell({ control: 'connect', window: 1 });
    const client = createCoreClient(port);
    await client.ready;
    const session = client.call('session.get', {});
    tell({ control: 'secret', id: asked.id, value: null, kept: true });
    expect(await session).toMatchObject({ person: null, server: null, signedIn: false });
    await expect(client.call('stories.list', { view: 'mine' })).rejects.toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    await expect(client.call('constructor' as never, {} as never)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    tell({ control: 'server-get', id: 7 });
    expect(await until('server')).toEqual({ control: 'server', id: 7, url: null });
    tell({ control: 'render-preview', id: 8, story: newId<StoryId>() });
    expect(await until('preview')).toEqual({ control: 'preview', id: 8, html: null });
    started.send({ control: 'format the disk' });

    const ended = new Promise<number | null>((resolve) => started.on('exit', resolve));
    tell({ control: 'shutdown' });
    await until('stopped');
    expect(await ended).toBe(0);
  },
);
