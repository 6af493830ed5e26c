/** The shell's settings, in the sources and in the bundle that ships; and proof that loosening any of them is seen. */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUNDLES } from '#build/vite-builds.ts';
import { findLoosened } from './hardening.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

function shellSources(): Map<string, string> {
  const names = globSync('electron/{main,preload}/**/*.ts', { cwd: ROOT }).filter(
    (name) => !name.endsWith('.test.ts'),
  );
  return new Map(names.map((name) => [name, readFileSync(path.join(ROOT, name), 'utf8')]));
}

const sources = shellSources();

describe('the shell', () => {
  it('is hardened, file by file', () => {
    expect(sources.size).toBeGreaterThan(30);
    expect(findLoosened(sources)).toEqual([]);
  });

  describe('as it ships', () => {
    let folder: string;
    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'redaksi-hardening-'));
      const main = BUNDLES.find(({ name }) => name === 'main');
      if (main === undefined) throw new Error('there is no bundle of the shell');
      const config = await main.config();
      await build({ ...config, build: { ...config.build, outDir: folder } });
    }, 60_000);
    afterAll(() => rmSync(folder, { recursive: true }));

    it('is hardened, and holds nothing of core', () => {
      const bundle = readFileSync(path.join(folder, 'main.js'), 'utf8');
      // zod builds checkers from text where it may; main has no page's policy and no outside text reaches that.
      const known = findLoosened(new Map([['main.js', bundle]])).filter(
        ({ what }) => what !== 'runs text as code',
      );
      expect(known).toEqual([]);
      expect(bundle).not.toMatch(/better-sqlite3|CREATE TABLE/);
    });
  });
});

/** One loosened copy a guard: what is replaced, by what, and what must be said. */
const LOOSENED: readonly (readonly [string, string | RegExp, string, RegExp])[] = [
  ['window/window-options', 'sandbox: true', 'sandbox: false', /sandbox/],
  ['window/window-options', 'sandbox: true,', '', /lacks sandbox/],
  [
    'window/window-options',
    'contextIsolation: true',
    'contextIsolation: false',
    /contextIsolation/,
  ],
  ['window/window-options', 'nodeIntegration: false', 'nodeIntegration: true', /nodeIntegration/],
  ['window/window-options', 'webSecurity: true', 'webSecurity: false', /webSecurity/],
  ['window/window-options', 'webSecurity: true', "'webSecurity': !1", /lacks webSecurity/],
  ['window/window-options', 'webviewTag: false', 'webviewTag: true', /webviewTag/],
  ['window/window-options', 'sandbox: true', '...more, sandbox: true', /from elsewhere/],
  [
    'window/window-options',
    /webPreferences: \{[\s\S]*?\n {4}\}/,
    'webPreferences: more',
    /not written out/,
  ],
  ['window/window-options', /webPreferences: \{[\s\S]*?\n {4}\},/, '', /no window says/],
  [
    'window/window',
    'reloadAfterCrash(window',
    'window.webContents.openDevTools(); reloadAfterCrash(window',
    /openDevTools/,
  ],
  [
    'window/window',
    'reloadAfterCrash(window',
    "window.loadFile('x.html'); reloadAfterCrash(window",
    /loadFile/,
  ],
  ['main', 'app.enableSandbox();', '', /enableSandbox/],
  [
    'main',
    'app.enableSandbox();',
    "app.enableSandbox(); app.commandLine.appendSwitch('no-sandbox');",
    /appendSwitch/,
  ],
  [
    'main',
    'app.enableSandbox();',
    'app.enableSandbox(); const a = { enableRemoteModule: true };',
    /enableRemoteModule/,
  ],
  [
    'main',
    'app.enableSandbox();',
    "app.enableSandbox(); ipcMain.handle('x', () => 1);",
    /ipcMain\.handle/,
  ],
  [
    'main',
    'app.enableSandbox();',
    "app.enableSandbox(); shell.openExternal('x:');",
    /openExternal/,
  ],
  ['main', 'app.enableSandbox();', "app.enableSandbox(); shell['openPath']('/x');", /openPath/],
  ['main', 'app.enableSandbox();', "app.enableSandbox(); eval('1');", /runs text/],
  ['ipc', 'isTrustedSender(event)', 'true', /isTrustedSender/],
  ['navigation', "'will-frame-navigate', ", '', /will-frame-navigate/],
  ['navigation', "'will-redirect'] as const", "'will-navigate'] as const", /will-redirect/],
  ['navigation', 'mayNavigate({ url, isMainFrame })', 'true', /mayNavigate/],
  [
    'navigation',
    "contents.on('will-attach-webview', (event) => event.preventDefault());",
    '',
    /will-attach-webview/,
  ],
  ['navigation', 'contents.setWindowOpenHandler', 'void ', /setWindowOpenHandler/],
  ['session-policy', 'session.setPermissionCheckHandler', 'void ', /setPermissionCheckHandler/],
  ['session-policy', 'session.setPermissionRequestHandler', 'void ', /setPermissionRequestHandler/],
  [
    'session-policy',
    'session.setDevicePermissionHandler(() => false)',
    'session.setDevicePermissionHandler(null)',
    /takes a handler away/,
  ],
  ['session-policy', 'mayRequest(details.url)', 'true', /mayRequest/],
  ['session-policy', "'will-download'", "'x'", /will-download/],
  ['policy/csp', `"'self'"`, `"'unsafe-inline'"`, /unsafe-inline/],
  [
    'policy/csp',
    `'script-src': ["'self'"]`,
    `'script-src': ["'self'", "'unsafe-eval'"]`,
    /unsafe-eval/,
  ],
  // WebAssembly for the page as well as for the spelling worker; or for a worker that another file lets in.
  [
    'policy/csp',
    `'script-src': ["'self'"]`,
    `'script-src': ["'self'", "'wasm-unsafe-eval'"]`,
    /wasm-unsafe-eval' in 2 places/,
  ],
  [
    'protocols/responses',
    `'Referrer-Policy': 'no-referrer'`,
    `'Content-Security-Policy': "script-src 'wasm-unsafe-eval'"`,
    /unsafe-eval/,
  ],
  ['protocols/register-schemes', 'standard: true', 'bypassCSP: true, standard: true', /bypassCSP/],
];

describe('a loosened copy is seen', () => {
  it.each(LOOSENED)('%s: %s -> %s', (name, from, to, said) => {
    const file = `electron/main/${name}.ts`;
    const source = sources.get(file) ?? '';
    const loosened = source.replace(from, () => to);
    expect(loosened, 'the copy must differ').not.toBe(source);
    const found = findLoosened(new Map(sources).set(file, loosened));
    expect(found.map(({ what }) => what).join('\n')).toMatch(said);
  });

  it('an empty shell does not pass', () => {
    expect(findLoosened(new Map())).not.toEqual([]);
  });
});
