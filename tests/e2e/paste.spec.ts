/**
 * Paste in the real window: the whole corpus through real clipboard events, some of it through the system's clipboard.
 * What core has afterwards is compared with what a person saw, word by word.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { ShellBridge } from '#shared/contract/shell.ts';
import { isNewerBlock, type Article } from '#shared/domain/article.ts';
import { readCorpus, type Clipboard } from '../fixtures/clipboard/corpus.ts';
import { printedText } from '../fixtures/clipboard/printed-words.ts';
import { visibleText, words } from '../fixtures/clipboard/visible-words.ts';
import { openNewsroom, type Newsroom } from './fixtures/newsroom.ts';
import type { Workstation } from './fixtures/workstation.ts';

/** The bridge, as the page finds it. */
declare const redaksi: ShellBridge;

let newsroom: Newsroom;
let laptop: Workstation;
/** Every address that the window asked for. */
const asked: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  newsroom = await openNewsroom();
  laptop = await newsroom.openLaptop('laili', { signIn: true });
  laptop.window.on('request', (request) => void asked.push(request.url()));
  await laptop.window.getByRole('button', { name: 'Naskah baru' }).click();
  await expect(body(laptop.window)).toBeVisible();
});

test.afterAll(async () => {
  await laptop.close();
  await newsroom.close();
});

const body = (window: Page) => window.getByRole('textbox', { name: 'Isi berita' });
/** The clipboard of the Electron that tests run in. */
interface FormatsAtOnce {
  readonly write: (content: {
    readonly text?: string;
    readonly html?: string;
    readonly rtf?: string;
  }) => void;
  readonly readHTML: () => string;
}

const PHOTO = readFileSync(path.resolve(import.meta.dirname, '../fixtures/clipboard/gambar.png'));

for (const clipboard of readCorpus()) {
  test(`${clipboard.from}: ${clipboard.what} (${clipboard.name})`, async () => {
    const { window } = laptop;
    await emptyBody(window);
    await paste(window, clipboard);
    const asText = window.getByRole('button', { name: 'Tempel sebagai teks' });
    const expected = words(seen(clipboard));
    await expect
      .poll(async () => {
        // What looks like a whole story is offered for its fields first.
        if (await asText.isVisible()) await asText.click();
        return words(readerText(await article(window)));
      })
      .toEqual(expected);

    // Nothing of the other program's looks: no style, no class but the editor's own.
    expect(await foreignLooks(window)).toEqual([]);
    const { refused, leftOut } = clipboard.expect;
    const notice = window.getByText('Tentang tempelan tadi');
    if (refused.length > 0 && clipboard.files.length === 0) {
      await expect(window.getByText(`${refused.length} gambar tidak ikut`)).toBeVisible();
    }
    if (
      refused.length + leftOut.length > 0 &&
      (leftOut.length > 0 || clipboard.files.length === 0)
    ) {
      await expect(notice).toBeVisible();
      await window.getByRole('button', { name: 'Mengerti' }).first().click();
    }
    if (clipboard.files.length > 0 && expected.length === 0) {
      await expect.poll(async () => (await article(window)).photoUses.length).toBe(1);
    }
    // A picture whose bytes were there is a photo now; no other address stands in the article.
    const { photoUses, blocks } = await article(window);
    expect(JSON.stringify({ photoUses, blocks })).not.toMatch(
      /file:\/\/|blob:|cid:|\.jpg|\.gif|data:image/,
    );
  });
}

test('no paste asked for anything outside', () => {
  expect(asked.filter((url) => /^(?:https?|wss?|file|ftp):/.test(url))).toEqual([]);
  expect(asked.some((url) => url.startsWith('redaksi-'))).toBe(true);
});

test('a picture in the payload becomes a photo with its bytes, and one undo takes the whole paste back', async () => {
  const { window } = laptop;
  await emptyBody(window);
  const html = `<p>satu</p><figure><img src="data:image/png;base64,${PHOTO.toString('base64')}" alt="Sawah"><figcaption>Sawah di Klaten</figcaption></figure><p>dua</p>`;
  await pasteTypes(window, { 'text/html': html, 'text/plain': 'satu\ndua' });
  await expect.poll(async () => (await article(window)).photoUses[0]?.photo ?? null).not.toBeNull();
  const { blocks, photoUses } = await article(window);
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'photo', 'paragraph']);
  expect(photoUses[0]).toMatchObject({ caption: 'Sawah di Klaten', alt: 'Sawah' });
  await body(window).focus();
  await window.keyboard.press('Control+Z');
  await expect.poll(async () => (await article(window)).blocks).toEqual([]);
  await expect.poll(async () => (await article(window)).photoUses).toEqual([]);
});

test('the system clipboard: formatted, without formatting, rich text only', async () => {
  const { app, window } = laptop;
  const put = (content: {
    readonly text?: string;
    readonly html?: string;
    readonly rtf?: string;
  }) =>
    app.evaluate(
      ({ clipboard }, given) => (clipboard as unknown as FormatsAtOnce).write(given),
      content,
    );
  await emptyBody(window);
  await put({ html: '<p>Ini <b>tebal</b></p><ul><li>satu</li></ul>', text: 'Ini tebal\nsatu' });
  await window.keyboard.press('Control+V');
  await expect
    .poll(async () => (await article(window)).blocks.map(({ kind }) => kind))
    .toEqual(['paragraph', 'list']);
  // The caret stands behind what was pasted.
  await window.keyboard.type(' lagi');
  await expect
    .poll(async () => words(readerText(await article(window))))
    .toEqual(['Ini', 'tebal', 'satu', 'lagi']);

  await emptyBody(window);
  await put({ html: '<p>Ini <b>tebal</b></p>', text: '*Ini* tebal' });
  await window.keyboard.press('Control+Shift+V');
  await expect
    .poll(async () => (await article(window)).blocks)
    .toMatchObject([{ kind: 'paragraph', runs: [{ text: '*Ini* tebal' }] }]);

  await emptyBody(window);
  await put({ rtf: String.raw`{\rtf1\ansi Hanya {\b RTF}\par dua}` });
  await window.keyboard.press('Control+V');
  await expect
    .poll(async () => words(readerText(await article(window))))
    .toEqual(['Hanya', 'RTF', 'dua']);
});

test('a copy out of the story is clean, and comes back as the same blocks', async () => {
  const { app, window } = laptop;
  await emptyBody(window);
  await pasteTypes(window, {
    'text/html':
      '<h2>Sub</h2><p>Isi <a href="https://contoh.id/x">tautan</a></p><hr><blockquote>Kata</blockquote>',
  });
  await expect.poll(async () => (await article(window)).blocks.length).toBe(4);
  const before = (await article(window)).blocks;
  await body(window).focus();
  await window.keyboard.press('Control+A');
  await window.keyboard.press('Control+C');
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain('Isi tautan');
  const html = await app.evaluate(({ clipboard }) =>
    (clipboard as unknown as FormatsAtOnce).readHTML(),
  );
  expect(html).not.toMatch(/style=|class=|<span/);
  await window.keyboard.press('Control+V');
  const kept = (blocks: Article['blocks']) => blocks.map((block) => ({ ...block, id: '' }));
  await expect.poll(async () => kept((await article(window)).blocks)).toEqual(kept(before));
});

test('a field of one line takes every word of three paragraphs, and refuses what it could not hold', async () => {
  const { app, window } = laptop;
  const headline = window.getByRole('textbox', { name: 'Judul', exact: true });
  await app.evaluate(({ clipboard }) => clipboard.writeText('Banjir\r\n\r\nKlaten\u2028surut\n'));
  await headline.click();
  await window.keyboard.press('Control+V');
  await expect(headline).toHaveValue('Banjir Klaten surut');
  await app.evaluate(({ clipboard }) => clipboard.writeText('kata '.repeat(1_000)));
  await window.keyboard.press('Control+V');
  await expect(window.getByText('Terlalu panjang untuk kolom ini')).toBeVisible();
  await expect(headline).toHaveValue('Banjir Klaten surut');
});

test('a story that was pasted as text is filed into its fields afterwards, and does not stand twice', async () => {
  const { app, window } = laptop;
  await window.keyboard.press('Control+N');
  await expect(body(window)).toHaveText('');
  const story = readCorpus().find(({ name }) => name === 'naskah-utuh')?.types['text/plain'] ?? '';
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), story);
  await body(window).click();
  await window.keyboard.press('Control+V');
  await window.getByRole('button', { name: 'Tempel sebagai teks' }).click();
  await expect(body(window)).toContainText('pungkasnya.');
  await window.keyboard.press('Control+Alt+V');
  await window.getByRole('button', { name: 'Susun ke kolomnya' }).click();
  await expect(window.getByRole('textbox', { name: 'Judul', exact: true })).not.toHaveValue('');
  // Not innerText: that leaves out what is far below the window's edge.
  const text = async (): Promise<string> => (await body(window).textContent()) ?? '';
  await expect.poll(async () => (await text()).split('pungkasnya.').length).toBe(2);
});

function seen({ types, shown }: Clipboard): string {
  const html = types['text/html'];
  return shown ?? (html === undefined ? (types['text/plain'] ?? '') : visibleText(html));
}

/** What a reader reads: the blocks, and the captions where the photos stand. */
function readerText({ blocks, photoUses }: Pick<Article, 'blocks' | 'photoUses'>): string {
  return printedText(
    blocks.map((block) =>
      !isNewerBlock(block) && block.kind === 'photo'
        ? {
            kind: 'picture',
            caption: photoUses.find(({ id }) => id === block.photoUse)?.caption ?? '',
          }
        : block,
    ),
  );
}

async function emptyBody(window: Page): Promise<void> {
  await expect(async () => {
    await body(window).focus();
    await window.keyboard.press('Control+A');
    await window.keyboard.press('Backspace');
    await expect.poll(async () => (await article(window)).blocks, { timeout: 2_000 }).toEqual([]);
  }).toPass();
}

async function paste(window: Page, { types, files }: Clipboard): Promise<void> {
  await pasteTypes(window, types, files);
}

/** A real clipboard event, with what a program puts into it. */
async function pasteTypes(
  window: Page,
  types: Readonly<Record<string, string>>,
  files: readonly string[] = [],
): Promise<void> {
  await body(window).focus();
  await window.evaluate(
    ([texts, kinds, bytes]) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(texts)) clipboardData.setData(type, text);
      for (const type of kinds) {
        const picture = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0));
        clipboardData.items.add(new File([picture], 'image.png', { type }));
      }
      document
        .querySelector('[data-lexical-editor]')
        ?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
    },
    [types, files, PHOTO.toString('base64')] as const,
  );
}

/** Styles, and classes that are not ours, on the text of the body; cards are our own interface. */
function foreignLooks(window: Page): Promise<readonly string[]> {
  return window.evaluate(() =>
    [...document.querySelectorAll('[data-lexical-editor] *')]
      .filter(
        (element) =>
          element.closest('[data-lexical-decorator]') === null &&
          // The editor's own point for the caret beside a card.
          !element.hasAttribute('data-lexical-decorator-boundary'),
      )
      .filter(
        (element) =>
          element.hasAttribute('style') ||
          /Mso|xl\d|SCXW|gmail|docs-|wikitable/.test(element.getAttribute('class') ?? ''),
      )
      .map((element) => element.outerHTML.slice(0, 200)),
  );
}

/** The newest story of this laptop, as core has it on disk: over a connection of the test's own. */
async function article(window: Page): Promise<Article> {
  return await window.evaluate(async () => {
    const own = globalThis as unknown as {
      askCore?: (method: string, input: unknown) => Promise<unknown>;
    };
    if (own.askCore === undefined) {
      const waiting = new Map<number, (output: unknown) => void>();
      const send = await redaksi.connectCore(
        (frame) => {
          if (frame.type === 'res') waiting.get(frame.id)?.(frame.output);
        },
        () => undefined,
      );
      send({ type: 'hello', protocol: 1 });
      let last = 0;
      own.askCore = (method, input) =>
        new Promise((resolve) => {
          last += 1;
          waiting.set(last, resolve);
          send({ type: 'req', id: last, method, input });
        });
    }
    const { stories } = (await own.askCore('stories.list', { view: 'mine', query: '' })) as {
      stories: { id: string }[];
    };
    const opened = await own.askCore('story.open', { story: stories[0]?.id, forEditing: false });
    return (opened as { article: Article }).article;
  });
}
