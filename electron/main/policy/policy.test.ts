/** The decisions that the shell's guarantees rest on, attacked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftPolicy, LIVE_POLICY, policyHeader, WORKBENCH_POLICY } from './csp.ts';
import { deepLinkIn, parseDeepLink } from './deep-link.ts';
import { externalLink } from './external-links.ts';
import { mayNavigate, mayRequest } from './navigation-rules.ts';
import { isPreviewPage, isWorkbenchPage } from './origins.ts';
import { ALLOWED_PERMISSIONS, mayUse } from './permission-table.ts';
import { photoKind } from './photo-kind.ts';
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
