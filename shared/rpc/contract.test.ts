/** One suite for every transport: whatever lies between window and core, both see the same. */
import { fork, type ChildProcess } from 'node:child_process';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { RedaksiError } from '../contract/errors.ts';
import { createCoreClient, type CoreConnection } from './client.ts';
import type { Port } from './frames.ts';
import { memoryPortPair } from './memory-port.ts';
import { eventTargetPort } from './message-port.ts';
import { createRelayEnd, isEnvelope } from './relay.ts';
import { createSampleCore } from './sample-core.ts';
import { serveCore } from './server.ts';

interface Line {
  /** The window's end. */
  readonly port: Port;
  readonly stop: () => void;
}

const quiet = { warn: () => undefined, error: () => undefined };

function serveSample(port: Port): void {
  serveCore({
    ...createSampleCore(() => port.close()),
    port,
    logger: quiet,
    checkOutputs: true,
  });
}

const TRANSPORTS: Readonly<Record<string, () => Line>> = {
  'an in-memory pair': () => {
    const [window, core] = memoryPortPair();
    serveSample(core);
    return { port: window, stop: () => window.close() };
  },
  'a MessageChannel': () => {
    const { port1, port2 } = new MessageChannel();
    serveSample(eventTargetPort(port2));
    return { port: eventTargetPort(port1), stop: () => port1.close() };
  },
  'a child process': () => {
    const child: ChildProcess = fork(
      new URL('../../tests/fakes/child-core.ts', import.meta.url).pathname,
      { stdio: 'inherit', execArgv: [] },
    );
    const relay = createRelayEnd((envelope) => child.send(envelope, () => undefined));
    const port = relay.connect(1);
    child.on('message', (message) => isEnvelope(message) && relay.deliver(message));
    child.on('exit', () => relay.disconnectAll());
    return { port, stop: () => void child.kill() };
  },
};

describe.each(Object.entries(TRANSPORTS))('over %s', (_name, connect) => {
  let line: Line | null = null;
  function open(): CoreConnection {
    line = connect();
    return createCoreClient(line.port);
  }
  afterEach(() => line?.stop());

  it('both sides say hello before anything else is needed', async () => {
    await expect(open().ready).resolves.toBeUndefined();
  });

  it('a call brings its answer, with the defaults of the schema filled in', async () => {
    const client = open();
    await expect(client.call('stories.list', { view: 'mine', query: 'banjir' })).resolves.toEqual({
      stories: [],
      counts: { banjir: 6 },
    });
    await expect(client.call('stories.list', { view: 'mine' })).resolves.toMatchObject({
      counts: { '': 0 },
    });
  });

  it('a hundred calls at once get each their own answer', async () => {
    const client = open();
    const words = Array.from({ length: 100 }, (_, n) => `kata-${n}`);
    const answers = await Promise.all(
      words.map((query) => client.call('stories.list', { view: 'all', query })),
    );
    expect(answers.map(({ counts }) => Object.keys(counts)[0])).toEqual(words);
  });

  it('an input that does not fit is refused before any handler sees it', async () => {
    const wrong = { view: 'everything', query: 3 } as never;
    const refused = await failure(open().call('stories.list', wrong));
    expect(refused.code).toBe('INVALID');
    expect(refused.details?.['places']).toMatchObject([{ path: 'view' }, { path: 'query' }]);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'no.such'])(
    'the name %s is no method',
    async (name) => {
      expect((await failure(open().call(name as never, {} as never))).code).toBe('NOT_FOUND');
    },
  );

  it('a refusal keeps its code and details, and names its trace', async () => {
    const story = '018f0000-0000-7000-8000-000000000000' as never;
    const refused = await failure(open().call('story.submit', { story }));
    expect(refused).toBeInstanceOf(RedaksiError);
    expect(refused.code).toBe('CONFLICT');
    expect(refused.details).toMatchObject({ head: 'v2', traceId: 'trace-1' });
  });

  it('the text of an unknown failure never crosses', async () => {
    const refused = await failure(open().call('stories.list', { view: 'all', query: 'broken' }));
    expect(refused.code).toBe('INTERNAL');
    expect(JSON.stringify(refused) + refused.message).not.toContain('hunter2');
  });

  it('an answer that breaks the contract does not reach the window', async () => {
    const refused = await failure(open().call('stories.list', { view: 'all', query: 'wrong' }));
    expect(refused.code).toBe('INTERNAL');
  });

  it('news reaches whoever listens, until they stop', async () => {
    const client = open();
    let heard = 0;
    const stop = client.on('stories.changed', () => (heard += 1));
    await client.call('sync.now', {});
    await client.call('session.get', {});
    expect(heard).toBe(1);
    stop();
    await client.call('sync.now', {});
    await client.call('session.get', {});
    expect(heard).toBe(1);
  });

  it('a cancelled call rejects at once and the next call still works', async () => {
    const client = open();
    const abort = new AbortController();
    const slow = failure(
      client.call('stories.list', { view: 'all', query: 'slow' }, { signal: abort.signal }),
    );
    abort.abort();
    expect((await slow).code).toBe('CANCELLED');
    await expect(client.call('session.get', {})).resolves.toMatchObject({ signedIn: false });
  });

  it('a core that dies rejects every waiting call, and every later one', async () => {
    const client = open();
    await client.ready;
    const slow = failure(client.call('stories.list', { view: 'all', query: 'slow' }));
    const fatal = failure(client.call('session.signOut', {}));
    expect((await slow).code).toBe('CORE_GONE');
    expect((await fatal).code).toBe('CORE_GONE');
    expect((await failure(client.call('session.get', {}))).code).toBe('CORE_GONE');
  });
});

async function failure(call: Promise<unknown>): Promise<RedaksiError> {
  try {
    await call;
  } catch (thrown) {
    if (thrown instanceof RedaksiError) return thrown;
    throw thrown;
  }
  throw new Error('the call should have been refused');
}
