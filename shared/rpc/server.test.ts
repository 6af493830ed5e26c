/** What a hostile or outdated window may send, seen from core. */
import { describe, expect, it } from 'vitest';
import { createCoreClient } from './client.ts';
import type { Frame, Port } from './frames.ts';
import { memoryPortPair } from './memory-port.ts';
import { createSampleCore, type SampleCore } from './sample-core.ts';
import { serveCore } from './server.ts';

interface Served {
  readonly core: SampleCore;
  readonly window: Port;
  readonly answers: Frame[];
  readonly log: string[];
}

function serve(options: { readonly checkOutputs: boolean } = { checkOutputs: true }): Served {
  const [window, port] = memoryPortPair();
  const core = createSampleCore();
  const log: string[] = [];
  const answers: Frame[] = [];
  const write = (fields: object, message: string): void =>
    void log.push(`${message} ${JSON.stringify(fields)}`);
  window.onFrame((frame) => void answers.push(frame as Frame));
  serveCore({ ...core, ...options, port, logger: { warn: write, error: write } });
  return { core, window, answers, log };
}

const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
const hello: Frame = { type: 'hello', protocol: 1 };
const request = (id: number, method: string, input: unknown): Frame => ({
  type: 'req',
  id,
  method,
  input,
});

describe('serveCore', () => {
  it.each([
    null,
    'text',
    42,
    {},
    { type: 'req' },
    { type: 'req', id: -1, method: 'session.get', input: {} },
    { type: 'req', id: 1, method: 'x'.repeat(101), input: {} },
    { type: 'boom', id: 1 },
    { type: 'res', id: 1, ok: true, output: {} },
  ])('ignores and logs a frame that is not understood: %j', async (frame) => {
    const { window, answers, log } = serve();
    window.send(hello);
    window.send(frame as never);
    window.send(request(9, 'session.get', {}));
    await settled();
    expect(log).toHaveLength(1);
    expect(answers.map((answer) => answer.type)).toEqual(['hello', 'res']);
  });

  it('answers nothing but PROTOCOL to a window that speaks another protocol', async () => {
    const { window, answers } = serve();
    window.send({ type: 'hello', protocol: 99 });
    window.send(request(1, 'session.get', {}));
    await settled();
    expect(answers[1]).toMatchObject({ type: 'fail', error: { code: 'PROTOCOL' } });
  });

  it('answers nothing but PROTOCOL to a window that never said hello', async () => {
    const { window, answers } = serve();
    window.send(request(1, 'session.get', {}));
    await settled();
    expect(answers[1]).toMatchObject({ type: 'fail', error: { code: 'PROTOCOL' } });
  });

  it('refuses the number of a call that still runs, and leaves that call alone', async () => {
    const { window, answers } = serve();
    window.send(hello);
    window.send(request(1, 'stories.list', { view: 'all', query: 'slow' }));
    window.send(request(1, 'session.get', {}));
    window.send({ type: 'cancel', id: 1 });
    await settled();
    expect(answers.slice(1)).toMatchObject([
      { type: 'fail', id: 1, error: { code: 'INVALID' } },
      { type: 'fail', id: 1, error: { code: 'CANCELLED' } },
    ]);
  });

  it('writes the text of an unknown failure to the log, beside the trace that the window got', async () => {
    const { window, answers, log } = serve();
    window.send(hello);
    window.send(request(1, 'stories.list', { view: 'all', query: 'broken' }));
    await settled();
    expect(answers[1]).toMatchObject({ error: { code: 'INTERNAL', traceId: 'trace-1' } });
    expect(log.join('\n')).toContain('trace-1');
  });

  it('leaves no listener behind when a window goes', async () => {
    const { core, window } = serve();
    expect(core.listenerCount()).toBe(1);
    window.close();
    await settled();
    expect(core.listenerCount()).toBe(0);
  });

  it('lets a wrong answer pass unchecked only where checking is off', async () => {
    const { window, answers } = serve({ checkOutputs: false });
    window.send(hello);
    window.send(request(1, 'stories.list', { view: 'all', query: 'wrong' }));
    await settled();
    expect(answers[1]).toMatchObject({ type: 'res', output: { counts: { mine: 'many' } } });
  });
});

describe('createCoreClient', () => {
  it('rejects every call with PROTOCOL when core speaks another protocol', async () => {
    const [window, core] = memoryPortPair();
    const client = createCoreClient(window);
    const call = client.call('session.get', {});
    core.send({ type: 'hello', protocol: 99 });
    await expect(call).rejects.toMatchObject({ code: 'PROTOCOL' });
    await expect(client.ready).rejects.toMatchObject({ code: 'PROTOCOL' });
  });

  it('a listener that throws does not keep the news from the next', async () => {
    const [window, core] = memoryPortPair();
    const complaints: string[] = [];
    const client = createCoreClient(window, (message) => void complaints.push(message));
    let heard = 0;
    client.on('stories.changed', () => {
      throw new Error('a broken view');
    });
    client.on('stories.changed', () => (heard += 1));
    core.send({ type: 'evt', event: 'stories.changed', payload: {} });
    await settled();
    expect(heard).toBe(1);
    expect(complaints).toEqual(['a listener of stories.changed threw']);
  });

  it('a call with a signal that is already aborted is never sent', async () => {
    const [window, core] = memoryPortPair();
    const frames: unknown[] = [];
    core.onFrame((frame) => void frames.push(frame));
    const client = createCoreClient(window);
    await expect(
      client.call('session.get', {}, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    await settled();
    expect(frames).toEqual([hello]);
  });
});
