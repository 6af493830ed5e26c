/** Start, links, menu, demo sign-in, end. */
import { EventEmitter } from 'node:events';
import type { App, BrowserWindow } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import {
  shownMenuSchema,
  type MenuEntry,
  type MenuPick,
  type ShownMenu,
} from '#shared/contract/native-menu.ts';
import { SHELL_NEWS } from '#shared/contract/shell-channels.ts';
import { createSampleCore } from '#shared/rpc/sample-core.ts';
import { serveCore } from '#shared/rpc/server.ts';
import { emitterPort } from '#shared/rpc/message-port.ts';
import { BrowserWindow as FakeWindow } from '../../tests/fakes/electron.ts';
import { FakeMessageChannel } from '../../tests/fakes/message-ports.ts';
import { coreEnvironment } from './broker/core-environment.ts';
import { listenForDeepLinks } from './deep-links.ts';
import { sameShape } from './menu-shape.ts';
import { menuTemplate, type MenuOptions } from './menu.ts';
import { MENU_WORDS } from './menu-words.ts';
import { endInOrder } from './quit.ts';
import { signInAtOnce, wantedSignIn } from './sign-in.ts';
import { startCore } from './start-core.ts';

vi.mock('electron', () => import('../../tests/fakes/electron.ts'));

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const STORY = '018f0000-0000-7000-8000-000000000000';

describe('the end', () => {
  function quittable(platform: NodeJS.Platform) {
    const events: string[] = [];
    const app = Object.assign(new EventEmitter(), {
      exit: (code: number) => void events.push(`exit ${code}`),
      quit: () => void events.push('quit'),
    });
    const stopped = Promise.withResolvers<void>();
    endInOrder(
      app as unknown as App,
      {
        stop: async () => {
          events.push('stop');
          await stopped.promise;
        },
      },
      platform,
    );
    return { app, events, stopped };
  }

  it('comes after core has committed, also when asked twice', async () => {
    const { app, events, stopped } = quittable('linux');
    let prevented = 0;
    const event = { preventDefault: () => (prevented += 1) };
    app.emit('will-quit', event);
    app.emit('will-quit', event);
    expect(events).toEqual(['stop']);
    expect(prevented).toBe(2);
    stopped.resolve();
    await vi.waitFor(() => expect(events).toEqual(['stop', 'exit 0']));
  });
  it('comes also when core can’t end in order', async () => {
    const { app, events, stopped } = quittable('linux');
    app.emit('will-quit', { preventDefault: () => undefined });
    stopped.reject(new Error('gone'));
    await vi.waitFor(() => expect(events).toContain('exit 0'));
  });
  it('follows the last window, but on a Mac only when somebody quits', () => {
    const linux = quittable('linux');
    linux.app.emit('window-all-closed');
    expect(linux.events).toEqual(['quit']);
    const mac = quittable('darwin');
    mac.app.emit('window-all-closed');
    expect(mac.events).toEqual([]);
    mac.app.emit('before-quit');
    mac.app.emit('window-all-closed');
    expect(mac.events).toEqual(['quit']);
  });
});

describe('a link into the workstation', () => {
  const link = `redaksi://story/${STORY}`;
  function begin(argv: readonly string[]) {
    const app = new EventEmitter();
    const window = new FakeWindow({});
    const links = listenForDeepLinks(app as unknown as App, argv);
    const open = (): void => {
      links.deliverTo(window as unknown as BrowserWindow);
      window.webContents.emit('did-finish-load');
    };
    return { app, links, window, open };
  }

  it('that started the program waits for the page', () => {
    const { window, open } = begin(['redaksi', link]);
    expect(window.webContents.sent).toEqual([]);
    open();
    expect(window.webContents.sent).toEqual([[SHELL_NEWS.openStory, STORY]]);
  });
  it('that comes later opens its story, from a second start or from the system', () => {
    const { app, links, window, open } = begin([]);
    open();
    links.follow(['redaksi', link]);
    app.emit('open-url', { preventDefault: () => undefined }, link);
    app.emit('open-url', { preventDefault: () => undefined }, 'redaksi://publish/now');
    expect(window.webContents.sent).toHaveLength(2);
  });
});

describe('the menu', () => {
  const shown: ShownMenu = {
    groups: [
      {
        id: 'file',
        title: 'Berkas',
        entries: [entry('story.new', 'CmdOrCtrl+N'), entry('tab.close', 'CmdOrCtrl+W')],
      },
      {
        id: 'edit',
        title: 'Sunting',
        entries: [
          entry('find.open', 'CmdOrCtrl+F'),
          entry('edit.undo', 'CmdOrCtrl+Z', { enabled: false }),
        ],
      },
      { id: 'insert', title: 'Sisipkan', entries: [] },
      {
        id: 'view',
        title: 'Tampilan',
        entries: [entry('split.toggle', 'CmdOrCtrl+\\', { checked: true })],
      },
    ],
  };
  function entry(command: string, keys: string | null, more: Partial<MenuEntry> = {}): MenuEntry {
    return { command, name: `Nama ${command}`, keys, enabled: true, checked: null, ...more };
  }
  function menu(options: Partial<MenuOptions> = {}) {
    const sent: MenuPick[] = [];
    const template = menuTemplate({
      language: 'id',
      platform: 'linux',
      packaged: true,
      shown,
      send: (pick) => void sent.push(pick),
      ...options,
    });
    const entries = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    return { sent, entries, template };
  }

  it('gives every command of the page back, and tells keys from a click', () => {
    const { sent, entries } = menu();
    for (const each of entries) each.click?.({} as never, undefined, {});
    expect(sent.map(({ command }) => command).toSorted()).toEqual(
      shown.groups.flatMap((group) => group.entries.map(({ command }) => command)).toSorted(),
    );
    entries
      .find(({ id }) => id === 'story.new')
      ?.click?.({} as never, undefined, { triggeredByAccelerator: true });
    expect(sent.at(-1)).toEqual({ command: 'story.new', byKeys: true });
  });
  it('shows what can be done now, and what is on', () => {
    const { entries } = menu();
    expect(entries.find(({ id }) => id === 'edit.undo')).toMatchObject({ enabled: false });
    expect(entries.find(({ id }) => id === 'split.toggle')).toMatchObject({
      type: 'checkbox',
      checked: true,
    });
  });
  it('has undo of the story above the clipboard, and the system’s own before a page is there', () => {
    const edit = menu().template.find(({ label }) => label === 'Sunting')?.submenu;
    expect(Array.isArray(edit) && edit[0]?.id).toBe('edit.undo');
    const roles = menu({ shown: null }).entries.map(({ role }) => role);
    expect(roles).toContain('undo');
    expect(menu().entries.map(({ role }) => role)).not.toContain('undo');
  });
  it('leaves out a menu that has nothing', () => {
    expect(menu().template.map(({ label }) => label)).not.toContain('Sisipkan');
  });
  it('speaks both languages completely, and they differ', () => {
    expect(Object.keys(MENU_WORDS.en)).toEqual(Object.keys(MENU_WORDS.id));
    expect(menu({ shown: null }).template[0]?.label).toBe('Berkas');
    expect(menu({ shown: null, language: 'en' }).template[0]?.label).toBe('File');
  });
  it('has developer tools only where it is not packaged, and never a reload', () => {
    const roles = (packaged: boolean) => menu({ packaged }).entries.map(({ role }) => role);
    expect(roles(true)).not.toContain('toggleDevTools');
    expect(roles(false)).toContain('toggleDevTools');
    for (const role of ['reload', 'forceReload', 'viewMenu']) {
      expect(roles(false)).not.toContain(role);
    }
  });
  it('gives no key two meanings', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      const keys = menu({ platform }).entries.flatMap(({ id, accelerator }) =>
        id === undefined ? [] : (accelerator ?? []),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
  it('is changed in place while only what can be done changes', () => {
    const [file] = shown.groups;
    if (file === undefined) throw new Error('no menu');
    const off = {
      groups: [
        { ...file, entries: file.entries.map((each) => ({ ...each, enabled: false })) },
        ...shown.groups.slice(1),
      ],
    };
    expect(sameShape(shown, off)).toBe(true);
    const renamed = { groups: [{ ...file, title: 'File' }, ...shown.groups.slice(1)] };
    expect(sameShape(shown, renamed)).toBe(false);
  });
  it('takes only what fits: a page can’t make main throw, or fill the screen', () => {
    expect(shownMenuSchema.safeParse(shown).success).toBe(true);
    const changed = (more: Partial<MenuEntry>) => ({
      groups: [{ id: 'file', title: 'Berkas', entries: [entry('a', null, more)] }],
    });
    for (const keys of ['Ctrl+', 'Nonsense', 'CmdOrCtrl+Foo', 'CmdOrCtrl', 'Cmd+A', '++', '']) {
      expect(shownMenuSchema.safeParse(changed({ keys })).success, keys).toBe(false);
    }
    for (const keys of ['F3', 'Shift+F3', 'CmdOrCtrl+\\', 'Alt+Shift+Up', 'Control+Tab']) {
      expect(shownMenuSchema.safeParse(changed({ keys })).success, keys).toBe(true);
    }
    expect(shownMenuSchema.safeParse(changed({ name: 'x'.repeat(500) })).success).toBe(false);
    expect(shownMenuSchema.safeParse(changed({ command: '<b>' })).success).toBe(false);
  });
});

describe('REDAKSI_SIGN_IN', () => {
  const wish = JSON.stringify({ server: 'http://127.0.0.1:1', username: 'laili', password: 'x' });
  it('is read when the program is not packaged, and never when it is', () => {
    expect(wantedSignIn(wish, { packaged: false, log })).toMatchObject({ username: 'laili' });
    expect(wantedSignIn(wish, { packaged: true, log })).toBeNull();
    for (const nonsense of ['{', '{}', '[]', undefined, '']) {
      expect(wantedSignIn(nonsense, { packaged: false, log })).toBeNull();
    }
  });
  it('that fails leaves the window to ask', async () => {
    const { port1, port2 } = new FakeMessageChannel();
    serveCore({ ...createSampleCore(), port: emitterPort(port2), logger: log });
    const warnings: string[] = [];
    const wanted = wantedSignIn(wish, { packaged: false, log });
    if (wanted === null) throw new Error('no wish');
    await signInAtOnce(async () => port1, wanted, {
      ...log,
      warn: (_fields, message) => void warnings.push(message),
    });
    expect(warnings.join()).toContain('the window asks instead');
  });
});

describe('core’s environment', () => {
  const own = {
    REDAKSI_DATA_DIR: '/d',
    REDAKSI_DEVICE_NAME: 'laptop',
    REDAKSI_LOG_LEVEL: 'info',
    REDAKSI_CHECK_OUTPUTS: '0',
  } as const;
  it('holds what is named and nothing that changes how Node runs', () => {
    const from = {
      PATH: '/bin',
      HOME: '/home/a',
      NODE_OPTIONS: '--require /tmp/evil.js',
      ELECTRON_RUN_AS_NODE: '1',
      REDAKSI_SIGN_IN: '{"password":"x"}',
      AWS_SECRET_ACCESS_KEY: 'x',
    };
    expect(coreEnvironment(from, own)).toEqual({ PATH: '/bin', HOME: '/home/a', ...own });
  });
  it('an Electron whose Node is too old needs another one named', () => {
    const env = {
      dataDir: undefined,
      coreNode: undefined,
      signIn: undefined,
      deviceName: 'laptop',
      logLevel: 'info',
    } as const;
    const runtime = { node: '20.18.1', packaged: false, variables: {} };
    expect(() => startCore({ core: '/c', data: '/d' }, env, runtime)).toThrow('REDAKSI_CORE_NODE');
  });
});
