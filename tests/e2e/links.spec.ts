/** "Baca juga" and furniture in a real Electron, by keyboard alone: found, linked, renamed, filled in, saved. */
import { expect, test, type Locator } from '@playwright/test';
import { openNewsroom, type Newsroom, sentArticle } from './fixtures/newsroom.ts';
import type { Workstation } from './fixtures/workstation.ts';

test.describe.configure({ mode: 'serial' });

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

const field = (where: string): Locator => laptop.window.locator(`[data-where="${where}"]`);
const body = (): Locator => laptop.window.locator('[contenteditable="true"]').first();
const cards = (): Locator => body().getByRole('group', { name: 'Baca juga' });
const press = (keys: string): Promise<void> => laptop.window.keyboard.press(keys);
const type = (text: string): Promise<void> => laptop.window.keyboard.type(text);

/** Tab until something has the focus, as a person without a mouse would. */
async function tabTo(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await press(key);
  }
  throw new Error('Tab does not lead there');
}

async function saved(): Promise<void> {
  await press('Control+s');
  await expect(laptop.window.getByTestId('save-state')).toHaveAttribute('data-phase', 'clean');
}

async function write(headline: string, text: string): Promise<void> {
  await press('Control+n');
  await expect(field('headline')).toHaveValue('');
  await tabTo(field('headline'));
  await type(headline);
  await press('Enter');
  await expect(field('deck')).toBeFocused();
  await press('Enter');
  await expect(body()).toBeFocused();
  await type(text);
  await saved();
}

test('@ offers the story about the same people first, and Enter links it', async () => {
  test.setTimeout(120_000);
  const { window } = laptop;
  await window.getByRole('navigation').first().waitFor();
  await write('Lomba Perahu di Rawa Jombor', 'Ribuan warga Klaten menonton lomba di Klaten.');
  await write('Panen Raya Padi Dibuka', 'Bupati Klaten, Hamenang Wajar Ismoyo, membuka panen.');
  await write(
    'Klaten Gaet Nanjing',
    'Kerja sama itu diteken Bupati Klaten, Hamenang Wajar Ismoyo, di Klaten.',
  );
  await press('Enter');
  await type('@');
  const options = window.getByRole('option');
  await expect(options.first()).toContainText('Panen Raya Padi Dibuka');
  await expect(options.first()).toContainText('Konsep');
  await type('lomba');
  await expect(options.first()).toContainText('Lomba Perahu');
  await expect(options).toHaveCount(1);
  await press('Escape');
  await expect(options).toHaveCount(0);
  // What was typed stays text when nothing was chosen.
  await expect(body()).toContainText('@lomba');
  for (let letter = 0; letter < 5; letter += 1) await press('Backspace');
  await expect(options.first()).toContainText('Panen Raya Padi Dibuka');
  await press('Enter');
  await expect(cards()).toHaveCount(1);
  await expect(cards().getByRole('textbox', { name: 'Judul berita terkait' })).toHaveValue(
    'Panen Raya Padi Dibuka',
  );
  await expect(body()).not.toContainText('@');
  // The caret goes on below the card.
  await type('Paragraf sesudahnya.');
  await expect(body().locator('p').last()).toContainText('Paragraf sesudahnya.');
});

test('the key for it opens the search, marks what is linked, and takes an address', async () => {
  const { window } = laptop;
  await press('Control+Alt+b');
  const search = window.getByRole('combobox', { name: 'Cari berita untuk ditautkan' });
  await expect(search).toBeFocused();
  const options = window.getByRole('dialog').getByRole('option');
  await expect(options.filter({ hasText: 'Panen Raya' })).toContainText('sudah ditautkan');
  await type('lomba rawa');
  await expect(options.first()).toContainText('Lomba Perahu di Rawa Jombor');
  await press('Control+a');
  await type('https://klaten.example/rilis');
  await expect(options.first()).toContainText('Tautkan ke alamat ini');
  await press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await expect(cards()).toHaveCount(2);
  await expect(body()).toBeFocused();
  await press('ArrowDown');
  await tabTo(cards().nth(1).getByRole('textbox', { name: 'Judul berita terkait' }));
  await type('Rilis Pemkab Klaten');
  await saved();
});

test('a linked story that gets another headline is told of, and one key takes it in', async () => {
  const { window } = laptop;
  await press('Control+2');
  await expect(field('headline')).toHaveValue('Panen Raya Padi Dibuka');
  await tabTo(field('headline'));
  await press('Control+a');
  await type('Panen Raya Padi Dibuka Bupati');
  await saved();
  await press('Control+3');
  await expect(field('headline')).toHaveValue('Klaten Gaet Nanjing');
  await expect(cards().first()).toContainText('Judulnya sekarang: “Panen Raya Padi Dibuka Bupati”');
  const title = cards().first().getByRole('textbox', { name: 'Judul berita terkait' });
  await expect(title).toHaveValue('Panen Raya Padi Dibuka');
  await press('Control+Alt+u');
  await expect(title).toHaveValue('Panen Raya Padi Dibuka Bupati');
  await expect(cards().first()).not.toContainText('Judulnya sekarang');
  await press('Control+z');
  await expect(title).toHaveValue('Panen Raya Padi Dibuka');
  await press('Control+y');
  await expect(title).toHaveValue('Panen Raya Padi Dibuka Bupati');
  await expect(window.getByRole('dialog')).toHaveCount(0);
});

test('the furniture fills itself from a few keys, and all of it is saved and sent', async () => {
  test.setTimeout(120_000);
  const { window } = laptop;
  const others = window.getByRole('button', { name: /^Judul lain/ });
  await tabTo(others, 'Shift+Tab');
  await press('Enter');
  await tabTo(field('shortHeadline'), 'Shift+Tab');
  await type('Klaten–Nanjing');
  await tabTo(window.getByRole('tab', { name: /^Periksa/ }));
  await press('ArrowRight');
  await press('Enter');

  await tabTo(field('writers').getByRole('combobox'));
  await type('zain');
  await expect(window.getByRole('option').first()).toContainText('M Zainal Arifin');
  await press('Enter');
  await type('Kontributor Bayat,');
  const rows = field('writers').getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.last()).toContainText('Nama bebas, bukan staf');
  await tabTo(
    field('writers').getByRole('button', { name: 'Naikkan M Zainal Arifin' }),
    'Shift+Tab',
  );
  await press('Enter');
  await expect(rows.first()).toContainText('M Zainal Arifin');
  // The sign-off follows the first writer.
  await expect(field('signoffs')).toContainText('(Zainal/***)');

  await tabTo(field('eventDate'));
  await type('Senin (24/6/2025)');
  await expect(
    window.getByText('Harinya tidak cocok: tanggal itu Selasa, 24 Juni 2025.'),
  ).toBeVisible();
  await tabTo(field('source'));
  await expect(field('eventDate')).toHaveValue('Selasa (24/6/2025)');

  for (const words of ['lomba', 'panen']) {
    await tabTo(field('related').getByRole('button', { name: 'Tambah berita' }));
    await press('Enter');
    await expect(
      window.getByRole('combobox', { name: 'Cari berita untuk ditautkan' }),
    ).toBeFocused();
    await type(words);
    await expect(window.getByRole('dialog').getByRole('option').first()).toContainText(
      new RegExp(words, 'i'),
    );
    await press('Enter');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  }
  await tabTo(
    field('related').getByRole('button', { name: 'Turunkan Lomba Perahu di Rawa Jombor' }),
    'Shift+Tab',
  );
  await press('Alt+ArrowDown');
  await saved();

  const inOrder = ['Panen Raya Padi Dibuka Bupati', 'Lomba Perahu di Rawa Jombor'];
  await expect
    .poll(
      async () =>
        (await sentArticle(newsroom, 'Klaten Gaet Nanjing'))?.related.map(({ title }) => title),
      {
        timeout: 30_000,
      },
    )
    .toEqual(inOrder);
  const article = await sentArticle(newsroom, 'Klaten Gaet Nanjing');
  expect(article).toMatchObject({
    shortHeadline: 'Klaten–Nanjing',
    eventDate: '2025-06-24',
    signoffs: [{ short: 'Zainal', code: '***' }],
  });
  expect(article?.writers.map(({ name, person }) => [name, person !== undefined])).toEqual([
    ['M Zainal Arifin', true],
    ['Laili Shofiyah', true],
    ['Kontributor Bayat', false],
  ]);
  const links = article?.blocks.flatMap((block) => (block.kind === 'related' ? [block.link] : []));
  expect(links).toEqual([
    { title: 'Panen Raya Padi Dibuka Bupati', story: expect.any(String) },
    { title: 'Rilis Pemkab Klaten', url: 'https://klaten.example/rilis' },
  ]);
});
