/** The preload as it ships, in a world that has no more than a sandboxed preload has. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createContext, Script } from 'node:vm';
import { MessageChannel } from 'node:worker_threads';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PASTED_BYTES, SHELL_CALLS, SHELL_NEWS } from '#shared/contract/shell-channels.ts';
import type { ShellBridge } from '#shared/contract/shell.ts';
import { BUNDLES } from '#build/vite-builds.ts';

const SANDBOX_MODULES = ['electron', 'events', 'timers', 'url'];

let folder: string;
let code: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'redaksi-preload-'));
  const preload = BUNDLES.find(({ name }) => name === 'preload');
  if (preload === undefined) throw new Error('there is no bundle of the preload');
  const config = await preload.config();
  await build({ ...config, build: { ...config.build, outDir: folder } });
  code = readFileSync(path.join(folder, 'preload.cjs'), 'utf8');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

class FakeFile extends Blob {
  readonly name: string;
  readonly onDisk: string;
  constructor(bytes: Uint8Array<ArrayBuffer>, name: string, onDisk = '') {
    super([bytes]);
    this.name = name;
    this.onDisk = onDisk;
  }
}

interface World {
  readonly exposed: Map<string, unknown>;
  readonly required: string[];
  readonly calls: (readonly [channel: string, input: unknown])[];
  readonly ipc: EventEmitter & { invoke: (channel: string, input: unknown) => Promise<unknown> };
}

function runPreload(answer: (channel: string, input: unknown) => unknown = () => undefined): World {
  const world: World = {
    exposed: new Map(),
    required: [],
    calls: [],
    ipc: Object.assign(new EventEmitter(), {
      invoke: async (channel: string, input: unknown) => {
        world.calls.push([channel, input]);
        return await answer(channel, input);
      },
    }),
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => void world.exposed.set(name, api),
    },
    ipcRenderer: world.ipc,
    webUtils: { getPathForFile: ({ onDisk }: FakeFile) => onDisk },
  };
  const context = createContext({
    require: (name: string) => {
      world.required.push(name);
      if (!SANDBOX_MODULES.includes(name)) throw new Error(`module not found: ${name}`);
      return name === 'electron' ? electron : {};
    },
    module: { exports: {} },
    exports: {},
    process: { platform: 'linux' },
    crypto,
    File: FakeFile,
    Uint8Array,
  });
  new Script(code).runInContext(context);
  return world;
}

function bridgeOf({ exposed }: World): ShellBridge {
  return exposed.get('redaksi') as ShellBridge;
}

describe('the preload', () => {
  let world: World;
  beforeEach(() => {
    world = runPreload();
  });

  it('needs nothing that a sandboxed preload has not, and is small', () => {
    expect([...new Set(world.required)]).toEqual(['electron']);
    expect(code.length).toBeLessThan(12_000);
  });

  it('exposes exactly the bridge', () => {
    expect([...world.exposed.keys()]).toEqual(['redaksi']);
    expect(Object.keys(bridgeOf(world)).toSorted()).toEqual([
      'admitFile',
      'capabilities',
      'connectCore',
      'files',
      'onBeforeClose',
      'onMenu',
      'onOpenStory',
      'openExternal',
      'openWindow',
      'ownWindow',
      'preferences',
      'setPreferences',
      'showMenu',
    ]);
  });

  it('exposes functions over plain values: nothing of Electron is within reach', () => {
    for (const value of Object.values(bridgeOf(world))) {
      expect(['function', 'object']).toContain(typeof value);
      expect(value).not.toBe(world.ipc);
    }
    expect({ ...bridgeOf(world).capabilities }).toEqual({ nativeFiles: true, platform: 'linux' });
  });

  it('gives listeners the value and never the event', () => {
    const heard: unknown[][] = [];
    const pick = { command: 'story.new', byKeys: false };
    bridgeOf(world).onMenu((...given) => void heard.push(given));
    bridgeOf(world).onOpenStory?.((...given) => void heard.push(given));
    world.ipc.emit(SHELL_NEWS.menu, { sender: world.ipc, ports: [] }, pick);
    world.ipc.emit(SHELL_NEWS.openStory, { sender: world.ipc, ports: [] }, 'id');
    expect(heard).toEqual([[pick], ['id']]);
  });

  it('takes a file from disk by the path that the system knows', async () => {
    const file = new FakeFile(Uint8Array.of(1), 'foto.jpg', '/home/laili/foto.jpg');
    await bridgeOf(world).admitFile(file);
    expect(world.calls).toEqual([[SHELL_CALLS.admitPath, '/home/laili/foto.jpg']]);
  });

  it('takes a pasted picture by its bytes, up to a limit', async () => {
    await bridgeOf(world).admitFile(new FakeFile(Uint8Array.of(1, 2), 'image.png'));
    expect(world.calls).toEqual([
      [SHELL_CALLS.admitBytes, { bytes: Uint8Array.of(1, 2), fileName: 'image.png' }],
    ]);
    const huge = new FakeFile(Uint8Array.of(1), 'huge.png');
    Object.defineProperty(huge, 'size', { value: PASTED_BYTES + 1 });
    await expect(bridgeOf(world).admitFile(huge)).resolves.toMatchObject({ why: 'too-large' });
    expect(world.calls).toHaveLength(1);
  });

  it('takes no path that the page made up', async () => {
    const made = { name: 'x', size: 1, path: '/etc/passwd', onDisk: '/etc/passwd' };
    await expect(bridgeOf(world).admitFile(made)).resolves.toMatchObject({ ok: false });
    expect(world.calls).toEqual([]);
  });

  it('says that it has finished when the page has, also when the page fails', async () => {
    const steps: string[] = [];
    bridgeOf(world).onBeforeClose(async () => void steps.push('saved'));
    bridgeOf(world).onBeforeClose(async () => {
      throw new Error('a broken view');
    });
    world.ipc.emit(SHELL_NEWS.beforeClose, {});
    await vi.waitFor(() => expect(world.calls).toEqual([[SHELL_CALLS.finished, undefined]]));
    expect(steps).toEqual(['saved']);
  });
});

describe('the connection to core', () => {
  /** Main's part: answers the request with a port, under the nonce that was sent. */
  function withPort(wrongFirst: { readonly nonce: string | null } = { nonce: null }) {
    const { port1, port2 } = new MessageChannel();
    const stranger = new MessageChannel().port1;
    const world = runPreload((channel, nonce) => {
      if (channel !== SHELL_CALLS.connectCore) return;
      if (wrongFirst.nonce !== null) {
        world.ipc.emit(SHELL_NEWS.corePort, { ports: [stranger] }, wrongFirst.nonce);
      }
      world.ipc.emit(SHELL_NEWS.corePort, { ports: [port1] }, nonce);
    });
    return { world, core: port2 };
  }

  it('carries frames both ways, and the port itself never reaches the page', async () => {
    const { world, core } = withPort();
    const frames: unknown[] = [];
    const send = await bridgeOf(world).connectCore(
      (frame) => void frames.push(frame),
      () => undefined,
    );
    expect(send).toBeTypeOf('function');
    const heard: unknown[] = [];
    core.on('message', (frame) => void heard.push(frame));
    send({ type: 'hello', protocol: 1 });
    core.postMessage({ type: 'hello', protocol: 1 });
    await vi.waitFor(() => expect(frames).toHaveLength(1));
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    core.close();
  });

  it('takes only the port that answers its own request', async () => {
    const { world, core } = withPort({ nonce: 'another' });
    const frames: unknown[] = [];
    await bridgeOf(world).connectCore(
      (frame) => void frames.push(frame),
      () => undefined,
    );
    core.postMessage({ type: 'hello', protocol: 1 });
    await vi.waitFor(() => expect(frames).toHaveLength(1));
    core.close();
  });

  it('is said to be over, once, whichever way core went', async () => {
    const { world, core } = withPort();
    let closed = 0;
    await bridgeOf(world).connectCore(
      () => undefined,
      () => (closed += 1),
    );
    world.ipc.emit(SHELL_NEWS.coreGone, {});
    core.close();
    await vi.waitFor(() => expect(closed).toBe(1));
    world.ipc.emit(SHELL_NEWS.coreGone, {});
    expect(closed).toBe(1);
    expect(world.ipc.listenerCount(SHELL_NEWS.coreGone)).toBe(0);
  });

  it('that main refuses is refused to the page, and leaves no listener', async () => {
    const world = runPreload(() => {
      throw new Error('core is away');
    });
    await expect(
      bridgeOf(world).connectCore(
        () => undefined,
        () => undefined,
      ),
    ).rejects.toThrow('core is away');
    expect(world.ipc.listenerCount(SHELL_NEWS.corePort)).toBe(0);
  });
});
