import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { articleSchema } from '#shared/domain/article.ts';
import { storyWords } from '#shared/domain/story-text/index.ts';
import { makeBench, type Bench } from './run-story.ts';

const KLATEN = path.join(import.meta.dirname, '../../tests/fixtures/klaten-nanjing.txt');

const PHOTO = path.join(import.meta.dirname, '../../tests/fixtures/photos/klaten.jpg');

// Each test starts real processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let bench: Bench;
beforeEach(() => {
  bench = makeBench();
});
afterEach(() => bench.clear());

describe('parse', () => {
  test('shows the fields and what was left over, within 80 columns', async () => {
    const { code, stdout, stderr } = await bench.story(['parse', KLATEN]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Penulis           Laili Shofiyah');
    expect(stdout).toContain('Wonosobo Hebat (hiasan situs)');
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('gives the same JSON for the same text: an article and a report', async () => {
    const first = await bench.story(['parse', KLATEN, '--json']);
    const second = await bench.story(['parse', '-', '--json'], readFileSync(KLATEN));
    expect(second.stdout).toBe(first.stdout);
    const parsed = JSON.parse(first.stdout) as Record<string, unknown>;
    expect(Object.keys(parsed)).toEqual(['result', 'format', 'article', 'report']);
    expect(articleSchema.parse(parsed['article']).headline).toContain('Klaten Gaet Nanjing');
  });

  test('speaks English when asked, or when the machine does', async () => {
    const asked = await bench.story(['parse', KLATEN, '--lang', 'en']);
    const machine = await bench.story(['parse', KLATEN], undefined, { LANG: 'en_US.UTF-8' });
    expect(asked.stdout).toContain('Headline');
    expect(machine.stdout).toBe(asked.stdout);
  });

  test('reads a path relative to the folder in which npm was called', async () => {
    writeFileSync(path.join(bench.folder, 'naskah.txt'), readFileSync(KLATEN));
    const { code } = await bench.story(['parse', 'naskah.txt'], undefined, {
      INIT_CWD: bench.folder,
    });
    expect(code).toBe(0);
  });
});

describe('print', () => {
  test('gives back the words of the article, in their order', async () => {
    const { stdout } = await bench.story(['parse', KLATEN, '--json']);
    const file = path.join(bench.folder, 'naskah.json');
    writeFileSync(file, stdout);
    const printed = await bench.story(['print', file]);
    expect(printed.code).toBe(0);
    const words = storyWords(readFileSync(KLATEN, 'utf8'));
    const kept = storyWords(printed.stdout);
    let at = 0;
    for (const word of words) if (word === kept[at]) at += 1;
    expect(at).toBe(kept.length);
    expect(kept.length).toBeGreaterThan(200);
  });

  test('takes a bare article too, and prints it in the form that is asked for', async () => {
    const { stdout } = await bench.story(['parse', KLATEN, '--json']);
    const article = JSON.stringify((JSON.parse(stdout) as { article: unknown }).article);
    const printed = await bench.story(['print', '-', '--form', 'whatsapp'], article);
    expect(printed.stdout).toContain(
      '*Bentuk Pertukaran Persahabatan, Klaten Gaet Nanjing RRC Jadi Sister City*',
    );
  });
});

test('help lists every verb and option in both languages; --version names the program', async () => {
  for (const lang of ['id', 'en']) {
    const { code, stdout } = await bench.story(['help', '--lang', lang]);
    expect(code).toBe(0);
    for (const word of [
      'parse',
      'print',
      'publish',
      '--photo',
      '--caption',
      '--credit',
      '--alt',
      '--slug',
      '--writer',
      '--site',
      '--keep',
      '--serve',
      '--json',
      '--form',
      '--lang',
      '--version',
    ])
      expect(stdout).toContain(word);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  }
  expect((await bench.story(['--version'])).stdout).toMatch(/^redaksi \d+\.\d+\.\d+\n$/);
});

const SENTENCE = /^[^\n]+[.]\n$/;
const BAD_STORIES = [
  { name: 'empty', bytes: '', says: 'empty' },
  {
    name: 'binary',
    bytes: Uint8Array.from({ length: 4_000 }, (_, n) => (n * 37) % 256),
    says: 'not text',
  },
  { name: 'a JPEG', bytes: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), says: 'not text' },
  { name: '50 MB', bytes: Buffer.alloc(50_000_000, 'kata '), says: 'larger than 2 MB' },
  {
    name: 'invalid UTF-8',
    bytes: Buffer.concat([Buffer.from('Judul\n\nIsi '), Buffer.from([0xc3, 0x28])]),
    says: 'not valid UTF-8',
  },
  { name: 'a NUL byte', bytes: 'Judul berita\n\nIsi\0 berita.', says: 'NUL' },
  { name: 'only white space', bytes: ' \n\t \n', says: 'no words' },
  {
    name: 'no headline',
    bytes:
      'TRIBUNJATENG.COM, KLATEN - Warga bergotong royong membersihkan saluran air di desa itu, Minggu (2/11/2025).\n\nKegiatan itu diikuti seratus orang.\n',
    says: 'no headline',
  },
] as const;

// `parse` is asked in English with a file, `publish` in Indonesian over standard input: all ways in half the time.
test.each(BAD_STORIES)(
  'parse refuses a story that is $name: one sentence, code 2, no trace',
  async ({ bytes, says }) => {
    writeFileSync(path.join(bench.folder, 'naskah.txt'), bytes);
    const before = bench.traces();
    const { code, stdout, stderr } = await bench.story(['parse', 'naskah.txt', '--lang', 'en']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(SENTENCE);
    expect(bench.traces()).toEqual(before);
  },
);

test.each(BAD_STORIES)(
  'publish refuses a story that is $name: one sentence, code 2, no trace',
  async ({ bytes }) => {
    const before = bench.traces();
    const keep = ['--keep', 'simpanan', '--json'];
    const args = ['publish', '-', '--photo', PHOTO, ...keep];
    const { code, stdout, stderr } = await bench.story(args, bytes);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^(?:Berkas|Naskah) [^\n]+\.\n$/);
    expect(bench.traces()).toEqual(before);
  },
);

const BAD_CALLS = [
  { name: 'an unknown verb', args: ['terbitkan', 'x'], says: 'no verb "terbitkan"' },
  { name: 'a verb of every object', args: ['constructor'], says: 'no verb "constructor"' },
  { name: 'an unknown option', args: ['parse', KLATEN, '--xml'], says: '--xml' },
  { name: 'an option without its value', args: ['print', KLATEN, '--form'], says: '--form' },
  { name: 'an unknown form', args: ['print', KLATEN, '--form', 'koran'], says: 'no form "koran"' },
  {
    name: 'an unknown language',
    args: ['parse', KLATEN, '--lang', 'jw'],
    says: 'no language "jw"',
  },
  { name: 'no file', args: ['parse'], says: 'needs the name of a file' },
  { name: 'two files', args: ['parse', KLATEN, 'lain.txt'], says: 'a word too many: "lain.txt"' },
  { name: 'a missing file', args: ['parse', 'hilang.txt'], says: 'There is no file' },
  { name: 'a folder', args: ['parse', '.'], says: 'is a folder' },
  { name: 'text instead of JSON', args: ['print', KLATEN], says: 'not valid JSON' },
  {
    name: 'JSON that is no article',
    args: ['print', path.join(import.meta.dirname, '../../package.json')],
    says: 'not an article',
  },
] as const;

test.each(BAD_CALLS)(
  'refuses $name with one sentence, code 2 and no trace',
  async ({ args, says }) => {
    mkdirSync(path.join(bench.folder, 'lain'));
    const before = bench.traces();
    const english = await bench.story(args, '', { LANG: 'en_GB.UTF-8' });
    expect({ code: english.code, stdout: english.stdout }).toEqual({ code: 2, stdout: '' });
    expect(english.stderr).toContain(says);
    expect(english.stderr).toMatch(SENTENCE);
    const indonesian = await bench.story(args, '');
    if (!args.includes('jw' as never)) expect(indonesian.stderr).not.toBe(english.stderr);
    expect(indonesian.stderr).toMatch(SENTENCE);
    expect(bench.traces()).toEqual(before);
  },
);

test('refuses half an article with the place of the fault', async () => {
  const { code, stderr } = await bench.story(
    ['print', '-', '--lang', 'en'],
    '{"format": 2, "headline": 7}',
  );
  expect(code).toBe(2);
  expect(stderr).toMatch(/not an article of Redaksi \(.+\)\.\n$/);
});
