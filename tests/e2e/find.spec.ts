/** Find and replace, and the aids that change what is typed, in the real window: by keyboard, over body and fields. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openNewsroom, type Newsroom } from './fixtures/newsroom.ts';
import type { Workstation } from './fixtures/workstation.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../fixtures/klaten-nanjing.txt');

let newsroom: Newsroom;
let laptop: Workstation;

// One story from test to test.
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  newsroom = await openNewsroom();
  laptop = await newsroom.openLaptop('laili', { signIn: true });
});

test.afterAll(async () => {
  await laptop.close();
  await newsroom.close();
});

const body = (window: Page) => window.getByRole('textbox', { name: 'Isi berita' });
const count = (window: Page) => window.getByTestId('find-count');
const marks = (window: Page, name: string) =>
  window.evaluate((wanted) => CSS.highlights.get(wanted)?.size ?? 0, name);

/** The words of the body and of every field of the story. */
function textOf(window: Page): Promise<string> {
  return window.evaluate(() =>
    [
      ...[...document.querySelectorAll('[data-lexical-editor] > *')].map(
        (block) => block.textContent,
      ),
      ...[...document.querySelectorAll('[data-where]')].map((field) =>
        field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
          ? field.value
          : '',
      ),
    ]
      // An empty line is where somebody is about to write, and no block.
      .filter((text) => text !== '')
      .join('\n'),
  );
}

async function newLine(window: Page): Promise<void> {
  await body(window).click();
  await window.keyboard.press('Control+End');
  // The editor hears of a moved caret a moment later.
  await window.waitForTimeout(150);
  await window.keyboard.press('Enter');
}

async function newStory({ app, window }: Workstation): Promise<void> {
  await window.getByRole('button', { name: 'Naskah baru', exact: true }).click();
  await expect(body(window)).toBeVisible();
  const sample = await readFile(SAMPLE, 'utf8');
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), sample);
  await body(window).click();
  await window.keyboard.press('Control+V');
  await window.getByRole('button', { name: 'Susun ke kolomnya' }).click();
  await expect(body(window)).toContainText('pungkasnya.');
}

test('words are found in text and fields, walked through, replaced all at once, and one undo gives them back', async () => {
  test.setTimeout(240_000);
  const { window } = laptop;
  const { keyboard } = window;
  await newStory(laptop);
  const before = await textOf(window);
  const all = before.match(/nanjing/gi)?.length ?? 0;
  expect(all).toBeGreaterThan(3);

  await body(window).click();
  await keyboard.press('Control+F');
  await expect(window.getByRole('search')).toBeVisible();
  await keyboard.type('nanjing');
  await expect(count(window)).toHaveText(new RegExp(`^\\d+ dari ${all}$`));
  await expect.poll(() => marks(window, 'redaksi-find')).toBeGreaterThan(0);
  // Every one once around, and back to where it began; F3 works from the bar and from the text.
  const first = await count(window).innerText();
  for (let step = 0; step < all; step += 1) await keyboard.press(step % 2 === 0 ? 'Enter' : 'F3');
  await expect(count(window)).toHaveText(first);
  await keyboard.press('Shift+F3');
  await expect(count(window)).not.toHaveText(first);

  // The title of another story is not ours to change: everything else is.
  await keyboard.press('Control+H');
  await window.getByLabel('Ganti dengan', { exact: true }).fill('Kota Lain');
  await window.getByRole('button', { name: 'Ganti semua' }).click();
  await expect(window.getByText(/^\d+ diganti$/)).toBeVisible();
  await expect(count(window)).toHaveText('Tidak ditemukan');
  const after = await textOf(window);
  expect(after).not.toMatch(/nanjing/i);
  expect(after.match(/kota lain/gi)).toHaveLength(all);
  // A slug is printed in capitals whoever writes it; everything else is word for word the same.
  expect(after.replaceAll(/kota lain/gi, 'nanjing').toLowerCase()).toBe(before.toLowerCase());

  await keyboard.press('Escape');
  await expect(window.getByRole('search')).toBeHidden();
  await expect.poll(() => marks(window, 'redaksi-find')).toBe(0);
  await body(window).click();
  await keyboard.press('Control+Z');
  await expect.poll(() => textOf(window)).toBe(before);
});

test('a match over a border of looks keeps its look, and closing goes back to the caret', async () => {
  const { window } = laptop;
  const { keyboard } = window;
  await newLine(window);
  await keyboard.type('hijau ');
  await keyboard.press('Control+B');
  await keyboard.type('zam');
  await keyboard.press('Control+B');
  await keyboard.type('rud tua');
  await keyboard.press('Control+F');
  await keyboard.press('Control+A');
  await keyboard.type('zamrud');
  await expect(count(window)).toHaveText('1 dari 1');
  await keyboard.press('Escape');
  await keyboard.type('!');
  await expect(body(window).getByText('rud tua!')).toBeVisible();
  await keyboard.press('Control+H');
  await expect(count(window)).toHaveText('1 dari 1');
  await window.getByLabel('Ganti dengan', { exact: true }).fill('safir');
  await keyboard.press('Enter');
  await expect(body(window).locator('strong', { hasText: /^safir$/ })).toBeVisible();
  // A wrong pattern says so, and an evil one ends.
  await window.getByRole('button', { name: /Pola/ }).click();
  await window.getByLabel('Cari di naskah ini', { exact: true }).fill('(');
  await expect(count(window)).toHaveText('Pola ini keliru atau tidak didukung');
  await window.getByLabel('Cari di naskah ini', { exact: true }).fill('(a+)+$');
  await expect(count(window)).toHaveText(/dari|Tidak ditemukan/);
  await keyboard.press('Escape');
});

test('an abbreviation is written out, one Backspace gives it back; a placeholder is marked and stops the seal', async () => {
  const { window } = laptop;
  const { keyboard } = window;
  await keyboard.press('Control+Shift+P');
  await keyboard.type('singkatan');
  await keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Bantuan menulis' });
  await dialog.getByLabel('Singkatan', { exact: true }).fill('pemkab');
  await dialog.getByLabel('Kepanjangan').fill('Pemerintah Kabupaten');
  await keyboard.press('Enter');
  await expect(dialog.getByText('pemkab', { exact: true })).toBeVisible();
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await newLine(window);
  await keyboard.type('Dari pemkab ');
  await expect(body(window).getByText('Dari Pemerintah Kabupaten')).toBeVisible();
  await keyboard.press('Backspace');
  await expect(body(window).getByText('Dari pemkab')).toBeVisible();
  await keyboard.type('Klaten berumur TKTK tahun');
  await expect.poll(() => marks(window, 'redaksi-placeholder')).toBe(1);
  await window.getByRole('tab', { name: /Kerangka/ }).click();
  await expect(window.getByRole('button', { name: /TKTK/ })).toBeVisible();

  // The same in a field.
  const deck = window.getByRole('textbox', { name: 'Deck', exact: true });
  await deck.focus();
  await keyboard.press('Control+End');
  await keyboard.type(' pemkab ');
  await expect(deck).toHaveValue(/Pemerintah Kabupaten $/);
  await keyboard.press('Backspace');
  await expect(deck).toHaveValue(/ pemkab $/);
});

test('focus mode leaves the text alone on the screen, and Escape brings the rest back', async () => {
  const { window } = laptop;
  const { keyboard } = window;
  await body(window).click();
  await keyboard.press('Control+Alt+F');
  await expect(window.getByTestId('story-bar')).toBeHidden();
  await expect(window.getByTestId('status')).toBeHidden();
  await expect(body(window)).toBeVisible();
  await keyboard.press('Escape');
  await expect(window.getByTestId('story-bar')).toBeVisible();
  const size = () =>
    body(window).evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
  const usual = await size();
  await keyboard.press('Control+Shift+Period');
  await expect.poll(size).toBeGreaterThan(usual);
  await keyboard.press('Control+Shift+Comma');
  await expect.poll(size).toBe(usual);
});
