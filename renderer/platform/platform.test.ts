import { describe, expect, it } from 'vitest';
import type { ShellBridge } from '#shared/contract/shell.ts';
import type { Port } from '#shared/rpc/frames.ts';
import { memoryPortPair } from '#shared/rpc/memory-port.ts';
import { createSampleCore } from '#shared/rpc/sample-core.ts';
import { serveCore } from '#shared/rpc/server.ts';
import { bridgePort } from './bridge-port.ts';
import { connectLastingCore, type LastingCore } from './lasting-core.ts';
import { connectPlatform } from './platform.ts';

const quiet = { warn: () => undefined, error: () => undefined };

/** A core that can be killed and started again. */
function restartableCore(): { connect: () => Promise<Port>; kill: () => void; start: () => void } {
  let line: Port | null = null;
  let up = true;
  return {
    connect: async () => {
      if (!up) throw new Error('core is away');
      const [window, core] = memoryPortPair();
      serveCore({ ...createSampleCore(() => core.close()), port: core, logger: quiet });
      line = core;
      return window;
    },
    kill: () => {
      up = false;
      line?.close();
    },
    start: () => {
      up = true;
    },
  };
}

const soon = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
async function connected(): Promise<{
  lasting: LastingCore;
  core: ReturnType<typeof restartableCore>;
}> {
  const core = restartableCore();
  const lasting = connectLastingCore({ connect: core.connect, wait: soon });
  await lasting.ready;
  return { lasting, core };
}

describe('a window whose core crashes', () => {
  it('rejects the call that was under way with CORE_GONE', async () => {
    const { lasting, core } = await connected();
    const slow = lasting.core.call('stories.list', { view: 'all', query: 'slow' });
    core.kill();
    await expect(slow).rejects.toMatchObject({ code: 'CORE_GONE' });
  });

  it('keeps a call that is made meanwhile until core is back', async () => {
    const { lasting, core } = await connected();
    core.kill();
    await soon();
    const call = lasting.core.call('stories.list', { view: 'all', query: 'banjir' });
    core.start();
    await expect(call).resolves.toMatchObject({ counts: { banjir: 6 } });
  });

  it('says that core is away and that it is back, and asks everybody to fetch again', async () => {
    const { lasting, core } = await connected();
    const said: string[] = [];
    lasting.onLink((link) => void said.push(link));
    lasting.onRestart(() => void said.push('fetch again'));
    core.kill();
    await soon();
    core.start();
    await lasting.core.call('session.get', {});
    expect(said).toEqual(['away', 'there', 'fetch again']);
  });

  it('still hears news afterwards, through the same listener', async () => {
    const { lasting, core } = await connected();
    let heard = 0;
    lasting.core.on('stories.changed', () => (heard += 1));
    core.kill();
    await soon();
    core.start();
    await lasting.core.call('sync.now', {});
    await soon();
    expect(heard).toBe(1);
  });

  it('gives up on a core of another version instead of asking for ever', async () => {
    const lasting = connectLastingCore({
      connect: async () => {
        const [window, core] = memoryPortPair();
        core.send({ type: 'hello', protocol: 99 });
        return window;
      },
      wait: soon,
    });
    await expect(lasting.ready).rejects.toMatchObject({ code: 'PROTOCOL' });
    await expect(lasting.core.call('session.get', {})).rejects.toMatchObject({ code: 'PROTOCOL' });
  });
});

describe('the bridge as a port', () => {
  function bridge(connectCore: ShellBridge['connectCore']): ShellBridge {
    return { connectCore } as ShellBridge;
  }

  it('loses no frame that came before anybody listened', async () => {
    const port = await bridgePort(
      bridge(async (onFrame) => {
        onFrame({ type: 'hello', protocol: 1 });
        return () => undefined;
      }),
    );
    const frames: unknown[] = [];
    port.onFrame((frame) => void frames.push(frame));
    expect(frames).toEqual([{ type: 'hello', protocol: 1 }]);
  });

  it('tells a late listener that it is closed', async () => {
    const port = await bridgePort(
      bridge(async (_onFrame, onClosed) => {
        onClosed();
        return () => undefined;
      }),
    );
    let told = false;
    port.onClose(() => (told = true));
    expect(told).toBe(true);
  });

  it('a page outside Redaksi is told so', async () => {
    await expect(connectPlatform(undefined)).rejects.toThrow('only inside Redaksi');
  });
});
