import type { ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleSchema } from '#shared/domain/article.ts';
import { contentHash } from '#shared/domain/version.ts';
import { lookAtPhoto } from './offered-photos.ts';
import { readArticle } from './parse-story.ts';
import { placePhotos } from './photo-words.ts';
import { makeBench, type Bench } from './run-story.ts';

const FIXTURES = path.join(import.meta.dirname, '../../tests/fixtures');
const KLATEN = path.join(FIXTURES, 'klaten-nanjing.txt');
const photo = (name: string) => path.join(FIXTURES, 'photos', name);
const SENTENCE = /^[^\n]+\.\n$/;

let bench: Bench;
beforeEach(() => {
  bench = makeBench();
});
afterEach(() => bench.clear());

interface PublishedJson {
  readonly url: string;
  readonly content: string;
  readonly seal: { readonly content: string; readonly by: string };
  readonly proof: {
    readonly equal: boolean;
    readonly content: string;
    readonly fields: readonly { field: string; sealed: string; equal: boolean }[];
  };
  readonly photos: readonly {
    readonly alt: string;
    readonly sources: Readonly<Record<string, string>>;
  }[];
  readonly article: unknown;
  readonly kept: string;
}

test('the sample goes the whole way: sealed, published, read back equal, kept; nothing else stays', async () => {
  const { code, stdout, stderr } = await bench.story([
    'publish',
    KLATEN,
    '--photo',
    photo('klaten.jpg'),
    '--keep',
    'simpanan',
    '--json',
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const done = JSON.parse(stdout) as PublishedJson;
  expect(done.url).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/tribun-jateng\/\d{4}\/\d{2}\/\d{2}\/bentuk-pertukaran/,
  );
  expect(done.proof.equal).toBe(true);
  expect(done.proof.fields.every(({ equal }) => equal)).toBe(true);
  expect(done.proof.fields.find(({ field }) => field === 'signoff')?.sealed).toBe('(Laili S/***)');
  expect(done.seal.by).toBe('M Zainal Arifin');
  // One hash from the text to the page: of the article, the seal, the publication and the proof.
  const article = articleSchema.parse(done.article);
  expect([done.seal.content, done.content, done.proof.content]).toEqual(
    Array.from({ length: 3 }, () => contentHash(article)),
  );
  expect(done.photos[0]?.sources).toEqual({
    slug: 'text',
    caption: 'text',
    credit: 'text',
    alt: 'file',
  });
  expect(readdirSync(done.kept).toSorted()).toEqual(['article.json', 'page.html', 'proof.json']);
  expect(readFileSync(path.join(done.kept, 'page.html'), 'utf8')).toContain(
    'Klaten Gaet Nanjing RRC Jadi Sister City',
  );
  expect(readdirSync(bench.temp)).toEqual([]);
  expect(readdirSync(bench.folder)).toEqual(['simpanan']);
}, 120_000);

test('the same text and photo give the same content hash; the table fits a terminal but for address and hash', async () => {
  const args = [
    'publish',
    '-',
    '--photo',
    photo('no-metadata.jpg'),
    '--site',
    'koran-contoh',
    '--lang',
    'en',
  ];
  const first = await bench.story(args, readFileSync(KLATEN));
  expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
  expect(first.stdout).toContain('/koran-contoh/');
  expect(first.stdout.replaceAll(/\s+/g, ' ')).toContain("(from the caption's first sentence)");
  expect(first.stdout).toContain('exactly what was sealed');
  const long = first.stdout.split('\n').filter((line) => line.length > 80);
  expect(long.filter((line) => !/^(?:URL|Content hash) /.test(line))).toEqual([]);
  // Worked out here, in another process: nothing in it is random.
  const { article } = readArticle(readFileSync(KLATEN, 'utf8'));
  const again = placePhotos(article, [await lookAtPhoto(photo('no-metadata.jpg'))], {});
  const hash = /^Content hash +([0-9a-f]{64})$/m.exec(first.stdout)?.[1];
  expect(hash).toBe(contentHash(again.article));
}, 120_000);

const SIMPLE = `Warga Pedan Tanam Seribu Bibit Pohon

KLATEN - Warga Pedan menanam seribu bibit pohon di tepi sungai, Minggu (2/11/2025).

"Akarnya menahan tanah," kata Pardi.
`;

test('a text without photo and byline is published with what the options add, without any proxy of the environment', async () => {
  const words = [
    '--slug',
    'TANAM POHON',
    '--caption',
    'Warga Pedan menanam pohon. Bibitnya seribu.',
    '--credit',
    'Dok. Warga',
    '--writer',
    'Laili Shofiyah',
  ];
  const { code, stdout, stderr } = await bench.story(
    ['publish', '-', '--photo', photo('small.png'), ...words, '--json'],
    SIMPLE,
    {
      HTTP_PROXY: 'http://127.0.0.1:9',
      http_proxy: 'http://127.0.0.1:9',
    },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const done = JSON.parse(stdout) as PublishedJson;
  expect(done.photos[0]).toMatchObject({
    alt: 'Warga Pedan menanam pohon.',
    sources: { slug: 'option', caption: 'option', credit: 'option', alt: 'caption' },
  });
}, 120_000);

test('--serve shows the page until it is told to stop, and then nothing stays', async () => {
  let page: Promise<string> | undefined;
  const args = ['publish', KLATEN, '--photo', photo('klaten.jpg'), '--serve', '--json'];
  const { code } = await bench.begin(args, (child, stdout) => {
    if (page !== undefined || !stdout.endsWith('}\n')) return;
    const { url } = JSON.parse(stdout) as PublishedJson;
    page = fetch(url).then((answer) => answer.text());
    void page.finally(() => child.kill('SIGTERM'));
  });
  expect(code).toBe(0);
  expect(await page).toContain('Klaten Gaet Nanjing RRC Jadi Sister City');
  expect(readdirSync(bench.temp)).toEqual([]);
}, 120_000);

test('stopped half way it leaves nothing behind', async () => {
  const running = { over: false };
  let child: ChildProcess | undefined;
  const outcome = bench
    .begin(['publish', KLATEN, '--photo', photo('klaten.jpg')], (started) => (child = started))
    .finally(() => (running.over = true));
  while (!running.over && readdirSync(bench.temp).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 5));
  child?.kill('SIGTERM');
  const { code, stdout, stderr } = await outcome;
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^Dihentikan; [^\n]+\.\n$/);
  expect(readdirSync(bench.temp)).toEqual([]);
}, 120_000);

const REFUSED = [
  {
    name: 'without the photo of its caption',
    text: null,
    args: [],
    says: 'photo 1 has no picture (--photo)',
  },
  { name: 'without a writer', text: SIMPLE, args: [], says: 'it names no writer (--writer)' },
  {
    name: 'with a photo that says nothing',
    text: SIMPLE,
    args: ['--writer', 'L', '--photo', photo('no-metadata.jpg')],
    says: 'photo 1 has no slug (--slug); photo 1 has no caption (--caption); photo 1 has no credit (--credit)',
  },
  {
    name: 'with a photo that is cut off',
    text: null,
    args: ['--photo', photo('truncated.jpg')],
    says: 'is not a whole JPEG',
  },
  {
    name: 'with a text that is called a photo',
    text: null,
    args: ['--photo', photo('text.jpg')],
    says: 'is not a whole JPEG',
  },
  {
    name: 'with a photo that is not there',
    text: null,
    args: ['--photo', 'hilang.jpg'],
    says: 'There is no file',
  },
  { name: 'with a folder as photo', text: null, args: ['--photo', '.'], says: 'is a folder' },
  {
    name: 'for a site that has no such name',
    text: null,
    args: ['--photo', photo('klaten.jpg'), '--site', '../v1'],
    says: 'is not the name of a site',
  },
  {
    name: 'for a site with a reserved name',
    text: null,
    args: ['--photo', photo('klaten.jpg'), '--site', 'v1'],
    says: 'is not the name of a site',
  },
  {
    name: 'kept in a file',
    text: null,
    args: ['--photo', photo('klaten.jpg'), '--keep', 'berkas'],
    says: 'is not a folder',
  },
] as const;

test.each(REFUSED)(
  'a story $name is refused with one sentence, code 2 and no trace',
  async ({ text, args, says }) => {
    writeFileSync(path.join(bench.folder, 'berkas'), 'tetap');
    const before = bench.traces();
    const { code, stdout, stderr } = await bench.story(
      ['publish', '-', ...args, '--lang', 'en'],
      text ?? readFileSync(KLATEN),
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(SENTENCE);
    expect(bench.traces()).toEqual(before);
  },
  120_000,
);
