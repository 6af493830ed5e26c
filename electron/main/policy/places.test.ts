/** What an address names: a file of the window, a photo, a page. Attacked with addresses that try to mean another place. */
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appFile, isInside } from './app-files.ts';
import { photoAddress } from './media-address.ts';
import { previewAddress } from './preview-address.ts';

const HASH = 'ab'.repeat(32);
const STORY = '018f0000-0000-7000-8000-000000000000';

describe('files of the window', () => {
  const folder = path.resolve('/opt/redaksi/dist/renderer');
  const ask = (rest: string) => appFile(folder, `redaksi-app://workbench/${rest}`);

  it('serves the page and what is built beside it, each with its type', () => {
    expect(ask('')).toEqual({
      file: path.join(folder, 'index.html'),
      pathname: '/',
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
