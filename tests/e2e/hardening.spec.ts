/** The shell's guarantees in a real window of a real Electron. What no unit test can prove. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { ShellBridge } from '#shared/contract/shell.ts';
import { launchWorkstation, type Workstation } from './fixtures/workstation.ts';

const STORY = '018f0000-0000-7000-8000-000000000000';

test.describe.configure({ mode: 'serial' });

/** The bridge, as the page finds it. */
declare const redaksi: ShellBridge;

let folder: string;
let station: Workstation;
/** A server that must never be reached: what it hears is a leak. */
let outside: Server;
let outsideUrl: string;
const heard: string[] = [];

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'redaksi-hardening-'));
  outside = createServer(({ url }, answer) => {
    heard.push(url ?? '');
    answer.writeHead(200, { 'access-control-allow-origin': '*' }).end('reached');
  }).listen(0, '127.0.0.1');
  await once(outside, 'listening');
  outsideUrl = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/`;
  station = await launchWorkstation({ dataDir: folder });
});

test.afterAll(async () => {
  await station?.close();
  outside.close();
  await rm(folder, { recursive: true, force: true });
});

test('the page is our own and sees nothing of Node or Electron', async () => {
  const { window } = station;
  expect(window.url()).toBe('redaksi-app://workbench/');
  const seen = await window.evaluate(() => {
    const world = globalThis as unknown as Record<string, unknown>;
    return ['process', 'require', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => world[name] !== undefined,
    );
  });
  expect(seen).toEqual([]);
  expect(await window.evaluate(() => Object.keys(redaksi).toSorted())).toEqual([
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

test('the window’s process is sandboxed, isolated and without Node', async () => {
  const preferences = await station.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Not in the public types: what Chromium really got.
    const asked = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return asked.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('the page came with its content policy, and the policy holds', async () => {
  const { window } = station;
  const answer = await window.evaluate(async () => {
    const page = await fetch(location.href);
    return {
      policy: page.headers.get('content-security-policy'),
      sniff: page.headers.get('x-content-type-options'),
    };
  });
  expect(answer.policy).toContain("default-src 'none'; script-src 'self';");
  expect(answer.sniff).toBe('nosniff');

  const ran = await window.evaluate(async () => {
    const world = globalThis as unknown as Record<string, unknown>;
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.inlineRan = true';
    document.head.append(inline);
    // Built at run time, so that this test's own code is not what is refused.
    let evaluated = 'ran';
    try {
      const text = 'setTimeout';
      (globalThis as unknown as Record<string, (code: string) => void>)[text]?.(
        'globalThis.textRan = true',
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
      evaluated = world['textRan'] === true ? 'ran' : 'refused';
    } catch {
      evaluated = 'refused';
    }
    // Only the spelling worker may, by the policy of its own file (spelling.spec.ts).
    const compiled = await WebAssembly.compile(Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0])).then(
      () => 'compiled',
      () => 'refused',
    );
    return { inline: world['inlineRan'] === true, evaluated, compiled };
  });
  expect(ran).toEqual({ inline: false, evaluated: 'refused', compiled: 'refused' });
});

test('the page has no network, whichever way it tries', async () => {
  const { window } = station;
  const outcome = await window.evaluate(async (url) => {
    const tried: Record<string, string> = {};
    tried['fetch'] = await fetch(`${url}fetch`, { mode: 'no-cors' }).then(
      () => 'reached',
      () => 'refused',
    );
    tried['image'] = await new Promise<string>((resolve) => {
      const image = new Image();
      image.addEventListener('load', () => resolve('reached'));
      image.addEventListener('error', () => resolve('refused'));
      image.src = `${url}image`;
    });
    tried['beacon'] = navigator.sendBeacon(`${url}beacon`) ? 'queued' : 'refused';
    try {
      const socket = new WebSocket(url.replace('http', 'ws'));
      tried['socket'] = await new Promise<string>((resolve) => {
        socket.addEventListener('open', () => resolve('reached'));
        socket.addEventListener('error', () => resolve('refused'));
      });
    } catch {
      tried['socket'] = 'refused';
    }
    return tried;
  }, outsideUrl);
  expect(outcome).toMatchObject({ fetch: 'refused', image: 'refused', socket: 'refused' });
  expect(heard).toEqual([]);
});

test('the page cannot leave, open windows or embed other pages', async () => {
  const { app, window } = station;
  const outcome = await window.evaluate((url) => {
    const opened = globalThis.open(`${url}open`);
    location.assign(`${url}assign`);
    const form = document.createElement('form');
    form.action = `${url}form`;
    document.body.append(form);
    form.submit();
    const frame = document.createElement('iframe');
    frame.src = `${url}frame`;
    document.body.append(frame);
    const link = document.createElement('a');
    link.href = `${url}link`;
    link.target = '_blank';
    document.body.append(link);
    link.click();
    return opened === null;
  }, outsideUrl);
  expect(outcome).toBe(true);
  await window.waitForTimeout(300);
  expect(window.url()).toBe('redaksi-app://workbench/');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(heard).toEqual([]);
});

test('file:// and data: pages are no way out', async () => {
  const { window } = station;
  await window.evaluate(() => {
    for (const address of [
      'file:///etc/passwd',
      'data:text/html,<h1>x</h1>',
      'redaksi-preview://live/x',
    ]) {
      location.assign(address);
    }
  });
  await window.waitForTimeout(200);
  expect(window.url()).toBe('redaksi-app://workbench/');
});

test('permissions are refused, asked for or checked', async () => {
  const { window } = station;
  const outcome = await window.evaluate(async () => {
    const state = async (name: string): Promise<string> => {
      try {
        return (await navigator.permissions.query({ name: name as PermissionName })).state;
      } catch {
        return 'denied';
      }
    };
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    );
    const place = await new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      );
    });
    return {
      media,
      place,
      notifications: await Notification.requestPermission(),
      camera: await state('camera'),
      clipboard: await state('clipboard-read'),
    };
  });
  expect(outcome).toEqual({
    media: 'denied',
    place: 'denied',
    notifications: 'denied',
    camera: 'denied',
    clipboard: 'denied',
  });
});

test('our protocol serves the window and nothing beside it', async () => {
  const { window } = station;
  const statuses = await window.evaluate(async () => {
    const ask = async (path: string, method = 'GET'): Promise<number | string> =>
      await fetch(`redaksi-app://workbench/${path}`, { method }).then(
        ({ status }) => status,
        () => 'refused',
      );
    return {
      page: await ask(''),
      up: await ask('..%2fmain%2fmain.js'),
      upTwice: await ask('%252e%252e/main/main.js'),
      backslash: await ask('..%5cmain%5cmain.js'),
      absolute: await ask('/etc/passwd'),
      post: await ask('', 'POST'),
    };
  });
  expect(statuses).toEqual({
    page: 200,
    up: 404,
    upTwice: 404,
    backslash: 404,
    absolute: 404,
    post: 405,
  });
});

test('the bridge opens nothing but web pages', async () => {
  const { window } = station;
  const answers = await window.evaluate(async () =>
    Promise.all(
      ['file:///etc/passwd', 'javascript:alert(1)', 'smb://a/b', 'x'].map((address) =>
        redaksi.openExternal(address),
      ),
    ),
  );
  expect(answers).toEqual([false, false, false, false]);
});

test('the bridge admits a pasted picture, and no text that calls itself one', async () => {
  const { window } = station;
  const answers = await window.evaluate(async () => {
    const canvas = new OffscreenCanvas(8, 8);
    canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
    const picture = await canvas.convertToBlob({ type: 'image/png' });
    return [
      await redaksi.admitFile(new File([picture], 'tempel.png')),
      await redaksi.admitFile(new File(['<svg/>'], 'tempel.png')),
    ];
  });
  expect(answers[0]).toMatchObject({ ok: true, fileName: 'tempel.png' });
  expect(answers[1]).toEqual({ ok: false, why: 'not-a-photo' });
});

test('core answers the page over its own port', async () => {
  const { window } = station;
  const answer = await window.evaluate(
    async () =>
      await new Promise((resolve, reject) => {
        void redaksi
          .connectCore(
            (frame) => {
              if (frame.type === 'res') resolve(frame.output);
              if (frame.type === 'fail') reject(new Error(frame.error.code));
            },
            () => reject(new Error('closed')),
          )
          .then((send) => {
            send({ type: 'hello', protocol: 1 });
            send({ type: 'req', id: 1, method: 'session.get', input: {} });
          });
      }),
  );
  expect(answer).toMatchObject({ person: null, signedIn: false });
});

test('a preview is shown in a frame without scripts and without reach', async () => {
  const { app, window } = station;
  await window.evaluate((story) => {
    const frame = document.createElement('iframe');
    frame.id = 'preview-under-test';
    frame.setAttribute('sandbox', '');
    frame.src = `redaksi-preview://draft/${story}`;
    document.body.append(frame);
  }, STORY);
  // Asked of the shell: Playwright still waits for the navigations that were refused above.
  const frames = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames.map(({ url, origin }) => ({
        url,
        origin,
      })),
    );
  await expect
    .poll(frames)
    .toContainEqual({ url: `redaksi-preview://draft/${STORY}`, origin: 'null' });
  const reach = await window.evaluate(() => {
    const element = document.querySelector<HTMLIFrameElement>('#preview-under-test');
    return element?.contentDocument === null;
  });
  expect(reach).toBe(true);
});

test('the window closes in order, and the program ends', async () => {
  const { app } = station;
  const ended = once(app.process(), 'exit');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const [code] = (await ended) as [number | null];
  expect(code).toBe(0);
  expect(station.log.join('')).toContain('core has committed everything');
});
