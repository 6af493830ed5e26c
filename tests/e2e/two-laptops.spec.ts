/** The main job, whole: a reporter without a network, an editor, one server, and the page that a reader gets. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { blockText, runsText } from '#shared/domain/article.ts';
import type { StoryRecord } from '#shared/contract/http.ts';
import { readStoryPage, type StoryPageReading } from '#shared/render/read-back/reading.ts';
import { sampleArticle } from '../fixtures/sample-article.ts';
import { openNewsroom, PASSWORD, type Newsroom } from './fixtures/newsroom.ts';
import type { Workstation } from './fixtures/workstation.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');
const HEADLINE = 'Bentuk Pertukaran Persahabatan, Klaten Gaet Nanjing RRC Jadi Sister City';
const ALT = 'Dua pejabat menandatangani dokumen di meja, disaksikan para tamu.';

let newsroom: Newsroom;
const open: Workstation[] = [];

test.beforeEach(async () => {
  newsroom = await openNewsroom();
});

test.afterEach(async () => {
  for (const laptop of open.splice(0)) await laptop.close();
  await newsroom.close();
});

async function laptop(...given: Parameters<Newsroom['openLaptop']>): Promise<Workstation> {
  const opened = await newsroom.openLaptop(...given);
  open.push(opened);
  return opened;
}

async function closeLaptop(workstation: Workstation): Promise<void> {
  open.splice(open.indexOf(workstation), 1);
  await workstation.close();
}

const status = (window: Page) => window.getByTestId('status');
const inBar = (window: Page, name: string) =>
  window.getByTestId('story-bar').getByRole('button', { name, exact: true });

async function pasteSample({ app, window }: Workstation): Promise<void> {
  const sample = await readFile(path.join(FIXTURES, 'klaten-nanjing.txt'), 'utf8');
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), sample);
  await window.getByRole('textbox', { name: 'Isi berita' }).click();
  await window.keyboard.press('Control+V');
  await window.getByRole('button', { name: 'Susun ke kolomnya' }).click();
}

async function attachPhoto(window: Page): Promise<void> {
  const card = window.getByRole('figure', { name: 'Foto utama' });
  const chooser = window.waitForEvent('filechooser');
  await card.getByRole('button', { name: 'Pilih gambar' }).click();
  await (await chooser).setFiles(path.join(FIXTURES, 'photos', 'klaten.jpg'));
  await expect(card.locator('img')).toBeVisible();
  await card.getByLabel('Teks alternatif').fill(ALT);
}

test('a story written without a network is sealed, published, and reads as it was signed', async () => {
  test.setTimeout(300_000);
  // Once online, to sign in; then the server is gone.
  let reporter = await laptop('laili', { signIn: true });
  await expect(status(reporter.window)).toHaveText('Semua terkirim');
  await newsroom.down();

  await reporter.window.getByRole('button', { name: 'Naskah baru', exact: true }).click();
  await pasteSample(reporter);
  await expect(reporter.window.getByRole('textbox', { name: 'Judul', exact: true })).toContainText(
    HEADLINE,
  );
  const shownSignoff = await reporter.window
    .getByRole('textbox', { name: 'Isi berita' })
    .evaluate((body) =>
      [...body.querySelectorAll('p')].map((p) => getComputedStyle(p, '::after').content).join(''),
    );
  expect(shownSignoff.replaceAll('\\', '')).toContain('(Laili S/***)');
  await attachPhoto(reporter.window);
  await expect(status(reporter.window)).toContainText('Luring');

  // Closed and opened again, still without a server: nothing is lost.
  await closeLaptop(reporter);
  reporter = await laptop('laili', { signIn: false });
  await reporter.window.getByText(HEADLINE).click();
  const card = reporter.window.getByRole('figure', { name: 'Foto utama' });
  await expect(card.getByLabel('Teks alternatif')).toHaveValue(ALT);
  await expect(card.getByLabel('Slug')).toHaveValue('TANDATANGAN KERJASAMA');
  await expect(reporter.window.getByRole('textbox', { name: 'Isi berita' })).toContainText(
    'pungkasnya.',
  );
  await inBar(reporter.window, 'Kirim ke redaksi').click();

  // The server comes up; this machine keeps no password, so the reporter signs in again where they are.
  await newsroom.up();
  await reporter.window.getByRole('button', { name: 'Masuk lagi', exact: true }).click();
  await reporter.window.getByLabel('Kata sandi').fill(PASSWORD);
  await reporter.window.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(status(reporter.window)).toHaveText('Semua terkirim', { timeout: 60_000 });

  // The editor's laptop.
  const editor = await laptop('zainal', { signIn: true });
  await editor.window.getByRole('button', { name: /Menunggu tinjauan/ }).click();
  await editor.window.getByText(HEADLINE).click();
  await expect(editor.window.getByRole('textbox', { name: 'Isi berita' })).toContainText(
    'pungkasnya.',
  );
  await inBar(editor.window, 'Sahkan').click();
  await editor.window.getByLabel('Kata sandi Anda').fill(PASSWORD);
  await editor.window.getByRole('button', { name: 'Sahkan isi ini' }).click();
  await inBar(editor.window, 'Terbitkan').click();
  await expect(editor.window.getByText('Terbit dan terbukti')).toBeVisible({ timeout: 60_000 });

  // What the reader gets, against what the reporter pasted.
  const record = await onlyStory();
  const publication = record.publications[0];
  const url = publication?.url ?? '';
  const fetched = await fetch(url);
  expect(fetched.status).toBe(200);
  const html = await fetched.text();
  const page = readStoryPage(html);
  expectSample(page);
  expect(record.seal?.content).toMatch(/^[0-9a-f]{64}$/);
  expect(page.contentHash).toBe(record.seal?.content);
  expect(publication?.content).toBe(record.seal?.content);
  expect(publication?.proof?.equal).toBe(true);
  const photo = await fetch(new URL(page.leadPhotos[0]?.src ?? '', url));
  expect(photo.headers.get('content-type')).toContain('image/');

  // An edit after the seal leaves the page as it was signed.
  await editor.window.getByRole('button', { name: 'Naskah', exact: true }).click();
  await editor.window.getByRole('textbox', { name: 'Judul', exact: true }).click();
  await editor.window.keyboard.press('Control+End');
  await editor.window.keyboard.type(' DIUBAH');
  await expect(editor.window.getByText('Berubah sejak disahkan').first()).toBeVisible();
  await editor.window.keyboard.press('Control+S');
  await expect
    .poll(async () => (await onlyStory()).head, { timeout: 30_000 })
    .not.toBe(record.head);
  expect(await (await fetch(url)).text()).toBe(html);
});

/** Every field of the page, against the sample as it was written down by hand. */
function expectSample(page: StoryPageReading): void {
  const sample = sampleArticle();
  const [photo] = sample.photoUses;
  expect(page).toMatchObject({
    section: sample.section,
    headline: sample.headline,
    deck: sample.deck,
    byline: 'Penulis: Laili Shofiyah | Editor: M Zainal Arifin',
    dateline: 'TRIBUNJATENG.COM, KLATEN -',
    signoff: '(Laili S/***)',
    source: sample.source,
    copyright: sample.copyright,
    leadPhotos: [
      {
        creditLead: photo?.creditLead,
        slug: photo?.slug,
        caption: photo?.caption,
        credit: photo?.credit,
        alt: ALT,
      },
    ],
  });
  const blocks = page.blocks.map((block) =>
    block.kind === 'related'
      ? `${block.label}: ${block.link.title}`
      : block.kind === 'paragraph'
        ? runsText(block.runs)
        : block,
  );
  expect(blocks).toEqual(sample.blocks.map(blockText));
}

/** The one story of this newsroom, as the server knows it. */
async function onlyStory(): Promise<StoryRecord> {
  const events = await newsroom.server.store.read((records) => records.events.after(0, 500));
  const stories = events.flatMap((event) => (event.kind === 'story' ? [event.story] : []));
  const newest = stories.at(-1);
  if (newest === undefined) throw new Error('the server knows no story');
  expect(new Set(stories.map((story) => story.id)).size).toBe(1);
  return newest;
}
