/** Several stories at once, in a real Electron: tabs, two side by side, undo of each, windows, and the last session after a crash. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { startDemo, type Demo } from '#server/demo/start-demo.ts';
import { launchWorkstation, type Workstation } from './fixtures/workstation.ts';

test.describe.configure({ mode: 'serial' });

let folder: string;
let demo: Demo;
let laptop: Workstation;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = await mkdtemp(path.join(tmpdir(), 'redaksi-tabs-'));
  demo = await startDemo({ dataDir: path.join(folder, 'server'), fresh: true, port: 0 });
  const reporter = demo.people.find(({ roles }) => roles.includes('reporter'));
  if (reporter === undefined) throw new Error('the sample newsroom has no reporter');
  const { username, password } = reporter;
  laptop = await launchWorkstation({
    dataDir: path.join(folder, 'laptop'),
    signIn: { server: demo.url, username, password },
  });
});

test.afterAll(async () => {
  await laptop?.close();
  await demo?.close();
  await rm(folder, { recursive: true, force: true });
});

const headlineOf = (place: Page | Locator): Locator => place.locator('[data-where="headline"]');
const bodyOf = (place: Page | Locator): Locator =>
  place.locator('[contenteditable="true"]').first();
const tabsOf = (window: Page): Locator => window.locator('[data-tab]');

async function write(window: Page, headline: string, text: string): Promise<void> {
  await window.keyboard.press('Control+n');
  await expect(headlineOf(window)).toHaveValue('');
  await headlineOf(window).click();
  await window.keyboard.type(headline);
  await bodyOf(window).click();
  await window.keyboard.type(text);
  await saved(window);
}

async function saved(window: Page): Promise<void> {
  for (const state of await window.getByTestId('save-state').all()) {
    await expect(state).toHaveAttribute('data-phase', 'clean');
  }
}

/** Presses keys until it is so: a laptop that is busy types with pauses, and a pause makes one step two. */
async function pressUntil(window: Page, keys: string, so: () => Promise<boolean>): Promise<void> {
  for (let times = 0; times < 20 && !(await so()); times += 1) await window.keyboard.press(keys);
  expect(await so()).toBe(true);
}

const lacks = (place: Locator, words: string) => async (): Promise<boolean> =>
  !(await place.innerText()).includes(words);
const has = (place: Locator, words: string) => async (): Promise<boolean> =>
  (await place.innerText()).includes(words);

/** A command's entry in the native menu, as it is now. */
const menuEntry = async (id: string): Promise<{ enabled: boolean; checked: boolean } | null> =>
  await laptop.app.evaluate(({ Menu }, command) => {
    const found = Menu.getApplicationMenu()?.getMenuItemById(command);
    return found === null || found === undefined
      ? null
      : { enabled: found.enabled, checked: found.checked };
  }, id);

test('two stories in tabs are written in turn, and each is undone by itself', async () => {
  test.setTimeout(120_000);
  const { window } = laptop;
  await window.getByRole('option').first().waitFor();
  await write(window, 'Banjir di Klaten', 'Hujan turun.');
  await write(window, 'Panen di Boyolali', 'Padi dipanen.');
  await expect(tabsOf(window)).toHaveCount(2);

  await window.keyboard.press('Control+Tab');
  await expect(headlineOf(window)).toHaveValue('Banjir di Klaten');
  await pressUntil(window, 'Control+z', lacks(bodyOf(window), 'H'));
  await expect(headlineOf(window)).toHaveValue('Banjir di Klaten');
  await pressUntil(window, 'Control+z', async () => (await headlineOf(window).inputValue()) === '');
  await expect(headlineOf(window)).toBeFocused();
  await expect.poll(() => menuEntry('edit.undo')).toMatchObject({ enabled: false });
  await expect.poll(() => menuEntry('edit.redo')).toMatchObject({ enabled: true });
  await pressUntil(window, 'Control+y', has(bodyOf(window), 'Hujan turun.'));
  await expect(headlineOf(window)).toHaveValue('Banjir di Klaten');
  await expect(bodyOf(window)).toContainText('Hujan turun.');

  await window.keyboard.press('Control+2');
  await expect(headlineOf(window)).toHaveValue('Panen di Boyolali');
  await expect(bodyOf(window)).toContainText('Padi dipanen.');
  await pressUntil(window, 'Control+z', lacks(bodyOf(window), 'P'));
  await pressUntil(window, 'Control+Shift+z', has(bodyOf(window), 'Padi dipanen.'));
});

test('two stories stand side by side, and the keys go to the half in use', async () => {
  const { window } = laptop;
  await window.keyboard.press('Control+\\');
  const left = window.locator('[data-pane="left"]');
  const right = window.locator('[data-pane="right"]');
  await expect(headlineOf(left)).toHaveValue('Panen di Boyolali');
  await expect(headlineOf(right)).toHaveValue('Banjir di Klaten');
  await expect.poll(() => menuEntry('split.toggle')).toEqual({ enabled: true, checked: true });

  await window.keyboard.press('F6');
  await expect(bodyOf(right)).toBeFocused();
  await window.keyboard.press('Control+End');
  await window.keyboard.type(' Sungai meluap.');
  await expect(bodyOf(right)).toContainText('Hujan turun. Sungai meluap.');
  await bodyOf(left).click();
  await window.keyboard.press('Control+End');
  await window.keyboard.type(' Petani lega.');
  await pressUntil(window, 'Control+z', lacks(bodyOf(left), 'Petani'));
  await expect(bodyOf(right)).toContainText('Sungai meluap.');
  await window.keyboard.type(' Harga naik.');
  await saved(window);
});

test('after a crash the tabs, the two halves and the writer’s place are there again', async () => {
  test.setTimeout(120_000);
  // The place is remembered a moment after the last key; nothing on the screen shows it.
  await laptop.window.waitForTimeout(1_500);
  await laptop.kill();
  laptop = await launchWorkstation({ dataDir: path.join(folder, 'laptop') });
  const { window } = laptop;
  const left = window.locator('[data-pane="left"]');
  await expect(headlineOf(left)).toHaveValue('Panen di Boyolali');
  await expect(bodyOf(left)).toContainText('Padi dipanen. Harga naik.');
  await expect(headlineOf(window.locator('[data-pane="right"]'))).toHaveValue('Banjir di Klaten');
  await expect(bodyOf(left)).toBeFocused();
  await window.keyboard.type(' Sekali.');
  await expect(bodyOf(left)).toContainText('Harga naik. Sekali.');
  await saved(window);
});

test('a second window takes the pen of a story, and the first says so', async () => {
  test.setTimeout(120_000);
  const { app, window } = laptop;
  await window.keyboard.press('Control+\\');
  const arriving = app.waitForEvent('window');
  await window.keyboard.press('Control+Shift+n');
  const second = await arriving;
  await second.getByRole('option').first().waitFor();
  await expect(tabsOf(second)).toHaveCount(0);
  await second.getByRole('option', { name: /Panen di Boyolali/ }).dblclick();
  await expect(bodyOf(second)).toContainText('Sekali.');
  await bodyOf(second).click();
  await second.keyboard.press('Control+Home');
  await second.keyboard.type('Kabar baik. ');
  await saved(second);
  await headlineOf(window).click();
  await window.keyboard.type('X');
  await expect(window.getByTestId('save-state')).toHaveAttribute('data-phase', 'stale');
  await second.close();
  await expect.poll(() => app.windows().length).toBe(1);
});

test('a palette finds a command, a story and keys that were changed', async () => {
  test.setTimeout(120_000);
  const { window } = laptop;
  await window.keyboard.press('Control+Shift+p');
  await window.keyboard.type('banjir di klaten');
  await expect(window.getByRole('option', { name: /Banjir di Klaten/ }).first()).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(headlineOf(window)).toHaveValue('Banjir di Klaten');

  await window.keyboard.press('Control+/');
  const row = window.locator('[data-command="split.toggle"]');
  await row.getByRole('button').last().click();
  await window.keyboard.press('Control+j');
  await expect(row).toContainText('J');
  await window.keyboard.press('Escape');
  await window.getByRole('dialog').waitFor({ state: 'detached' });
  await window.keyboard.press('Control+j');
  await expect(window.locator('[data-pane="right"]')).toBeVisible();
  await window.keyboard.press('Control+j');
  await window.keyboard.press('Control+\\');
  await expect(window.locator('[data-pane="right"]')).toHaveCount(0);

  await window.keyboard.press('Control+w');
  await expect(tabsOf(window)).toHaveCount(1);
  await window.keyboard.press('Control+Shift+t');
  await expect(tabsOf(window)).toHaveCount(2);
});
