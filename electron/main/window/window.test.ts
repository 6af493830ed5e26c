import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BrowserWindow } from 'electron';
import { SHELL_NEWS } from '#shared/contract/shell-channels.ts';
import { BrowserWindow as FakeWindow, errorBoxes } from '../../../tests/fakes/electron.ts';
import { askBeforeClosing } from './close-handshake.ts';
import { reloadAfterCrash } from './crash.ts';
import { openingState, type WindowState } from './window-state.ts';
import { createWindows } from './windows.ts';
import { freeName } from './windows-file.ts';

vi.mock('electron', () => import('../../../tests/fakes/electron.ts'));

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 };
const SAVED: WindowState = { x: 100, y: 50, width: 1300, height: 800, maximised: false };

function fakeWindow(): { fake: FakeWindow; window: BrowserWindow } {
  const fake = new FakeWindow({});
  return { fake, window: fake as unknown as BrowserWindow };
}

describe('where the window opens', () => {
  it('where it was', () => {
    expect(openingState(SAVED, [SCREEN])).toEqual(SAVED);
  });
  it('in the middle when its screen is gone', () => {
    expect(openingState({ ...SAVED, x: 4_000 }, [SCREEN])).toEqual({
      width: 1300,
      height: 800,
      maximised: false,
    });
  });
  it('never smaller than a newsroom can work in', () => {
    expect(openingState({ ...SAVED, width: 300, height: 300 }, [SCREEN])).toMatchObject({
      width: 1_024,
      height: 680,
    });
  });
  it('large and centred the first time', () => {
    expect(openingState(null, [SCREEN])).not.toHaveProperty('x');
  });
});

describe('the window', () => {
  let shell: string;
  beforeEach(async () => {
    shell = await mkdtemp(path.join(tmpdir(), 'redaksi-window-'));
  });
  afterEach(() => rm(shell, { recursive: true }));

  function workstation(quitting = { now: false }) {
    const first = FakeWindow.all.length;
    const windows = createWindows({
      shell,
      preload: '/dist/preload/preload.cjs',
      log,
      isQuitting: () => quitting.now,
      onOpened: () => undefined,
    });
    return { windows, quitting, all: () => FakeWindow.all.slice(first) };
  }
  async function open(): Promise<FakeWindow> {
    const { windows, all } = workstation();
    await windows.restore();
    const [window] = all();
    if (window === undefined) throw new Error('no window was opened');
    return window;
  }
  const remembered = async (): Promise<{ windows: { name: string; state: WindowState }[] }> =>
    JSON.parse(await readFile(path.join(shell, 'windows.json'), 'utf8')) as never;

  it('is a sandboxed page of our own scheme and nothing more', async () => {
    const { options, loaded } = await open();
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      preload: '/dist/preload/preload.cjs',
    });
    expect(loaded).toEqual(['redaksi-app://workbench/']);
  });
  it('is shown when it is painted, on the right ground', async () => {
    const fake = await open();
    expect(fake.options).toMatchObject({ show: false, backgroundColor: '#f1eee8' });
    expect(fake.visible).toBe(false);
    fake.emit('ready-to-show');
    expect(fake.visible).toBe(true);
    expect(fake.options).toMatchObject({ minWidth: 1_024, minHeight: 680 });
  });
  it('opens where it was closed', async () => {
    const fake = await open();
    fake.close();
    await vi.waitFor(async () =>
      expect(await remembered()).toMatchObject({ windows: [{ name: 'main', state: { x: 10 } }] }),
    );
    expect((await open()).options).toMatchObject({ x: 10, y: 20, width: 1200, height: 800 });
  });
  it('opens also when what was remembered is damaged', async () => {
    await writeFile(path.join(shell, 'windows.json'), '{"windows":');
    expect((await open()).options).toMatchObject({ width: 1_360 });
  });
  it('is remembered while it is open, for an end that nobody asked for', async () => {
    const fake = await open();
    fake.emit('move');
    await vi.waitFor(async () => expect((await remembered()).windows).toHaveLength(1));
  });
  it('is one of several, each with a name of its own and its story', async () => {
    const { windows, all } = workstation();
    await windows.restore();
    windows.open('018f0000-0000-7000-8000-000000000000');
    const [first, second] = all().map((fake) => windows.own(fake.webContents as never));
    expect(first).toEqual({ name: 'main', fresh: false, story: null });
    expect(second).toEqual({
      name: 'window-2',
      fresh: true,
      story: '018f0000-0000-7000-8000-000000000000',
    });
    // After a crash of its page it finds its tabs.
    const again = windows.own(all()[1]?.webContents as never);
    expect(again).toEqual({ name: 'window-2', fresh: false, story: null });
    expect(windows.own({} as never)).toBeNull();
  });
  it('comes back with the others when the program ends, and not when it alone was closed', async () => {
    const { windows, all, quitting } = workstation();
    await windows.restore();
    windows.open(null);
    windows.open(null);
    all()[1]?.webContents.emit('gone');
    const closed = all()[1];
    closed?.close();
    windows.finished(closed?.webContents as never);
    await vi.waitFor(async () =>
      expect((await remembered()).windows.map(({ name }) => name)).toEqual(['main', 'window-3']),
    );
    quitting.now = true;
    for (const fake of [all()[0], all()[2]]) {
      fake?.close();
      windows.finished(fake?.webContents as never);
    }
    await new Promise((resolve) => void setTimeout(resolve, 500));
    expect((await remembered()).windows.map(({ name }) => name)).toEqual(['main', 'window-3']);
    const next = workstation();
    await next.windows.restore();
    expect(next.all()).toHaveLength(2);
  });
  it('takes the lowest name that is free', () => {
    expect(freeName([])).toBe('main');
    expect(freeName(['main', 'window-3'])).toBe('window-2');
  });
});

describe('closing a window', () => {
  it('waits until the page has committed everything', () => {
    const { fake, window } = fakeWindow();
    const { finished } = askBeforeClosing(window);
    window.close();
    expect(fake.destroyed).toBe(false);
    expect(fake.webContents.sent).toEqual([[SHELL_NEWS.beforeClose, undefined]]);
    finished();
    expect(fake.destroyed).toBe(true);
  });
  it('asks once, however often it is closed', () => {
    const { fake, window } = fakeWindow();
    askBeforeClosing(window);
    window.close();
    window.close();
    expect(fake.webContents.sent).toHaveLength(1);
  });
  it('does not let a page close a window that nobody closes', () => {
    const { fake, window } = fakeWindow();
    askBeforeClosing(window).finished();
    expect(fake.destroyed).toBe(false);
  });
  it('is not held up by a page that is silent', async () => {
    const { fake, window } = fakeWindow();
    askBeforeClosing(window, 10);
    window.close();
    await vi.waitFor(() => expect(fake.destroyed).toBe(true));
  });
  it('is not held up by a page that is dead', () => {
    const { fake, window } = fakeWindow();
    fake.webContents.crashed = true;
    askBeforeClosing(window);
    window.close();
    expect(fake.destroyed).toBe(true);
  });
});

describe('a page whose process dies', () => {
  const gone = (fake: FakeWindow, reason: string): void =>
    void fake.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 });

  it('is brought back and told so', () => {
    const { fake, window } = fakeWindow();
    reloadAfterCrash(window, log);
    gone(fake, 'crashed');
    expect(fake.loaded).toEqual(['redaksi-app://workbench/#recovered']);
  });
  it('is left alone after three times in a minute, with a word that the text is safe', () => {
    const { fake, window } = fakeWindow();
    reloadAfterCrash(window, log, () => 1_000);
    for (let n = 0; n < 5; n += 1) gone(fake, 'oom');
    expect(fake.loaded).toHaveLength(3);
    expect(errorBoxes.at(-1)).toContain('aman di laptop ini');
  });
  it('that ended by itself is not brought back', () => {
    const { fake, window } = fakeWindow();
    reloadAfterCrash(window, log);
    gone(fake, 'clean-exit');
    expect(fake.loaded).toEqual([]);
  });
});
