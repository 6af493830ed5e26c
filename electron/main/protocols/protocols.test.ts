/** Our protocols over real files and a real server. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyHeader, WORKBENCH_POLICY } from '../policy/csp.ts';
import { serveApp } from './app-protocol.ts';
import { serveMedia } from './media-protocol.ts';
import { servePreview } from './preview-protocol.ts';

const TICKET = 'ab'.repeat(16);
const STORY = '018f0000-0000-7000-8000-000000000000';
const HASH = 'ab'.repeat(32);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'redaksi-protocols-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A request as Electron hands it over: our schemes are unknown to Node's own Request. */
function request(url: string, method = 'GET'): Request {
  return { url, method } as Request;
}

describe('redaksi-app', () => {
  let serve: (request: Request) => Promise<Response>;
  beforeAll(async () => {
    const renderer = path.join(folder, 'renderer');
    await mkdir(path.join(renderer, 'assets'), { recursive: true });
    await writeFile(path.join(renderer, 'index.html'), '<!doctype html><title>Redaksi</title>');
    for (const name of ['a', 'spelling-worker-B7u9', 'index-spelling-worker-x'])
      await writeFile(path.join(renderer, 'assets', `${name}.js`), 'export {};');
    await writeFile(path.join(renderer, 'spelling-worker-x.js'), 'export {};');
    await writeFile(path.join(folder, 'secret.json'), '{}');
    await symlink(path.join(folder, 'secret.json'), path.join(renderer, 'leak.json'));
    serve = serveApp(renderer);
  });

  it('serves the page with the policy, and no guessing of types', async () => {
    const page = await serve(request('redaksi-app://workbench/'));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Redaksi');
    expect(page.headers.get('content-security-policy')).toBe(policyHeader(WORKBENCH_POLICY));
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });
  it('serves scripts as scripts', async () => {
    const script = await serve(request('redaksi-app://workbench/assets/a.js'));
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });
  it('lets the spelling worker alone compile WebAssembly, and gives it nothing to show', async () => {
    const policy = async (name: string): Promise<string | null> => {
      const answer = await serve(request(`redaksi-app://workbench/${name}`));
      return answer.headers.get('content-security-policy');
    };
    expect(await policy('assets/spelling-worker-B7u9.js')).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    );
    for (const other of [
      '',
      'assets/a.js',
      'assets/index-spelling-worker-x.js',
      'spelling-worker-x.js',
      'assets/spelling-worker-none.html',
    ])
      expect(await policy(other), other).toBe(policyHeader(WORKBENCH_POLICY));
  });
  it('does not follow a link out of its folder', async () => {
    expect((await serve(request('redaksi-app://workbench/leak.json'))).status).toBe(404);
  });
  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('answers nothing to %s', async (method) => {
    expect((await serve(request('redaksi-app://workbench/', method))).status).toBe(405);
  });
  it('refuses what is not there, with the policy all the same', async () => {
    const refused = await serve(request('redaksi-app://workbench/..%2fsecret.json'));
    expect(refused.status).toBe(404);
    expect(refused.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('redaksi-media', () => {
  let serve: (request: Request) => Promise<Response>;
  let picture: Buffer;
  beforeAll(async () => {
    picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#369' } })
      .jpeg()
      .toBuffer();
    const photos = path.join(folder, 'photos', 'ab');
    await mkdir(photos, { recursive: true });
    await writeFile(path.join(photos, HASH), '<svg onload="x()"/>');
    await writeFile(path.join(photos, `${HASH}.thumb.jpg`), picture);
    serve = serveMedia(folder);
  });

  it('serves a photo whole, as what it is by its bytes', async () => {
    const photo = await serve(request(`redaksi-media://photo/${HASH}?size=thumb`));
    expect(photo.status).toBe(200);
    expect(photo.headers.get('content-type')).toBe('image/jpeg');
    expect(photo.headers.get('content-length')).toBe(String(picture.byteLength));
    expect(Buffer.from(await photo.arrayBuffer()).equals(picture)).toBe(true);
  });
  it('never serves what is no picture, whatever its name', async () => {
    expect((await serve(request(`redaksi-media://photo/${HASH}?size=original`))).status).toBe(415);
  });
  it('says plainly that a photo is not here', async () => {
    expect((await serve(request(`redaksi-media://photo/${HASH}`))).status).toBe(404);
    expect((await serve(request(`redaksi-media://photo/${HASH}?size=thumb`, 'POST'))).status).toBe(
      405,
    );
  });
});

describe('redaksi-preview', () => {
  let site: Server;
  let origin: string;
  /** A server that would answer with a page, were it followed to. */
  let other: Server;
  let elsewhere: string;
  const asked: string[] = [];
  beforeAll(async () => {
    other = createServer((_incoming, answer) => {
      asked.push('elsewhere');
      answer.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Elsewhere</h1>');
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    site = createServer((incoming, answer) => {
      asked.push(`${incoming.method} ${incoming.url} ${incoming.headers.cookie ?? '-'}`);
      if (incoming.url === '/away') {
        answer.writeHead(302, { location: elsewhere }).end();
      } else if (incoming.url === '/code.js') {
        answer.writeHead(200, { 'content-type': 'text/javascript' }).end('alert(1)');
      } else if (incoming.url === '/huge') {
        answer.writeHead(200, { 'content-type': 'text/html' });
        answer.end(Buffer.alloc(20_000_001, 'x'));
      } else {
        answer.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "script-src 'unsafe-inline'",
          'set-cookie': 'a=b',
        });
        answer.end('<h1>Berita</h1><script>alert(1)</script>');
      }
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    site.close();
    other.close();
  });

  const serve = (server: string | null = origin): ((request: Request) => Promise<Response>) =>
    servePreview({
      renderDraft: async (story) =>
        story === STORY ? '<style>p{color:red}</style><p>Naskah' : null,
      readPrint: async (ticket) =>
        ticket === TICKET ? '<style>p{color:red}</style><p>Cetak' : null,
      server: async () => server,
      fetch,
    });

  it('shows a draft without scripts, with exactly the styles that our renderer wrote', async () => {
    const page = await serve()(request(`redaksi-preview://draft/${STORY}`));
    expect(await page.text()).toContain('Naskah');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("style-src 'sha256-");
    expect(policy).toContain('sandbox');
    expect(policy).not.toContain('script-src');
    expect(policy).not.toContain('unsafe');
  });
  it('shows a page to be printed by its ticket alone, under the policy of a draft', async () => {
    const page = await serve()(request(`redaksi-preview://print/${TICKET}`));
    expect(await page.text()).toContain('Cetak');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const place of ['0'.repeat(32), '..%2f..%2fetc%2fpasswd', '', TICKET.toUpperCase()])
      expect((await serve()(request(`redaksi-preview://print/${place}`))).status).toBe(404);
  });
  it('a story that is not here is not there', async () => {
    const other = `redaksi-preview://draft/${STORY.replace('8000', '9000')}`;
    expect((await serve()(request(other))).status).toBe(404);
  });
  it('shows a published page under our policy, not under the server’s', async () => {
    const page = await serve()(request('redaksi-preview://live/jateng/2025/06/24/judul'));
    expect(await page.text()).toContain('Berita');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe-inline');
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(asked).toContain('GET /jateng/2025/06/24/judul -');
  });
  it.each([
    ['a redirect to elsewhere', 'away', 502],
    ['a script', 'code.js', 415],
    ['a page without end', 'huge', 502],
    ['the API', 'v1/events', 404],
  ])('refuses %s', async (_what, page, status) => {
    expect((await serve()(request(`redaksi-preview://live/${page}`))).status).toBe(status);
    expect(asked).not.toContain('elsewhere');
  });
  it('shows no live page before the first sign-in, and none when the server is away', async () => {
    expect((await serve(null)(request('redaksi-preview://live/x'))).status).toBe(404);
    expect((await serve('http://127.0.0.1:1')(request('redaksi-preview://live/x'))).status).toBe(
      502,
    );
  });
});
