/** Spelling in the real window: marks, suggestions by pointer and keyboard, one step to undo, and the newsroom's list. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { openNewsroom, type Newsroom } from './fixtures/newsroom.ts';
import type { Workstation } from './fixtures/workstation.ts';

test.describe.configure({ mode: 'serial' });

let newsroom: Newsroom;
let laptop: Workstation;
/** What the page and its workers complained of: a policy that is too tight says so here. */
const complaints: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  newsroom = await openNewsroom();
  laptop = await newsroom.openLaptop('laili', { signIn: true });
  laptop.window.on('console', (message) => {
    if (/Content Security Policy|CSP|WebAssembly/i.test(message.text())) {
      complaints.push(message.text());
    }
  });
  await laptop.window.getByRole('button', { name: 'Naskah baru' }).click();
  await expect(body(laptop.window)).toBeVisible();
});

test.afterAll(async () => {
  await laptop?.close();
  await newsroom?.close();
});

const body = (window: Page) => window.getByRole('textbox', { name: 'Isi berita' });
const headline = (window: Page) => window.getByRole('textbox', { name: 'Judul', exact: true });
const marked = (window: Page) =>
  window.evaluate(() =>
    ([...(CSS.highlights.get('redaksi-spelling') ?? [])] as Range[])
      .map((range) => range.toString())
      .toSorted(),
  );

/** Where a marked word stands on the page. */
async function clickRight(window: Page, word: string): Promise<void> {
  const at = await window.evaluate((wanted) => {
    const ranges = [...(CSS.highlights.get('redaksi-spelling') ?? [])] as Range[];
    const box = ranges.find((range) => range.toString() === wanted)?.getBoundingClientRect();
    return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, word);
  if (at === null) throw new Error(`${word} is not marked`);
  await window.mouse.click(at.x, at.y, { button: 'right' });
}

test('a misspelt word gets a mark when it is finished, and no node of the text', async () => {
  const { window } = laptop;
  await body(window).click();
  await window.keyboard.type(
    'Pemerintah menandatangani kerjasama dengan Nanjing. Warga sangt senang',
  );
  await expect.poll(() => marked(window)).toEqual(['kerjasama', 'sangt']);
  await window.keyboard.type(' kepda');
  // The caret is still at its end: it may become something.
  await window.waitForTimeout(800);
  expect(await marked(window)).toEqual(['kerjasama', 'sangt']);
  await window.keyboard.type('.');
  await expect.poll(() => marked(window)).toEqual(['kepda', 'kerjasama', 'sangt']);
  expect(await body(window).locator('span').count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('right click offers the right word; choosing it is one step to undo', async () => {
  const { window } = laptop;
  await clickRight(window, 'kerjasama');
  await window.getByRole('menuitem', { name: 'kerja sama', exact: true }).click();
  await expect(body(window)).toContainText('menandatangani kerja sama dengan');
  await expect(body(window)).toBeFocused();
  await expect.poll(() => marked(window)).toEqual(['kepda', 'sangt']);
  await window.keyboard.press('Control+Z');
  await expect(body(window)).toContainText('menandatangani kerjasama dengan');
  await expect(body(window)).toContainText('senang kepda.');
});

test('everything by keyboard: F7 goes from word to word, Ctrl+. offers, Escape leaves it', async () => {
  const { window } = laptop;
  const { keyboard } = window;
  await body(window).click();
  await keyboard.press('Control+Home');
  const selected = () => window.evaluate(() => getSelection()?.toString());
  for (const word of ['kerjasama', 'sangt']) {
    await keyboard.press('F7');
    await expect.poll(selected).toBe(word);
  }
  await keyboard.press('Control+.');
  await expect(window.getByRole('menuitem', { name: 'sangat' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(window.getByRole('menu')).toHaveCount(0);
  await expect(body(window)).toBeFocused();
  await keyboard.press('Control+.');
  await expect(window.getByRole('menuitem', { name: 'sangat' })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(body(window)).toContainText('Warga sangat senang');
});

test('the headline is read too, and a choice there is typed into the field', async () => {
  const { window } = laptop;
  await headline(window).fill('Bupti Teken Kerjasama');
  await expect(headline(window)).toHaveAttribute('aria-invalid', 'spelling');
  await headline(window).click();
  await window.keyboard.press('Home');
  await window.keyboard.press('Control+.');
  await window.getByRole('menuitem', { name: 'Bupati', exact: true }).click();
  await expect(headline(window)).toHaveValue('Bupati Teken Kerjasama');
  await expect(headline(window)).toBeFocused();
});

test('a word for the newsroom’s list loses its mark at once and reaches the server', async () => {
  const { window } = laptop;
  await body(window).click();
  await window.keyboard.press('Control+End');
  await window.keyboard.type(' Ada trucukan baru.');
  await expect.poll(() => marked(window)).toContain('trucukan');
  await clickRight(window, 'trucukan');
  await window.getByRole('menuitem', { name: 'Tambahkan ke daftar kata redaksi' }).click();
  await expect.poll(() => marked(window)).not.toContain('trucukan');
  await expect
    .poll(() =>
      newsroom.server.store.read((records) =>
        records.words.get({ language: 'id', word: 'trucukan' }),
      ),
    )
    .toMatchObject({ listed: true });
});

test('a word that is let stand stays so after the story was closed', async () => {
  const { window } = laptop;
  await clickRight(window, 'kepda');
  await window.getByRole('menuitem', { name: 'Biarkan di naskah ini' }).click();
  await expect.poll(() => marked(window)).not.toContain('kepda');
  await window.reload();
  await expect(body(window)).toContainText('kepda', { timeout: 30_000 });
  await expect.poll(() => marked(window)).toContain('kerjasama');
  expect(await marked(window)).not.toContain('kepda');
});

test('the worker alone compiles WebAssembly; it reaches no network and runs no text as code', async () => {
  const { window } = laptop;
  const heard: string[] = [];
  const outside: Server = createServer(({ url }, answer) => {
    heard.push(url ?? '');
    answer.writeHead(200, { 'access-control-allow-origin': '*' }).end('reached');
  }).listen(0, '127.0.0.1');
  await once(outside, 'listening');
  const url = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/`;

  /** The smallest module there is. */
  const compiles = async (): Promise<string> => {
    const empty = Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0]);
    return WebAssembly.compile(empty).then(
      () => 'compiled',
      () => 'refused',
    );
  };
  expect(await window.evaluate(compiles)).toBe('refused');
  const worker = window.workers().find((each) => each.url().includes('/spelling-worker-'));
  if (worker === undefined) throw new Error('there is no spelling worker');
  expect(await worker.evaluate(compiles)).toBe('compiled');
  const tried = await worker.evaluate(async (address) => {
    const reached = await fetch(address).then(
      () => 'reached',
      () => 'refused',
    );
    const world = globalThis as unknown as Record<string, unknown>;
    // Built at run time, so that this test's own code is not what is refused.
    const name = 'setTimeout';
    try {
      (world[name] as ((code: string) => void) | undefined)?.('globalThis.textRan = true');
    } catch {
      // Refused as it should be.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { reached, ran: world['textRan'] === true };
  }, url);
  expect(tried).toEqual({ reached: 'refused', ran: false });
  expect(heard).toEqual([]);
  outside.close();
});
