/** Stories as files in the real window: written, read back, opened again; only where the person chose. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { readDocx } from '#core/files/read/docx.ts';
import { fileStory } from '#core/files/read/file-story.ts';
import { readMarkdown } from '#core/files/read/markdown.ts';
import { writeDocx } from '#core/files/write/docx.ts';
import { articleSchema, blockText, emptyArticle, type Article } from '#shared/domain/article.ts';
import type { PhotoHash } from '#shared/domain/ids.ts';
import { storyWords } from '#shared/domain/story-text/index.ts';
import { printMarkdown } from '#shared/export/markdown/markdown.ts';
import { openNewsroom, type Newsroom } from './fixtures/newsroom.ts';
import type { Workstation } from './fixtures/workstation.ts';

const HASH = 'a'.repeat(64) as PhotoHash;
const HEADLINE = 'Klaten dan Nanjing Teken Kerja Sama';

let newsroom: Newsroom;
let laptop: Workstation;
let folder: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = await mkdtemp(path.join(tmpdir(), 'redaksi-e2e-files-'));
  newsroom = await openNewsroom();
  laptop = await newsroom.openLaptop('laili', { signIn: true });
});

test.afterAll(async () => {
  await laptop.close();
  await newsroom.close();
  await rm(folder, { recursive: true, force: true });
});

/** Every kind of block, with words that stand nowhere else. */
const article: Article = articleSchema.parse({
  ...emptyArticle(),
  section: 'Berita Klaten',
  headline: HEADLINE,
  deck: 'Dua kota sepakat bertukar pelajar.',
  writers: [{ name: 'Laili Shofiyah' }],
  editors: [{ name: 'M Zainal Arifin' }],
  dateline: {
    form: 'brand-first',
    brand: 'TRIBUNJATENG.COM',
    place: 'KLATEN',
    date: '',
    separator: '-',
  },
  signoffs: [{ short: 'Laili S', code: '***' }],
  source: 'Tribun Jateng',
  tags: ['Klaten', 'Nanjing'],
  related: [{ title: 'Harga Cabai di Pasar Gondang Turun', url: 'https://koran.example/cabai' }],
  photoUses: [
    {
      id: 'u1',
      photo: HASH,
      creditLead: 'Istimewa',
      slug: 'TANDATANGAN KERJASAMA',
      caption: 'Bupati Klaten dan tamunya.',
      credit: 'Dok/Prokopim',
      alt: 'Dua orang berjabat tangan',
    },
  ],
  blocks: [
    {
      id: 'b1',
      kind: 'paragraph',
      runs: [
        { text: 'Pemkot Klaten menerima tamu ' },
        { text: 'istimewa', bold: true },
        { text: '.' },
      ],
    },
    { id: 'b2', kind: 'heading', level: 2, runs: [{ text: 'Bertukar pelajar' }] },
    {
      id: 'b3',
      kind: 'quote',
      runs: [{ text: 'Kami senang sekali.' }],
      speaker: 'Hamenang',
      verb: 'ujar',
    },
    {
      id: 'b4',
      kind: 'list',
      ordered: true,
      items: [[{ text: 'beasiswa' }], [{ text: 'magang' }]],
    },
    {
      id: 'b5',
      kind: 'table',
      caption: 'Peserta',
      header: true,
      rows: [
        [[{ text: 'Kota' }], [{ text: 'Orang' }]],
        [[{ text: 'Solo' }], [{ text: 'duabelas' }]],
      ],
    },
    { id: 'b6', kind: 'pull-quote', runs: [{ text: 'Jalan desa itu jalan kita' }], speaker: '' },
    {
      id: 'b7',
      kind: 'info-box',
      title: 'Tentang Nanjing',
      paragraphs: [[{ text: 'Ibu kota Jiangsu.' }]],
    },
    {
      id: 'b8',
      kind: 'embed',
      url: 'https://www.youtube.com/watch?v=abcdef12345',
      title: 'Film upacara',
    },
    { id: 'b9', kind: 'divider' },
    {
      id: 'b10',
      kind: 'related',
      label: 'Baca juga',
      link: { title: 'Jembatan Baru Dibuka', url: 'https://koran.example/jembatan' },
    },
    { id: 'b11', kind: 'paragraph', runs: [{ text: 'Acara ditutup dengan makan bersama.' }] },
  ],
});
const BODY_WORDS = article.blocks.flatMap((block) => storyWords(blockText(block)));

/** Opens a file by its command, as the system's dialog would give it. */
async function pick(window: Page, file: string): Promise<void> {
  await laptop.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, file);
  await window.keyboard.press('Control+O');
}

/** The next save dialog answers with this place. */
async function choosePlace(target: string | null): Promise<void> {
  await laptop.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
  }, target);
}

async function save(window: Page, entry: string, name: string): Promise<Buffer> {
  const target = path.join(folder, name);
  await choosePlace(target);
  await window.getByRole('button', { name: 'Simpan, cetak, atau salin naskah' }).click();
  await window.getByRole('menuitem', { name: entry }).click();
  if (entry.includes('teks')) await window.getByRole('button', { name: 'Simpan…' }).click();
  await expect(window.getByText(`${name} tersimpan.`)).toBeVisible({ timeout: 60_000 });
  return await readFile(target);
}

test('a Word file is opened as a story: looked at first, then made, its picture taken in', async () => {
  test.setTimeout(240_000);
  const { window } = laptop;
  const jpeg = await sharp({ create: { width: 640, height: 420, channels: 3, background: '#2a6' } })
    .jpeg()
    .toBuffer();
  const pictures = new Map([
    [HASH, { bytes: new Uint8Array(jpeg), type: 'jpg' as const, width: 640, height: 420 }],
  ]);
  const file = path.join(folder, 'kerja sama.docx');
  await writeFile(file, await writeDocx({ article, pictures, state: 'KONSEP', creator: 'Laili' }));

  await expect(window.locator('[data-desk]')).toBeVisible({ timeout: 60_000 });
  await pick(window, file);
  const dialog = window.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Buka kerja sama.docx' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(dialog).toContainText('1 gambar menjadi foto.');
  await expect(dialog.getByRole('heading', { name: HEADLINE })).toBeVisible();
  await dialog.getByRole('button', { name: 'Jadikan naskah baru' }).click();
  await expect(window.getByRole('textbox', { name: 'Isi berita' })).toContainText('makan bersama', {
    timeout: 30_000,
  });
  await expect(window.getByRole('heading', { name: HEADLINE }).first()).toBeVisible();
});

test('each kind of file is written where the person chose, whole, and says the whole story', async () => {
  test.setTimeout(300_000);
  const { window } = laptop;
  const docx = fileStory(
    await readDocx(await save(window, 'Simpan sebagai Word (DOCX)…', 'naskah.docx')),
  );
  expect(docx.article.blocks.map(({ kind }) => kind)).toEqual(
    article.blocks.map(({ kind }) => kind),
  );
  expect(docx.article.blocks.flatMap((block) => storyWords(blockText(block)))).toEqual(BODY_WORDS);
  expect(docx.pictures.size).toBe(1);

  const markdown = (await save(window, 'Simpan sebagai Markdown…', 'naskah.md')).toString('utf8');
  const back = fileStory(readMarkdown(markdown));
  expect(back.leftOver).toEqual([]);
  expect(back.article.blocks.flatMap((block) => storyWords(blockText(block)))).toEqual(BODY_WORDS);

  const text = (await save(window, 'Simpan sebagai teks…', 'naskah.txt')).toString('utf8');
  expect(text).toContain('TRIBUNJATENG.COM, KLATEN - Pemkot Klaten');
  expect(text).toContain('TANDATANGAN KERJASAMA: Bupati Klaten dan tamunya. (Dok/Prokopim)');

  const pdf = await save(window, 'Simpan sebagai PDF…', 'naskah.pdf');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const { text: printed, totalPages } = await extractText(
    await getDocumentProxy(new Uint8Array(pdf)),
    { mergePages: true },
  );
  const found = new Set(storyWords(printed));
  for (const word of [
    ...BODY_WORDS,
    ...storyWords(`${HEADLINE} ${article.deck} Laili Shofiyah Zainal KLATEN KONSEP Cabai Prokopim`),
  ])
    expect(found, printed).toContain(word);
  expect(printed).toMatch(new RegExp(`1\\s*/\\s*${totalPages}`));
  // The picture is in it, and nothing half-written lies beside.
  expect(pdf.includes(Buffer.from('/Image'))).toBe(true);
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a dialog that is called off, and a place that can not be written, leave nothing and say so', async () => {
  const { window } = laptop;
  await choosePlace(null);
  await window.keyboard.press('Control+Shift+S');
  await expect(window.getByText('Menyiapkan berkas…')).toBeHidden({ timeout: 60_000 });
  await choosePlace(path.join(folder, 'tidak-ada', 'naskah.docx'));
  await window.keyboard.press('Control+Shift+S');
  await expect(window.getByText('Berkas tidak bisa ditulis di sana', { exact: false })).toBeVisible(
    { timeout: 60_000 },
  );
  await window.getByRole('button', { name: 'Mengerti' }).first().click();
  expect(await readdir(path.join(folder))).not.toContain('tidak-ada');
});

test('the story is copied as clean HTML and as text, and printed by the system’s dialog', async () => {
  const { window, app } = laptop;
  await window.keyboard.press('Control+Shift+C');
  await expect(window.getByText('Naskah tersalin', { exact: false })).toBeVisible();
  const clipboard = await app.evaluate(async ({ clipboard: board }) => {
    const text = await board.readText();
    // Until Electron 44 the clipboard was read by kind.
    const older = board as unknown as { readonly readHTML?: () => string };
    if (older.readHTML !== undefined) return { html: older.readHTML(), text };
    const [entry] = await board.read();
    const html = await (await entry?.getType('text/html'))?.text();
    return { html: html ?? '', text };
  });
  expect(clipboard.html).toContain('<h2>Bertukar pelajar</h2>');
  expect(clipboard.html).not.toMatch(/ (?:class|style)=|redaksi-/);
  expect(clipboard.text).toContain('Pemkot Klaten menerima tamu');

  await app.evaluate(({ app: electron }) => {
    electron.on('web-contents-created', (_event, contents) => {
      contents.print = (options, done) => {
        (globalThis as Record<string, unknown>)['printed'] = { url: contents.getURL(), options };
        done?.(true, '');
      };
    });
  });
  await window.keyboard.press('Control+P');
  await expect(window.getByText('Naskah dikirim ke pencetak.')).toBeVisible({ timeout: 60_000 });
  const printed = await app.evaluate(() => (globalThis as Record<string, unknown>)['printed']);
  expect(printed).toMatchObject({ options: { silent: false, header: HEADLINE, footer: 'KONSEP' } });
});

test('Markdown, text and HTML are opened as stories; into an open story nothing that is there goes', async () => {
  test.setTimeout(240_000);
  const { window } = laptop;
  const files = {
    'naskah satu.md': printMarkdown({ ...article, headline: 'Naskah dari Markdown' }),
    'naskah dua.html':
      '<!doctype html><title>Naskah dari HTML - Koran</title><h1>Naskah dari HTML</h1><p>Isi <b>halaman</b> itu.</p><script>document.title = "x"</script>',
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(folder, name), content);
    await pick(window, path.join(folder, name));
    await window.getByRole('button', { name: 'Jadikan naskah baru' }).click({ timeout: 60_000 });
    const title = /<h1>(.*?)<\/h1>/.exec(content)?.[1] ?? 'Naskah dari Markdown';
    await expect(window.getByRole('heading', { name: title }).first()).toBeVisible({
      timeout: 30_000,
    });
  }
  const body = window.getByRole('textbox', { name: 'Isi berita' });
  await expect(body).toContainText('Isi halaman itu.');
  const text = path.join(folder, 'tambahan.txt');
  await writeFile(text, 'Kalimat tambahan dari berkas teks yang datang belakangan.\n');
  await pick(window, text);
  await window.getByRole('button', { name: 'Masukkan ke naskah ini' }).click({ timeout: 60_000 });
  await expect(body).toContainText('Kalimat tambahan');
  await expect(body).toContainText('Isi halaman itu.');
});

test('a file that can not be read says why, and that nothing was changed', async () => {
  test.setTimeout(240_000);
  const { window } = laptop;
  const bad = {
    'rusak.docx': [Buffer.from('PK\u0003\u0004 bukan zip'), 'rusak atau terpotong'],
    'lama.doc.txt': [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'format Word lama'],
    'gambar.txt': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'Ini gambar'],
    'raksasa.docx': [Buffer.alloc(50_000_001), 'terlalu besar'],
  } as const;
  for (const [name, [bytes, why]] of Object.entries(bad)) {
    await writeFile(path.join(folder, name), bytes);
    await pick(window, path.join(folder, name));
    const told = window.getByText(`${name} tidak dibuka.`, { exact: false });
    await expect(told).toContainText(why, { timeout: 60_000 });
    await expect(told).toContainText('Tidak ada naskah yang berubah.');
    await window.getByRole('button', { name: 'Mengerti' }).first().click();
  }
});
