/** The decisions that the shell's guarantees rest on, attacked. */
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appFile, isInside } from './app-files.ts';
import { draftPolicy, LIVE_POLICY, policyHeader, WORKBENCH_POLICY } from './csp.ts';
import { deepLinkIn, parseDeepLink } from './deep-link.ts';
import { externalLink } from './external-links.ts';
import { photoAddress } from './media-address.ts';
import { mayNavigate, mayRequest } from './navigation-rules.ts';
import { isPreviewPage, isWorkbenchPage } from './origins.ts';
import { ALLOWED_PERMISSIONS, mayUse } from './permission-table.ts';
import { photoKind } from './photo-kind.ts';
import { previewAddress } from './preview-address.ts';
import { demandsSandbox } from './sandbox-rule.ts';
import { isTrustedSender } from './trusted-sender.ts';

const HASH = 'ab'.repeat(32);
const STORY = '018f0000-0000-7000-8000-000000000000';
const PAGE = 'redaksi-app://workbench/';

/** Addresses that look like ours and are not. */
const NOT_OURS = [
  'https://workbench/',
  'redaksi-app://workbench.evil.test/',
  'redaksi-app://evil/',
  'redaksi-app://workbench:80/',
  'redaksi-app://user@workbench/',
  'redaksi-app:workbench',
  'redaksi-apps://workbench/',
  'javascript:alert(1)//redaksi-app://workbench/',
  'data:text/html,redaksi-app://workbench/',
  'file:///redaksi-app://workbench/',
  'about:blank',
  'blob:redaksi-app://workbench/0',
  'null',
  '',
];

describe('our own page', () => {
  it('is known by its parsed origin', () => {
    expect(isWorkbenchPage(PAGE)).toBe(true);
    expect(isWorkbenchPage(`${PAGE}index.html?a=1#recovered`)).toBe(true);
  });
  it.each(NOT_OURS)('is not %j', (address) => {
    expect(isWorkbenchPage(address)).toBe(false);
    expect(isPreviewPage(address)).toBe(false);
    expect(mayNavigate({ url: address, isMainFrame: true })).toBe(false);
    expect(mayNavigate({ url: address, isMainFrame: false })).toBe(false);
    expect(isTrustedSender({ senderFrame: { url: address, parent: null } })).toBe(false);
  });
});

describe('navigation', () => {
  it('the window shows only the workstation, a frame only previews', () => {
    const draft = `redaksi-preview://draft/${STORY}`;
    expect(mayNavigate({ url: PAGE, isMainFrame: true })).toBe(true);
    expect(mayNavigate({ url: draft, isMainFrame: false })).toBe(true);
    expect(mayNavigate({ url: draft, isMainFrame: true })).toBe(false);
    expect(mayNavigate({ url: PAGE, isMainFrame: false })).toBe(false);
  });
  it.each([
    'http://127.0.0.1/',
    'https://a.test/',
    'ws://a.test/',
    'file:///etc/passwd',
    'ftp://a/',
    'x',
    'data:,x',
  ])('a window may not even ask for %s', (address) => expect(mayRequest(address)).toBe(false));
  it('a window may ask for our own protocols', () => {
    for (const address of [
      PAGE,
      `redaksi-media://photo/${HASH}`,
      'blob:redaksi-app://workbench/1',
    ]) {
      expect(mayRequest(address)).toBe(true);
    }
  });
});

describe('Chromium’s sandbox', () => {
  it('is demanded for every process, but for tests as root', () => {
    expect(demandsSandbox({ argv: ['redaksi'], packaged: false })).toBe(true);
    expect(demandsSandbox({ argv: ['redaksi', '--no-sandbox'], packaged: false })).toBe(false);
  });
  it('is demanded whatever is said to a packaged workstation', () => {
    expect(demandsSandbox({ argv: ['redaksi', '--no-sandbox'], packaged: true })).toBe(true);
  });
});

describe('senders', () => {
  it('main hears the main frame of the workstation and nobody else', () => {
    expect(isTrustedSender({ senderFrame: { url: PAGE, parent: null } })).toBe(true);
    expect(isTrustedSender({ senderFrame: { url: PAGE, parent: {} } })).toBe(false);
    expect(isTrustedSender({ senderFrame: null })).toBe(false);
  });
});

describe('permissions', () => {
  const asked = { from: PAGE, isMainFrame: true };
  it('only what the table names, with a reason', () => {
    expect(Object.keys(ALLOWED_PERMISSIONS)).toEqual(['clipboard-sanitized-write']);
    for (const reason of Object.values(ALLOWED_PERMISSIONS)) expect(reason).not.toBe('');
    expect(mayUse({ ...asked, permission: 'clipboard-sanitized-write' })).toBe(true);
  });
  it.each([
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'usb',
    'clipboard-read',
    'constructor',
    '__proto__',
  ])('refuses %s', (permission) => expect(mayUse({ ...asked, permission })).toBe(false));
  it('refuses what is allowed when a frame or another page asks', () => {
    const permission = 'clipboard-sanitized-write';
    expect(mayUse({ permission, from: PAGE, isMainFrame: false })).toBe(false);
    expect(mayUse({ permission, from: 'https://a.test/', isMainFrame: true })).toBe(false);
  });
});

describe('files of the window', () => {
  const folder = path.resolve('/opt/redaksi/dist/renderer');
  const ask = (rest: string) => appFile(folder, `redaksi-app://workbench/${rest}`);

  it('serves the page and what is built beside it, each with its type', () => {
    expect(ask('')).toEqual({
      file: path.join(folder, 'index.html'),
      mediaType: 'text/html; charset=utf-8',
    });
    expect(ask('assets/index-abc.js')?.file).toBe(path.join(folder, 'assets', 'index-abc.js'));
    expect(ask('assets/inter%20latin.woff2')?.mediaType).toBe('font/woff2');
  });

  it.each([
    '../main/main.js',
    '%2e%2e/main/main.js',
    '..%2fmain/main.js',
    '%2e%2e%2f%2e%2e%2fetc/passwd.json',
    'assets/..%2f..%2f..%2fmain/main.js',
    '..%5c..%5cmain.js',
    '..\\main\\main.js',
    'C:/Windows/win.json',
    'c%3a/windows/win.json',
    '//host/share/x.js',
    '%2f%2fhost/share/x.js',
    '\\\\host\\share\\x.js',
    'index.html%00.js',
    '%252e%252e/main/main.js',
    '.env.json',
    'assets/.hidden.js',
    'assets//x.js',
    '%E0%A4%A.js',
    'main.ts',
    'secrets.db',
    'assets/',
    'assets',
  ])('refuses %j', (rest) => {
    const found = ask(rest);
    // What the URL parser itself has straightened may stay inside; nothing may lead out.
    expect(found === null || isInside(folder, found.file)).toBe(true);
    if (!rest.startsWith('..') && !rest.startsWith('%2e%2e/')) expect(found).toBeNull();
  });

  it('a folder that only begins with the same name is outside', () => {
    expect(isInside(folder, `${folder}-old/index.html`)).toBe(false);
    expect(isInside(folder, folder)).toBe(false);
  });

  it('another host is not the window', () => {
    expect(appFile(folder, 'redaksi-app://other/index.html')).toBeNull();
    expect(appFile(folder, 'not an address')).toBeNull();
  });

  it('whatever is asked for, nothing outside the folder is ever named', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2f',
      '/',
      '\\',
      '%5c',
      '%00',
      'a',
      'C:',
      '%25',
      'x.js',
      '~',
      ' ',
    );
    const asked = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(asked, (rest) => {
        const found = ask(rest);
        if (found === null) return;
        expect(isInside(folder, found.file)).toBe(true);
        expect(found.file).not.toMatch(/[\0\\%]/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('photos by hash', () => {
  it('names the file of a hash in a size', () => {
    expect(photoAddress(`redaksi-media://photo/${HASH}?size=thumb`)).toBe(
      `photos/ab/${HASH}.thumb.jpg`,
    );
    expect(photoAddress(`redaksi-media://photo/${HASH}?size=original`)).toBe(`photos/ab/${HASH}`);
    expect(photoAddress(`redaksi-media://photo/${HASH}`)).toBe(`photos/ab/${HASH}.preview.jpg`);
  });
  it.each([
    `redaksi-media://photo/${HASH.toUpperCase()}`,
    `redaksi-media://photo/${HASH}/`,
    `redaksi-media://photo/${HASH}%00`,
    `redaksi-media://photo/../${HASH.slice(3)}`,
    `redaksi-media://photo/${HASH}?size=../x`,
    `redaksi-media://photo/${HASH}?size=constructor`,
    `redaksi-media://other/${HASH}`,
    'redaksi-media://photo/',
    'redaksi-media://photo/..%2f..%2fredaksi.db',
  ])('refuses %s', (address) => expect(photoAddress(address)).toBeNull());
  it('whatever is asked for, the path is of a known form', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, size) => {
        const found = photoAddress(`redaksi-media://photo/${name}?size=${size}`);
        expect(found ?? `photos/ab/${HASH}`).toMatch(
          /^photos\/[0-9a-f]{2}\/[0-9a-f]{64}(\.(thumb|preview)\.jpg)?$/,
        );
      }),
    );
  });
});

describe('previews', () => {
  const server = 'https://api.redaksi.test:8443/base';
  it('a draft by its story', () => {
    expect(previewAddress(`redaksi-preview://draft/${STORY}`, null)).toEqual({
      kind: 'draft',
      story: STORY,
    });
  });
  it('a live page on the newsroom’s server', () => {
    expect(previewAddress('redaksi-preview://live/jateng/2025/06/24/judul?x=1', server)).toEqual({
      kind: 'live',
      url: 'https://api.redaksi.test:8443/jateng/2025/06/24/judul?x=1',
    });
  });
  it.each([
    ['redaksi-preview://live/v1/events', server],
    ['redaksi-preview://live//v1/events', server],
    ['redaksi-preview://live/page', null],
    ['redaksi-preview://live/page', 'file:///etc/passwd'],
    ['redaksi-preview://live/page', 'not an address'],
    ['redaksi-preview://live:81/page', server],
    ['redaksi-preview://user@live/page', server],
    ['redaksi-preview://other/page', server],
    ['redaksi-preview://draft/not-a-story', server],
    [`redaksi-preview://draft/${STORY}/more`, server],
    ['redaksi-preview://draft/..%2fx', server],
  ])('refuses %s with server %s', (address, home) =>
    expect(previewAddress(address, home)).toBeNull(),
  );
  it('whatever is asked for, it stays on that server', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webPath(), fc.webUrl()), (rest) => {
        const found = previewAddress(`redaksi-preview://live/${rest}`, server);
        if (found?.kind === 'live')
          expect(new URL(found.url).origin).toBe('https://api.redaksi.test:8443');
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('links to the outside', () => {
  it('http and https are opened, in their parsed form', () => {
    expect(externalLink('https://jateng.tribunnews.com/2025/06/24/x')).toBe(
      'https://jateng.tribunnews.com/2025/06/24/x',
    );
    expect(externalLink('HTTP://A.test')).toBe('http://a.test/');
  });
  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'ms-msdt:/id PCWDiagnostic',
    'mailto:a@b.test',
    'vbscript:x',
    'https://trusted.test@evil.test/',
    'data:text/html,x',
    'redaksi-app://workbench/',
    'https:',
    '//a.test',
    'a.test',
    '',
    `https://a.test/${'x'.repeat(2_000)}`,
  ])('%s is not', (address) => expect(externalLink(address)).toBeNull());
  it('whatever is given, only http and https come out', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `${text}://x`),
        ),
        (address) => {
          expect(externalLink(address) ?? 'http://').toMatch(/^https?:\/\//);
        },
      ),
    );
  });
});

describe('links into the workstation', () => {
  it('open a story', () => {
    expect(parseDeepLink(`redaksi://story/${STORY}`)).toEqual({ kind: 'open-story', story: STORY });
    expect(deepLinkIn(['redaksi', '--flag', `redaksi://story/${STORY}`])).toMatchObject({
      story: STORY,
    });
    expect(deepLinkIn(['redaksi', '.'])).toBeNull();
  });
  it.each([
    `redaksi://story/${STORY}?publish=1`,
    `redaksi://story/${STORY}#x`,
    `redaksi://story/${STORY}/publish`,
    `redaksi://publish/${STORY}`,
    'redaksi://story/../../x',
    `https://story/${STORY}`,
    'redaksi://story/',
    'redaksi:',
    'x'.repeat(300),
  ])('and do nothing else: %s', (link) => expect(parseDeepLink(link)).toBeNull());
});

describe('pictures by their first bytes', () => {
  it('knows JPEG, PNG and WebP, and nothing by its name', () => {
    expect(photoKind(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
    expect(photoKind(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBe(
      'image/png',
    );
    expect(photoKind(new TextEncoder().encode('RIFF....WEBPVP8 '))).toBe('image/webp');
    for (const text of [
      '<svg xmlns=""></svg>',
      '<html></html>',
      'GIF89a',
      'RIFF....AVI ',
      '',
      'MZ',
    ]) {
      expect(photoKind(new TextEncoder().encode(text))).toBeNull();
    }
  });
});

describe('content policies', () => {
  it('the workstation’s page, word for word', () => {
    expect(policyHeader(WORKBENCH_POLICY)).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: redaksi-media:; " +
        "font-src 'self'; worker-src 'self'; connect-src 'self'; frame-src redaksi-preview:; object-src 'none'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });
  it('a preview runs no script, whatever it is', () => {
    for (const policy of [draftPolicy(['aGFzaA==']), draftPolicy([]), LIVE_POLICY]) {
      const header = policyHeader(policy);
      expect(header).toContain("default-src 'none'");
      expect(header).toMatch(/(^|; )sandbox(;|$)/);
      expect(header).not.toMatch(/script-src|allow-scripts|unsafe/);
    }
    expect(policyHeader(draftPolicy(['aGFzaA==']))).toContain("style-src 'sha256-aGFzaA=='");
    expect(policyHeader(draftPolicy([]))).toContain("style-src 'none'");
  });
});
