/** Every kind of block in a real Electron, by keyboard alone: put in, written, moved, deleted, undone, and saved as meant. */
import path from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { openNewsroom, type Newsroom, sentArticle } from './fixtures/newsroom.ts';
import type { Workstation } from './fixtures/workstation.ts';

test.describe.configure({ mode: 'serial' });

const PICTURE = path.resolve(import.meta.dirname, '../../server/demo/photos/penandatanganan.jpg');

let newsroom: Newsroom;
let laptop: Workstation;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  newsroom = await openNewsroom();
  laptop = await newsroom.openLaptop('laili', { signIn: true });
  await laptop.window.getByRole('navigation').first().waitFor();
});

test.afterAll(async () => {
  await laptop?.close();
  await newsroom?.close();
});

const headline = (): Locator => laptop.window.locator('[data-where="headline"]').last();
const body = (): Locator => laptop.window.locator('[contenteditable="true"]').last();
const focused = (): Locator => laptop.window.locator(':focus');
const said = (): Locator => laptop.window.getByRole('status');
const type = (text: string): Promise<void> => laptop.window.keyboard.type(text);

/** Keys as a person presses them: the next one after the editor has heard of the last. */
async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await laptop.window.keyboard.press(key);
    await laptop.window.evaluate(
      () => new Promise<void>((resolve) => setTimeout(() => setTimeout(resolve, 0), 20)),
    );
  }
}

async function newStory(title: string): Promise<void> {
  await press('Control+n');
  await expect(headline()).toHaveValue('');
  await headline().focus();
  await type(title);
  await press('Enter', 'Enter');
  await expect(body()).toBeFocused();
}

/** Chooses from the `/` menu by a word in either language. */
async function slash(word: string): Promise<void> {
  await type(`/${word}`);
  await expect(laptop.window.getByRole('option').first()).toBeVisible();
  await press('Enter');
}

/** The blocks that the server has of a story, without their ids. */
async function savedBlocks(title: string): Promise<readonly unknown[]> {
  await press('Control+s');
  const blocks = (await sentArticle(newsroom, title))?.blocks ?? [];
  return blocks.map((block) =>
    Object.fromEntries(Object.entries(block).filter(([field]) => field !== 'id')),
  );
}

const runs = (...texts: readonly string[]) => texts.map((text) => [{ text }]);
const paragraph = (text: string) => ({ kind: 'paragraph', runs: [{ text }] });

test('each kind comes from the slash menu, is written by keyboard, and is saved as written', async () => {
  test.setTimeout(150_000);
  await newStory('Semua Jenis');
  await type('Pembuka.');
  await press('Enter');
  await slash('subjudul');
  await type('Bagian');
  await press('Enter');
  await slash('quote');
  await type('Kami siap.');
  await press('F2');
  await type('Nur');
  await press('Tab');
  await type('ujar');
  await press('Enter');
  await press('End', 'Enter');
  await slash('kutipan besar');
  await type('Siap!');
  await press('F2');
  await type('Nur');
  await press('Escape', 'End', 'Enter');
  await slash('daftar');
  await type('satu');
  await press('Enter');
  await type('dua');
  await press('Enter', 'Enter');
  await slash('table');
  await type('Komoditas');
  await press('Tab');
  await type('Harga');
  await press('Tab');
  await type('Beras');
  await press('Tab');
  await type('14.000');
  // The last row is empty: it goes with the Enter that leaves.
  await press('Enter', 'Enter');
  await slash('kotak');
  await type('Fakta');
  await press('Enter');
  await type('Luas 655 km.');
  await press('Enter', 'Enter');
  await slash('divider');
  await slash('youtube');
  await expect(focused()).toHaveAttribute('placeholder', 'https://');
  await type('youtu.be/a1b2c3d4');
  await press('Enter');
  await expect(focused()).toHaveAttribute('aria-label', 'Isi kiriman');
  await type('Rekaman banjir');
  await press('Enter');
  await expect(body()).toBeFocused();
  await type('Penutup.');

  const expected = [
    paragraph('Pembuka.'),
    { kind: 'heading', level: 2, runs: [{ text: 'Bagian' }] },
    { kind: 'quote', runs: [{ text: 'Kami siap.' }], speaker: 'Nur', verb: 'ujar' },
    { kind: 'pull-quote', runs: [{ text: 'Siap!' }], speaker: 'Nur' },
    { kind: 'list', ordered: false, items: runs('satu', 'dua') },
    {
      kind: 'table',
      caption: '',
      header: true,
      rows: [runs('Komoditas', 'Harga'), runs('Beras', '14.000')],
    },
    { kind: 'info-box', title: 'Fakta', paragraphs: runs('Luas 655 km.') },
    { kind: 'divider' },
    { kind: 'embed', url: 'https://youtu.be/a1b2c3d4', title: 'Rekaman banjir' },
    paragraph('Penutup.'),
  ];
  await expect.poll(() => savedBlocks('Semua Jenis'), { timeout: 30_000 }).toEqual(expected);
});

test('a photo’s words are reached, written and left by keyboard, both ways', async () => {
  test.setTimeout(90_000);
  const { window } = laptop;
  await newStory('Foto di Dalam');
  await type('Atas');
  await press('Enter');
  await type('Bawah');
  await press('ArrowUp', 'End');
  const [chooser] = await Promise.all([window.waitForEvent('filechooser'), press('Control+Alt+p')]);
  await chooser.setFiles(PICTURE);
  const slug = body().getByLabel('Slug');
  const alt = body().getByLabel('Teks alternatif');
  await expect(slug).toBeFocused();
  await type('kerja sama');
  await press('Enter');
  await expect(body().getByLabel('Keterangan foto')).toBeFocused();
  await type('Bupati berjabat tangan.');
  await press('Enter');
  await type('Dok/Prokopim');
  await expect(body()).toContainText('KERJA SAMA: Bupati berjabat tangan. (Dok/Prokopim)');
  // Down through the other fields, out below, and up again from there.
  await press('ArrowDown', 'ArrowDown');
  await expect(alt).toBeFocused();
  await press('ArrowDown');
  await expect(body()).toBeFocused();
  await press('ArrowUp');
  await expect(alt).toBeFocused();
  await press('Escape');
  await expect(body()).toBeFocused();
  await expect(said().filter({ hasText: 'Foto dipilih' })).toHaveCount(1);
  await press('Enter');
  await expect(slug).toBeFocused();
  await press('Home', 'ArrowUp');
  await expect(body()).toBeFocused();
  await type('!');
  await expect
    .poll(async () => (await savedBlocks('Foto di Dalam')).at(0), { timeout: 30_000 })
    .toEqual(paragraph('Atas!'));
});

test('blocks are selected, moved, doubled and deleted by keyboard, each one step to undo', async () => {
  test.setTimeout(90_000);
  await newStory('Pindah');
  await type('Satu');
  await press('Enter');
  await press('Control+Alt+9');
  await type('Dua');
  await press('Enter');
  await type('Tiga');
  const now = () => savedBlocks('Pindah');
  const [one, rule, two, three] = [
    paragraph('Satu'),
    { kind: 'divider' },
    paragraph('Dua'),
    paragraph('Tiga'),
  ];
  await expect.poll(now, { timeout: 30_000 }).toEqual([one, rule, two, three]);

  await press('Alt+Shift+ArrowUp', 'Alt+Shift+ArrowUp');
  await expect(said().filter({ hasText: 'Paragraf naik.' })).toHaveCount(1);
  await expect.poll(now).toEqual([one, three, rule, two]);
  await type('!');
  await expect.poll(now).toEqual([one, paragraph('Tiga!'), rule, two]);
  await press('Control+z', 'Control+z', 'Control+z');
  await expect.poll(now).toEqual([one, rule, two, three]);

  // Backspace beside the rule selects it; the second one deletes it.
  await press('Control+End', 'ArrowUp', 'Home', 'Backspace');
  await expect.poll(now).toEqual([one, rule, two, three]);
  await press('Backspace');
  await expect.poll(now).toEqual([one, two, three]);
  await press('Control+z');
  await expect.poll(now).toEqual([one, rule, two, three]);

  // Escape selects the block; arrows go on, and what is typed on a selected rule stands below it.
  await press('Control+Home', 'Escape', 'ArrowDown');
  await type('Baru');
  await expect.poll(now).toEqual([one, rule, paragraph('Baru'), two, three]);
  await press('Escape', 'Control+Shift+d');
  await expect.poll(now).toEqual([one, rule, paragraph('Baru'), paragraph('Baru'), two, three]);
  await press('Control+Shift+Backspace');
  await expect.poll(now).toEqual([one, rule, paragraph('Baru'), two, three]);
});

test('a selection across cards deletes what is in it and nothing else', async () => {
  test.setTimeout(90_000);
  await newStory('Menyeberang');
  await type('Awal kalimat');
  await press('Enter', 'Control+Alt+9');
  await press('Control+Alt+7');
  await type('Sel');
  await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab');
  await type('Akhir kalimat');
  const now = () => savedBlocks('Menyeberang');
  await expect.poll(now, { timeout: 30_000 }).toHaveLength(4);
  await press('Control+Home');
  for (let steps = 0; steps < 5; steps += 1) await press('ArrowRight');
  await press('Control+Shift+End');
  for (let steps = 0; steps < 8; steps += 1) await press('Shift+ArrowLeft');
  await press('Delete');
  await expect.poll(now).toEqual([paragraph('Awal  kalimat')]);
  await press('Control+z');
  await expect.poll(now).toHaveLength(4);
});
