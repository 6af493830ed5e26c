import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import fastify, { type FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '#shared/domain/article.ts';
import type { ContentHash, PhotoHash, SiteId, StoryId } from '#shared/domain/ids.ts';
import type { Site } from '#shared/domain/roles.ts';
import { contentHash } from '#shared/domain/version.ts';
import { STYLESHEET_PATH } from '#shared/render/frame.ts';
import { sitePhotoSource, storyPath } from '#shared/render/paths.ts';
import { comparePage, isFaithful } from '#shared/render/read-back/compare.ts';
import { sampleArticle } from '../../tests/fixtures/sample-article.ts';
import { SAMPLE_SITE } from '../../tests/fixtures/sample-page.ts';
import { storyPageOf } from './page-facts.ts';
import { registerSite } from './register-site.ts';
import type { SitePublication, SiteReads } from './site-reads.ts';

const ENGLISH: Site = {
  ...SAMPLE_SITE,
  id: 'klaten-daily' as SiteId,
  name: 'Klaten Daily',
  language: 'en',
};
const NOW = '2025-06-24T13:00:00.000Z';

let jpeg: Buffer;
let photo: PhotoHash;
let app: FastifyInstance;
let base: string;
const publications: SitePublication[] = [];
const articles = new Map<ContentHash, Article>();
const sites: Site[] = [SAMPLE_SITE, ENGLISH];

/** A store in memory, with the rules that the interface asks for. */
const reads: SiteReads = {
  newsroom: 'Redaksi Jateng',
  origin: 'https://berita.example',
  timeZone: 'Asia/Jakarta',
  now: () => new Date(NOW),
  sites: async () => sites,
  siteBySlug: async (slug) => sites.find(({ id }) => id === slug) ?? null,
  publicationByPath: async (path) => publications.find((entry) => entry.path === path) ?? null,
  latestPublications: async (site, limit, before) =>
    publications
      .filter((entry) => entry.site === site && entry.withdrawn === null)
      .sort((a, b) => order(b).localeCompare(order(a)))
      .filter((entry) => before === undefined || order(entry) < order(before))
      .slice(0, limit),
  article: async (content) => articles.get(content) ?? null,
  photoSize: async (hash) => (hash === photo ? { width: 1500, height: 1000 } : null),
  photoRendition: async (site, hash, width, format) => {
    const shown = publications.some(
      (entry) =>
        entry.site === site &&
        entry.withdrawn === null &&
        articles.get(entry.content)?.photoUses.some((use) => use.photo === hash),
    );
    if (!shown) return null;
    const bytes = await sharp(jpeg)
      .resize({ width })
      .toFormat(format === 'jpg' ? 'jpeg' : 'webp')
      .toBuffer();
    return { bytes: bytes.length, open: () => Readable.from([bytes]) };
  },
  storyLink: async () => null,
};

function order({ firstPublishedAt, story }: { firstPublishedAt: string; story: StoryId }): string {
  return `${firstPublishedAt} ${story}`;
}

function publish(
  article: Article,
  at: string,
  more: Partial<SitePublication> = {},
): SitePublication {
  const content = contentHash(article);
  articles.set(content, article);
  const site = more.site ?? SAMPLE_SITE.id;
  const { headline } = article;
  const publication: SitePublication = {
    story: `019789ab-0000-7000-8000-${String(publications.length).padStart(12, '0')}` as StoryId,
    site,
    path: storyPath({ site, headline, firstPublishedAt: at, timeZone: 'Asia/Jakarta' }),
    content,
    firstPublishedAt: at,
    publishedAt: at,
    withdrawn: null,
    ...more,
  };
  publications.push(publication);
  return publication;
}

const get = (path: string, init: RequestInit = {}) =>
  fetch(`${base}${path}`, { redirect: 'manual', ...init });
/** The first lines of the answer to a path as it is: no client in between that would tidy it up. */
function rawHead(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (answer += text));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer.split('\r\n\r\n')[0] ?? ''));
    socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  });
}
const textOf = async (path: string) => (await get(path)).text();

let sample: SitePublication;
let withdrawn: SitePublication;

beforeAll(async () => {
  jpeg = await sharp({ create: { width: 1500, height: 1000, channels: 3, background: '#48a' } })
    .jpeg()
    .toBuffer();
  photo = createHash('sha256').update(jpeg).digest('hex') as PhotoHash;
  const story = sampleArticle();
  const photoUses = story.photoUses.map((use) => ({ ...use, photo }));
  sample = publish({ ...story, photoUses }, '2025-06-24T12:00:00.000Z');
  for (let n = 1; n <= 25; n += 1) {
    const day = String(n).padStart(2, '0');
    publish({ ...story, headline: `Berita ${n}`, photoUses: [] }, `2025-05-${day}T01:00:00.000Z`);
  }
  const hidden = photoUses.map((use) => ({ ...use, photo: 'd4'.repeat(32) as PhotoHash }));
  withdrawn = publish(
    { ...story, headline: 'Berita yang Dicabut', photoUses: hidden },
    '2025-06-24T10:00:00.000Z',
    { withdrawn: { at: NOW, reason: 'narasumber keliru', editor: 'M Zainal Arifin' } },
  );
  app = fastify();
  // The API next door: its own addresses must stay its own.
  app.get('/v1/health', () => ({ ok: true }));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 'NOT_FOUND' }));
  registerSite(app, reads);
  base = await app.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await app.close();
});

describe('a story page over HTTP', () => {
  it('is the sealed article, proven by reading it back', async () => {
    const response = await get(sample.path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const facts = await storyPageOf(sample, SAMPLE_SITE, reads);
    if (facts === null) throw new Error('the article is not here');
    const proof = comparePage(facts.article, await response.text(), facts);
    expect(proof.filter(({ equal }) => !equal)).toEqual([]);
    expect(isFaithful(proof)).toBe(true);
  });

  it('runs no script and loads nothing from elsewhere, by header', async () => {
    const { headers } = await get(sample.path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('takes its addresses from the configuration, whatever host the request names', async () => {
    const { body } = await app.inject({ url: sample.path, headers: { host: 'evil.example' } });
    expect(body).not.toContain('evil.example');
    expect(body).toContain(`<link rel="canonical" href="https://berita.example${sample.path}">`);
  });

  it('answers HEAD with the same headers and no body', async () => {
    const [head, full] = [await get(sample.path, { method: 'HEAD' }), await get(sample.path)];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(head.headers.get('etag')).toBe(full.headers.get('etag'));
    expect(head.headers.get('content-length')).toBe(full.headers.get('content-length'));
  });

  it('is not sent again to a browser that has it', async () => {
    const tag = (await get(sample.path)).headers.get('etag') ?? '';
    expect(tag).toMatch(/^".{20,}"$/);
    const again = await get(sample.path, { headers: { 'if-none-match': `W/"x", W/${tag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect((await get(sample.path, { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
  });
});

describe('a withdrawn story', () => {
  it('stays readable as a tombstone, with 410', async () => {
    const response = await get(withdrawn.path);
    expect(response.status).toBe(410);
    const page = await response.text();
    expect(page).toContain('karena narasumber keliru.');
    expect(page).not.toContain('Nur Tjahjono');
  });

  it('is gone from front page, feed and sitemap, and so are its pictures', async () => {
    for (const path of [
      '/tribun-jateng/',
      '/tribun-jateng/rss.xml',
      '/tribun-jateng/news-sitemap.xml',
    ]) {
      const body = await textOf(path);
      expect(body).toContain('Bentuk Pertukaran Persahabatan');
      expect(body).not.toContain('Berita yang Dicabut');
    }
    expect((await get(`/tribun-jateng/photo/${'d4'.repeat(32)}-640.jpg`)).status).toBe(404);
  });
});

describe('the front page', () => {
  it('shows the newest stories first, and the others on the pages after it, each once', async () => {
    const links = (html: string) =>
      [...html.matchAll(/class="teaser-link" href="([^"]*)"/g)].map(([, href]) => href);
    const first = await textOf('/tribun-jateng/');
    const older = /href="([^"]*)" rel="next"/.exec(first)?.[1] ?? '';
    const second = await textOf(older);
    expect(links(first)).toHaveLength(20);
    expect(links(first)[0]).toBe(sample.path);
    expect(links(second)).toHaveLength(6);
    expect(new Set([...links(first), ...links(second)]).size).toBe(26);
    expect(second).not.toContain('rel="next"');
  });

  it('ignores a cursor that is none', async () => {
    expect((await get('/tribun-jateng/?before=%00%27;DROP')).status).toBe(200);
  });

  it('teaches when it is empty, in the site’s language', async () => {
    expect(await textOf('/klaten-daily/')).toContain('No story has been published here yet.');
  });

  it('is reached from the root: a list of sites, or the only one', async () => {
    const list = await textOf('/');
    expect(list).toContain('href="/tribun-jateng/"');
    expect(list).toContain('href="/klaten-daily/"');
    sites.pop();
    const only = await get('/');
    sites.push(ENGLISH);
    expect([only.status, only.headers.get('location')]).toEqual([302, '/tribun-jateng/']);
  });
});

describe('photos', () => {
  it('come in every size and kind that the page names', async () => {
    const { renditions } = sitePhotoSource(SAMPLE_SITE.id, photo, { width: 1500, height: 1000 });
    expect(renditions).toHaveLength(8);
    for (const { url, width, mediaType } of renditions) {
      const response = await get(url);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, mediaType]);
      const { width: served } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
      expect(served).toBe(width);
    }
  });

  it('answer HEAD, and 304 to a browser that has them', async () => {
    const url = `/tribun-jateng/photo/${photo}-640.jpg`;
    const head = await get(url, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(500);
    const tag = head.headers.get('etag') ?? '';
    expect((await get(url, { headers: { 'if-none-match': tag } })).status).toBe(304);
  });

  it.each(['-641.jpg', '-0.jpg', '-99999.jpg', '-640.png', '-640.jpg.exe', '.jpg'])(
    'come in no other size or kind: %s',
    async (rest) => {
      expect((await get(`/tribun-jateng/photo/${photo}${rest}`)).status).toBe(404);
    },
  );

  it('of one site are not served by another', async () => {
    expect((await get(`/klaten-daily/photo/${photo}-640.jpg`)).status).toBe(404);
  });
});

describe('addresses', () => {
  it.each([
    ['/tribun-jateng', '/tribun-jateng/'],
    ['/tribun-jateng/rss.xml/', '/tribun-jateng/rss.xml'],
  ])('have one form: %s', async (path, to) => {
    const response = await get(path);
    expect([response.status, response.headers.get('location')]).toEqual([301, to]);
  });

  it('of a story lose a slash at the end', async () => {
    const response = await get(`${sample.path}/`);
    expect([response.status, response.headers.get('location')]).toEqual([301, sample.path]);
  });

  it('of the stylesheet are kept for ever, because its name is its content', async () => {
    const response = await get(STYLESHEET_PATH);
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(await response.text()).not.toMatch(/url\(|@import/);
  });

  it('tell robots where the sitemaps are', async () => {
    const robots = await textOf('/robots.txt');
    expect(robots).toContain('Sitemap: https://berita.example/tribun-jateng/news-sitemap.xml');
    expect(robots).toContain('Disallow: /v1/');
  });

  it('list only the last two days for news search', async () => {
    const sitemap = await textOf('/tribun-jateng/news-sitemap.xml');
    expect(sitemap.match(/<loc>/g)).toHaveLength(1);
  });

  it('of the API stay the API’s, also when nothing is there', async () => {
    expect(await (await get('/v1/health')).json()).toEqual({ ok: true });
    for (const path of ['/v1', '/v1/', '/v1/2025/06/24/slug', '/v1/photo/x']) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ code: 'NOT_FOUND' });
    }
  });

  it('that do not exist are a page in the look of the site', async () => {
    const response = await get('/tribun-jateng/2025/06/24/tidak-ada');
    expect(response.status).toBe(404);
    const page = await response.text();
    expect(page).toContain('Halaman tidak ditemukan');
    expect(page).toContain('TribunJateng.com');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each([
    '/tribun-jateng/../../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/tribun-jateng/photo/../../../etc/passwd',
    '/tribun-jateng/photo/%2e%2e%2f%2e%2e-640.jpg',
    '//evil.example/',
    '//evil.example/tribun-jateng',
    '/\\evil.example/',
    '/tribun-jateng//',
    '/TRIBUN-JATENG/',
    '/tribun-jateng%00/',
    '/%F0%9F%98%80',
    '/berita/%C3%A9/%E6%97%A5',
    '/tribun-jateng/2025/99/99/x',
    '/tribun-jateng/2025/06/24/%E2%80%AE',
    '/__proto__/',
    '/constructor',
    '/tribun-jateng/hasOwnProperty',
    `/${'a'.repeat(10_000)}`,
    `/tribun-jateng/2025/06/24/${'a-'.repeat(4_000)}b`,
    `/${'/'.repeat(5_000)}`,
  ])('that are strange are not found: %.60s', async (path) => {
    const head = await rawHead(path);
    expect(head).toMatch(/^HTTP\/1\.1 404 /);
    expect(head).not.toMatch(/^location:/im);
  });

  it.each(['/%', '/%zz', '/%E0%A4%A', '/berita/é/日本'])(
    'that are no address at all are refused: %s',
    async (path) => {
      expect(await rawHead(path)).toMatch(/^HTTP\/1\.1 400 /);
    },
  );

  it('that are longer than any header may be are refused', async () => {
    expect(await rawHead(`/${'a'.repeat(50_000)}`)).toMatch(/^HTTP\/1\.1 431 /);
  });
});
