/** Input methods and dead keys, through the browser's own door for them: nothing in the window disturbs a composition. */
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { openNewsroom, type Newsroom } from './fixtures/newsroom.ts';
import type { Workstation } from './fixtures/workstation.ts';

let newsroom: Newsroom;
let laptop: Workstation;
let input: CDPSession;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  newsroom = await openNewsroom();
  laptop = await newsroom.openLaptop('laili', { signIn: true });
  const { window } = laptop;
  input = await window.context().newCDPSession(window);
  await window.getByRole('button', { name: 'Naskah baru', exact: true }).click();
  await body(window).click();
});

test.afterAll(async () => {
  await laptop.close();
  await newsroom.close();
});

const body = (window: Page) => window.getByRole('textbox', { name: 'Isi berita' });
/** The last line's words. Lexical shows a character of no width after a composition, and takes it out again. */
const lastLine = async (window: Page): Promise<string> => {
  const text = (await body(window).locator(':scope > p').last().textContent()) ?? '';
  return text.replaceAll('\u200B', '').replaceAll('\u00A0', ' ');
};
const expectLine = (window: Page, text: string) =>
  expect.poll(() => lastLine(window), { timeout: 5_000 }).toBe(text);

const compose = (text: string) =>
  input.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
const commit = (text: string) => input.send('Input.insertText', { text });

/** Where the browser says a composition began, went on and ended: one that was broken off shows. */
async function watchComposition(window: Page): Promise<() => Promise<string>> {
  await window.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenComposition: seen });
    for (const kind of ['compositionstart', 'compositionend']) {
      document.addEventListener(kind, () => void seen.push(kind.replace('composition', '')), true);
    }
  });
  return () =>
    window.evaluate(() => {
      const { seenComposition } = globalThis as unknown as { seenComposition: string[] };
      return seenComposition.splice(0).join(' ');
    });
}

async function newLine(window: Page, text = ''): Promise<void> {
  const { keyboard } = window;
  await keyboard.press('Control+End');
  // The editor hears of a moved caret a moment later.
  await window.waitForTimeout(150);
  await keyboard.press('Enter');
  if (text !== '') await keyboard.type(text);
}

/** Longer than every aid waits for a pause: counting, marks, spelling, saving, finding. */
const settle = (window: Page) => window.waitForTimeout(1_200);

test('a composition goes on through counting, marks, finding, saving and spelling', async () => {
  test.setTimeout(180_000);
  const { window } = laptop;
  const seen = await watchComposition(window);
  // A placeholder, a misspelt word and an open search: all of them look at the text when the writer pauses.
  await window.keyboard.type('Rapat TKTK ddengan kota Klaten.');
  await window.keyboard.press('Control+F');
  await window.keyboard.type('kota');
  await expect(window.getByTestId('find-count')).toHaveText('1 dari 1');
  await body(window).click();
  await newLine(window, 'kota ');
  for (const part of ['n', 'ni', 'に', 'にほ', 'にほん']) {
    await compose(part);
    await settle(window);
    await expectLine(window, `kota ${part}`);
  }
  expect(await seen()).toBe('start');
  await commit('日本');
  await expectLine(window, 'kota 日本');
  expect(await seen()).toBe('end');
  await window.keyboard.type(' ok');
  await expectLine(window, 'kota 日本 ok');
  await expect(window.getByTestId('find-count')).toHaveText(/dari 2$/);
  await window.keyboard.press('Control+F');
  await window.keyboard.press('Escape');
});

test('a composition that is given up leaves the text as it was', async () => {
  const { window } = laptop;
  await body(window).click();
  await newLine(window, 'sebelum ');
  await compose('かな');
  await expectLine(window, 'sebelum かな');
  await compose('');
  await expectLine(window, 'sebelum ');
  await window.keyboard.type('sesudah');
  await expectLine(window, 'sebelum sesudah');
});

test('an abbreviation, a quote and two hyphens inside a composition stay what the input method made of them', async () => {
  test.setTimeout(120_000);
  const { window } = laptop;
  await window.keyboard.press('Control+Shift+P');
  await window.keyboard.type('singkatan');
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Bantuan menulis' });
  await dialog.getByLabel('Singkatan', { exact: true }).fill('dgn');
  await dialog.getByLabel('Kepanjangan').fill('dengan');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await body(window).click();
  await newLine(window);
  for (const part of ['d', 'dgn', 'dgn ', 'dgn "--']) {
    await compose(part);
    await expectLine(window, part);
  }
  await commit('dgn "-- ');
  await expectLine(window, 'dgn "-- ');
  // Typed by hand again, the aid is there.
  await window.keyboard.type('dgn ');
  await expectLine(window, 'dgn "-- dengan ');
});

test('a dead key gives one letter, in the text and in a field', async () => {
  const { window } = laptop;
  await body(window).click();
  await newLine(window, 'caf');
  await compose('´');
  await commit('é');
  await window.keyboard.type(' satu');
  await expectLine(window, 'café satu');
  const headline = window.getByRole('textbox', { name: 'Judul', exact: true });
  await headline.focus();
  await window.keyboard.press('Control+End');
  await window.keyboard.type('Kaf');
  await compose('´');
  await settle(window);
  await commit('é');
  await expect(headline).toHaveValue(/Kafé$/);
});

test('undo takes a composition back as one step', async () => {
  const { window } = laptop;
  await body(window).click();
  await newLine(window, 'kota');
  await window.waitForTimeout(1_500);
  for (const part of ['と', 'とう', 'とうき']) await compose(part);
  await commit('東京');
  await expectLine(window, 'kota東京');
  await window.keyboard.press('Control+Z');
  await expectLine(window, 'kota');
});
