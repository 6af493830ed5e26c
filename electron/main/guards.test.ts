/** The handlers obey the decisions: every hook is there, and each refuses. */
import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from 'electron';
import { z } from 'zod';
import { SHELL_CALLS } from '#shared/contract/shell-channels.ts';
import {
  channels,
  FakeSession,
  FakeWebContents,
  invokeFrom,
  opened,
  registeredSchemes,
  type FakeSender,
} from '../../tests/fakes/electron.ts';
import { answerShellCall } from './ipc.ts';
import { forbidNavigation } from './navigation.ts';
import { openInBrowser } from './open-external.ts';
import { registerSchemes } from './protocols/register-schemes.ts';
import { guardSessions } from './session-policy.ts';
import { answerShellCalls } from './shell-calls.ts';

vi.mock('electron', () => import('../../tests/fakes/electron.ts'));

const PAGE = 'redaksi-app://workbench/';
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const app = new EventEmitter() as unknown as App;

describe('every page that ever exists', () => {
  const contents = new FakeWebContents();
  forbidNavigation(app, log);
  app.emit('web-contents-created', {}, contents);

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    'is held back at %s',
    (event) => {
      let prevented = 0;
      const preventDefault = (): void => void (prevented += 1);
      contents.emit(event, { url: 'https://evil.test/', isMainFrame: true, preventDefault });
      contents.emit(event, { url: PAGE, isMainFrame: false, preventDefault });
      expect(prevented).toBe(2);
      contents.emit(event, { url: PAGE, isMainFrame: true, preventDefault });
      expect(prevented).toBe(2);
    },
  );
  it('opens no window and embeds no webview', () => {
    expect(contents.openHandler?.({ url: PAGE })).toEqual({ action: 'deny' });
    let prevented = false;
    contents.emit('will-attach-webview', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
  });
});

describe('every session that ever exists', () => {
  const session = new FakeSession();
  guardSessions(app, log);
  app.emit('session-created', session);

  const ask = (permission: string, requestingUrl: string): boolean | null => {
    let answer: boolean | null = null;
    session.request?.({} as never, permission as never, (allowed) => (answer = allowed), {
      requestingUrl,
      isMainFrame: true,
    });
    return answer;
  };
  const check = (permission: string, requestingUrl: string): boolean | undefined =>
    session.check?.(null, permission as never, requestingUrl, { requestingUrl, isMainFrame: true });

  it.each(['media', 'geolocation', 'notifications', 'openExternal', 'usb', 'fullscreen'])(
    'refuses %s, asked for or checked',
    (permission) => {
      expect(ask(permission, PAGE)).toBe(false);
      expect(check(permission, PAGE)).toBe(false);
    },
  );
  it('allows what the table allows, to the workstation alone', () => {
    expect(ask('clipboard-sanitized-write', PAGE)).toBe(true);
    expect(check('clipboard-sanitized-write', PAGE)).toBe(true);
    expect(ask('clipboard-sanitized-write', 'https://evil.test/')).toBe(false);
    expect(check('clipboard-sanitized-write', 'https://evil.test/')).toBe(false);
  });
  it('gives no device, shares no screen, fetches no dictionary, takes no download', () => {
    expect(session.device?.({} as never)).toBe(false);
    expect(session.display).toBeTypeOf('function');
    expect(session.spelling).toBe(false);
    let prevented = false;
    session.emit('will-download', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
  });
  it.each([
    ['https://evil.test/', true],
    ['file:///etc/passwd', true],
    ['redaksi-app://workbench/index.html', false],
  ])('a request for %s is cancelled: %s', (url, cancel) => {
    let answer: unknown;
    session.before?.({ url }, (given) => (answer = given));
    expect(answer).toEqual({ cancel });
  });
});

describe('a call of the page', () => {
  const ours: FakeSender = { senderFrame: { url: PAGE, parent: null } };
  let called = 0;
  answerShellCall('test.call' as never, z.string(), log, (text) => {
    called += 1;
    return text.length;
  });
  beforeEach(() => (called = 0));

  it('is answered to our own page', async () => {
    await expect(invokeFrom(ours, 'test.call', 'kata')).resolves.toBe(4);
  });
  it.each<[string, FakeSender]>([
    ['another origin', { senderFrame: { url: 'https://evil.test/', parent: null } }],
    ['a preview', { senderFrame: { url: 'redaksi-preview://live/x', parent: {} } }],
    ['a frame inside our page', { senderFrame: { url: PAGE, parent: {} } }],
    ['a frame that is gone', { senderFrame: null }],
  ])('is refused to %s, and its handler never runs', async (_who, sender) => {
    await expect(invokeFrom(sender, 'test.call', 'kata')).rejects.toThrow('refused');
    expect(called).toBe(0);
  });
  it('is refused when its input does not fit', async () => {
    await expect(invokeFrom(ours, 'test.call', 42)).rejects.toThrow('refused');
    expect(called).toBe(0);
  });
});

describe('the calls of the shell', () => {
  const ours: FakeSender = { senderFrame: { url: PAGE, parent: null } };
  const admitted: unknown[] = [];
  const saved: unknown[] = [];
  const menus: unknown[] = [];
  const windows: unknown[] = [];
  let current = { theme: 'system', language: 'id' } as const as {
    theme: 'system' | 'light' | 'dark';
    language: 'id' | 'en';
  };
  answerShellCalls({
    broker: {} as never,
    inbox: {
      admitFile: async (file) => {
        admitted.push(file);
        return { ok: false, why: 'not-a-photo' };
      },
      admitBytes: async () => ({ ok: false, why: 'not-a-photo' }),
      admitStoryFile: async (file) => {
        admitted.push(file);
        return { ok: false, why: 'unreadable', fileName: 'x' };
      },
      admitStoryBytes: async () => ({ ok: false, why: 'unreadable', fileName: 'x' }),
      sweep: async () => undefined,
    },
    pick: async () => null,
    saving: {
      save: async (_contents, ticket) => {
        saved.push(ticket);
        return { saved: false, why: 'cancelled' };
      },
      print: async () => 'cancelled',
    },
    preferences: { get: () => current, set: async (chosen) => void (current = chosen) },
    log,
    menu: { show: (_contents, menu) => void menus.push(menu) },
    windows: {
      own: () => ({ name: 'main', fresh: false, story: null }),
      open: (story) => void windows.push(story),
      finished: () => undefined,
    },
    preferencesChanged: () => undefined,
  });

  it('are exactly those of the table, and each refuses a stranger', async () => {
    const names = Object.values(SHELL_CALLS).toSorted();
    expect(channels().filter((name) => name !== 'test.call')).toEqual(names);
    for (const name of names) {
      const stranger = { senderFrame: { url: 'https://evil.test/', parent: null } };
      await expect(invokeFrom(stranger, name)).rejects.toThrow('refused');
    }
  });
  it('refuse what does not fit', async () => {
    for (const input of [{ theme: 'pink', language: 'id' }, { theme: 'dark' }, null, 'dark']) {
      await expect(invokeFrom(ours, SHELL_CALLS.writePreferences, input)).rejects.toThrow();
    }
    await expect(invokeFrom(ours, SHELL_CALLS.admitPath, ['/etc/passwd'])).rejects.toThrow();
    await expect(invokeFrom(ours, SHELL_CALLS.connectCore, 'no nonce')).rejects.toThrow();
    expect(admitted).toEqual([]);
    for (const ticket of ['../../etc/passwd', '/etc/passwd', 'a'.repeat(31), 'A'.repeat(32)]) {
      await expect(
        invokeFrom(ours, SHELL_CALLS.saveFile, { ticket, fileName: 'x.txt' }),
      ).rejects.toThrow();
      await expect(invokeFrom(ours, SHELL_CALLS.printStory, ticket)).rejects.toThrow();
    }
    expect(saved).toEqual([]);
  });
  it('take a menu only in its closed form, and open windows only for a story', async () => {
    const menu = {
      groups: [
        {
          id: 'file',
          title: 'Berkas',
          entries: [
            {
              command: 'story.new',
              name: 'Naskah baru',
              keys: 'CmdOrCtrl+N',
              enabled: true,
              checked: null,
            },
          ],
        },
      ],
    };
    await invokeFrom(ours, SHELL_CALLS.showMenu, menu);
    expect(menus).toEqual([menu]);
    const withRole = { groups: [{ ...menu.groups[0], entries: [{ role: 'toggleDevTools' }] }] };
    await expect(invokeFrom(ours, SHELL_CALLS.showMenu, withRole)).rejects.toThrow();
    for (const story of ['https://a.test', '../x', 7, undefined]) {
      await expect(invokeFrom(ours, SHELL_CALLS.openWindow, story)).rejects.toThrow();
    }
    await invokeFrom(ours, SHELL_CALLS.openWindow, null);
    expect(windows).toEqual([null]);
  });
  it('keep the preferences', async () => {
    const chosen = { theme: 'dark', language: 'en' };
    await invokeFrom(ours, SHELL_CALLS.writePreferences, chosen);
    await expect(invokeFrom(ours, SHELL_CALLS.readPreferences)).resolves.toEqual(chosen);
  });
  it('open published pages in the browser, and nothing else', async () => {
    await expect(invokeFrom(ours, SHELL_CALLS.openExternal, 'https://a.test/x')).resolves.toBe(
      true,
    );
    for (const address of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://a/b', 'x']) {
      await expect(invokeFrom(ours, SHELL_CALLS.openExternal, address)).resolves.toBe(false);
    }
    await expect(openInBrowser('ms-settings:')).resolves.toBe(false);
    expect(opened).toEqual(['https://a.test/x']);
  });
});

describe('our schemes', () => {
  it('have origins of their own and bypass no policy', () => {
    registerSchemes();
    expect(registeredSchemes.map(({ scheme }) => scheme)).toEqual([
      'redaksi-app',
      'redaksi-media',
      'redaksi-preview',
    ]);
    for (const { privileges = {} } of registeredSchemes) {
      expect(privileges).toMatchObject({ standard: true, secure: true });
      expect(privileges.bypassCSP ?? false).toBe(false);
      expect(privileges.allowServiceWorkers ?? false).toBe(false);
      expect(privileges.corsEnabled ?? false).toBe(false);
    }
  });
});
