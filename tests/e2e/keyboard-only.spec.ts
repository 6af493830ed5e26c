/** A whole story by keyboard alone, in a real Electron: furniture, photo, both links, and the text as it was printed. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { runsText } from '#shared/domain/article.ts';
import { printStoryText } from '#shared/domain/story-text/index.ts';
import { sampleArticle } from '../fixtures/sample-article.ts';
import { openNewsroom, type Newsroom, sentArticle } from './fixtures/newsroom.ts';
import type { Workstation } from './fixtures/workstation.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');
const ALT = 'Dua pejabat menandatangani dokumen di meja, disaksikan para tamu.';
/** Lines of the site around the story, which no article holds. */
const CHROME = new Set([
  'Wonosobo Hebat',
  'Selamat Datang di Superhub Pemkab Wonosobo',
  'Berita Terkait',
  'Berita Terkini',
  'Ikuti kami di',
  'AA',
]);

let newsroom: Newsroom;
let laptop: Workstation;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  newsroom = await openNewsroom();
  laptop = await newsroom.openLaptop('laili', { signIn: true });
});

test.afterAll(async () => {
  await laptop?.close();
  await newsroom?.close();
});

const body = (window: Page): Locator => window.getByRole('textbox', { name: 'Isi berita' });
const headline = (window: Page): Locator =>
  window.getByRole('textbox', { name: 'Judul', exact: true });
const status = (window: Page): Locator => window.getByTestId('status');

/** Tab after Tab, as a person does, until the place has the focus. */
async function tabTo(window: Page, place: Locator, keys = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    if (
      await place.evaluate((element) => element === document.activeElement, null, {
        timeout: 10_000,
      })
    )
      return;
    await window.keyboard.press(keys);
  }
  throw new Error(`no Tab leads to ${String(place)}`);
}

async function fill(window: Page, place: Locator, text: string): Promise<void> {
  await tabTo(window, place);
  await window.keyboard.press('Control+A');
  await window.keyboard.type(text);
}

/** Another story of the newsroom, with a headline and one line. */
async function writeOther({ window }: Workstation, title: string): Promise<void> {
  await window.keyboard.press('Control+N');
  await expect(headline(window)).toHaveValue('');
  await tabTo(window, headline(window));
  await window.keyboard.type(title);
  await window.keyboard.press('Enter');
  await window.keyboard.press('Enter');
  await expect(body(window)).toBeFocused();
  await window.keyboard.type('Warga Klaten menunggu.');
  await window.keyboard.press('Control+S');
}

test('the sample is written whole without a mouse, and prints as it was printed', async () => {
  test.setTimeout(420_000);
  const { window } = laptop;
  const { keyboard } = window;
  const sample = sampleArticle();
  const [use] = sample.photoUses;
  if (use === undefined) throw new Error('the sample has a photo');
  // Everything below goes by keys; a pointer that moves would be a defect of the test.
  await window.evaluate(() =>
    globalThis.addEventListener('pointerdown', () => (document.title = 'a pointer was used'), true),
  );
  await expect(status(window)).toHaveText('Semua terkirim');
  for (const block of sample.blocks)
    if (block.kind === 'related') await writeOther(laptop, block.link.title);

  await keyboard.press('Control+N');
  await expect(headline(window)).toHaveValue('');
  await fill(window, window.getByRole('textbox', { name: 'Rubrik' }), sample.section);
  await fill(window, headline(window), sample.headline);
  await keyboard.press('Enter');
  await keyboard.type(sample.deck);

  // The photo: chosen in the system's own dialog, its words typed field by field.
  await tabTo(window, window.getByRole('button', { name: /Tambah foto utama/ }));
  const chooser = window.waitForEvent('filechooser');
  await keyboard.press('Enter');
  await (await chooser).setFiles(path.join(FIXTURES, 'photos', 'klaten.jpg'));
  const card = window.getByRole('figure', { name: 'Foto utama' });
  await expect(card.locator('img')).toBeVisible();
  await fill(window, card.getByLabel('Slug'), use.slug);
  await fill(window, card.getByLabel('Keterangan foto'), use.caption);
  await fill(window, card.getByLabel('Kredit', { exact: true }), use.credit);
  await fill(window, card.getByLabel('Baris di atas keterangan'), use.creditLead);
  await fill(window, card.getByLabel('Teks alternatif'), ALT);
  await expect(card).toContainText(`TANDATANGAN KERJASAMA: ${use.caption} (${use.credit})`);

  // The body: words, Enter, and the links by @ and by their key.
  await tabTo(window, body(window));
  let isFirst = true;
  let byKey = false;
  for (const block of sample.blocks) {
    if (block.kind === 'related') {
      if (byKey) await keyboard.press('Control+Alt+B');
      else await keyboard.type('@');
      byKey = true;
      await keyboard.type(block.link.title.slice(0, 24));
      await expect(window.getByRole('option', { name: block.link.title })).toBeVisible();
      await keyboard.press('Enter');
      await expect(window.getByRole('option')).toHaveCount(0);
      isFirst = true;
      continue;
    }
    if (!isFirst) await keyboard.press('Enter');
    isFirst = false;
    if (block.kind === 'paragraph') await keyboard.type(runsText(block.runs));
    // The link stands in a line of its own, which Enter opens.
    if (sample.blocks[sample.blocks.indexOf(block) + 1]?.kind === 'related')
      await keyboard.press('Enter');
  }

  // Furniture that a new story does not bring.
  const panels = window.getByRole('tablist');
  await tabTo(window, panels.getByRole('tab', { selected: true }));
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await expect(panels.getByRole('tab', { name: 'Kelengkapan', selected: true })).toBeVisible();
  await tabTo(window, window.getByLabel('Editor', { exact: true }));
  await keyboard.type('Zainal');
  await expect(window.getByRole('option').first()).toBeVisible();
  await keyboard.press('Enter');
  await fill(window, window.getByLabel('Sumber'), sample.source);
  await fill(window, window.getByLabel('Hak cipta'), sample.copyright);
  await keyboard.press('Control+S');
  await expect(status(window)).toHaveText('Semua terkirim', { timeout: 60_000 });
  expect(await window.title()).not.toBe('a pointer was used');

  await expect
    .poll(async () => (await sentArticle(newsroom, sample.headline))?.copyright)
    .toBe(sample.copyright);
  const article = await sentArticle(newsroom, sample.headline);
  if (article === undefined) throw new Error('the story is not on the server');
  const lines = (text: string): readonly string[] =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !CHROME.has(line));
  const printed = await readFile(path.join(FIXTURES, 'klaten-nanjing.txt'), 'utf8');
  expect(printStoryText(article)).toBe(printStoryText(sample));
  expect(lines(printStoryText(article))).toEqual(lines(printed));
  const related = article.blocks.flatMap((block) => (block.kind === 'related' ? [block.link] : []));
  expect(related.map(({ story }) => typeof story)).toEqual(['string', 'string']);
  expect(article.photoUses[0]?.alt).toBe(ALT);
});
