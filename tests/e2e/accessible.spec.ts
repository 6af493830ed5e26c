/** Every screen by the rules of WCAG 2.2 AA, as axe reads the running window, in both themes; and by keyboard alone. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { startDemo, type Demo } from '#server/demo/start-demo.ts';
import { launchWorkstation, type Workstation } from './fixtures/workstation.ts';

let folder: string;
let demo: Demo;
let laptop: Workstation;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = await mkdtemp(path.join(tmpdir(), 'redaksi-a11y-'));
  demo = await startDemo({ dataDir: path.join(folder, 'server'), fresh: true, port: 0 });
});

test.afterEach(async () => {
  await laptop.close();
});

test.afterAll(async () => {
  await demo.close();
  await rm(folder, { recursive: true, force: true });
});

/** A colleague's workstation in one language; the theme is the system's. */
async function openAs(role: 'editor' | 'reporter', language: 'id' | 'en'): Promise<Workstation> {
  const person = demo.people.find(({ roles }) => roles.includes(role));
  if (person === undefined) throw new Error(`the sample newsroom has no ${role}`);
  const dataDir = path.join(folder, `${role}-${language}`);
  await mkdir(path.join(dataDir, 'shell'), { recursive: true });
  const preferences = JSON.stringify({ theme: 'system', language });
  await writeFile(path.join(dataDir, 'shell', 'preferences.json'), preferences);
  const { username, password } = person;
  return await launchWorkstation({ dataDir, signIn: { server: demo.url, username, password } });
}

async function expectAccessible(window: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // A dialog that is still fading in, or a page that is changing its theme, has colours of its own.
    await window.waitForTimeout(200);
    await window.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState === 'finished'),
    );
    const { violations, passes } = await new AxeBuilder({ page: window })
      // Electron opens no second page for axe's own.
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      // The printed page is a document of its own, and tested where it is made.
      .exclude('iframe')
      .analyze();
    expect(passes.length).toBeGreaterThan(5);
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
    );
    expect(found, `${screen}, ${colorScheme}`).toEqual([]);
  }
}

test('desk, story, dialogs and settings are accessible, and all of it is reached by keyboard', async () => {
  test.setTimeout(240_000);
  laptop = await openAs('editor', 'id');
  const { window } = laptop;
  const { keyboard } = window;
  await window.getByRole('navigation').getByRole('button').nth(1).focus();
  await keyboard.press('Enter');
  await window.getByRole('option').first().waitFor();
  await expectAccessible(window, 'desk');

  await keyboard.press('Control+/');
  await window.getByRole('dialog').waitFor();
  await expectAccessible(window, 'shortcuts');
  await keyboard.press('Escape');
  await window.getByRole('dialog').waitFor({ state: 'detached' });
  await keyboard.press('Control+,');
  await window.getByRole('dialog').waitFor();
  await expectAccessible(window, 'settings');
  await keyboard.press('Escape');
  await window.getByRole('dialog').waitFor({ state: 'detached' });

  await keyboard.press('/');
  await expect(window.getByRole('searchbox')).toBeFocused();
  await keyboard.press('Escape');
  await window.getByRole('listbox').focus();
  await keyboard.press('Enter');
  await window.getByRole('tab').first().waitFor();
  await expectAccessible(window, 'story');
  for (const tab of await window.getByRole('tab').all()) {
    await tab.focus();
    await keyboard.press('Enter');
    await expectAccessible(window, `panel ${await tab.innerText()}`);
  }
  await window
    .getByTestId('story-bar')
    .getByRole('button', { name: /Sahkan|Seal/ })
    .focus();
  await keyboard.press('Enter');
  await window.getByRole('dialog').locator('input[type="password"]').waitFor();
  await expectAccessible(window, 'seal');
  await keyboard.press('Escape');
  await window.getByRole('dialog').waitFor({ state: 'detached' });
  // The first leaves the button that the dialog gave the focus back to, the second leaves the story.
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await window.getByRole('option').first().waitFor();
});

/** Opens something by its keys, looks at it, and leaves it by Escape. */
async function lookAt(window: Page, keys: string, opened: string): Promise<void> {
  await window.keyboard.press(keys);
  await window.locator(opened).first().waitFor();
  await expectAccessible(window, keys);
  await window.keyboard.press('Escape');
  await window.locator(opened).first().waitFor({ state: 'hidden' });
}

for (const language of ['id', 'en'] as const) {
  test(`the writing desk is accessible in every state (${language})`, async () => {
    test.setTimeout(400_000);
    laptop = await openAs('reporter', language);
    const { window } = laptop;
    const { keyboard } = window;
    await window.getByRole('option').first().waitFor();
    await expectAccessible(window, 'desk');
    await window.getByRole('listbox').focus();
    await keyboard.press('Enter');
    const body = window.locator('[contenteditable="true"]').first();
    await body.waitFor();
    await lookAt(window, 'Control+Shift+P', '[role="dialog"]');
    await lookAt(window, 'Control+F', '[role="search"]');
    await body.focus();
    await keyboard.press('Control+End');
    await keyboard.press('Enter');
    for (const insert of ['Control+Alt+7', 'Control+Alt+6', 'Control+Alt+9', 'Control+Alt+5']) {
      await keyboard.press(insert);
      await keyboard.type('Klaten');
    }
    await expectAccessible(window, 'blocks');
    await body.focus();
    await keyboard.press('Control+End');
    await keyboard.press('Enter');
    await keyboard.type('/');
    await window.getByRole('option').first().waitFor();
    await expectAccessible(window, 'slash menu');
    await keyboard.press('Escape');
    await keyboard.press('Backspace');
    await keyboard.type('@');
    await window.getByRole('option').first().waitFor();
    await expectAccessible(window, 'related menu');
    await keyboard.press('Escape');
    await keyboard.press('Backspace');
    for (const command of ['story.count', 'view.outline']) {
      const keys = { 'story.count': 'Control+Alt+W', 'view.outline': 'Control+Alt+O' }[command];
      await keyboard.press(keys ?? '');
      await expectAccessible(window, command);
      await keyboard.press('Escape');
    }
    await keyboard.press('Control+\\');
    await expectAccessible(window, 'split');
  });
}

/** What Tab reaches, step by step, until it comes round; and what it should have reached. */
async function walk(
  window: Page,
): Promise<{ readonly missed: readonly string[]; readonly steps: number }> {
  await window.evaluate(() => {
    const can =
      'a[href], button, input:not([type="hidden"]), select, textarea, iframe, [contenteditable="true"], [tabindex]';
    for (const element of document.querySelectorAll<HTMLElement>(can)) {
      const off = element.matches(':disabled') || element.closest('[inert], [aria-hidden="true"]');
      const isSeen = element.checkVisibility({ visibilityProperty: true });
      if (element.tabIndex >= 0 && !off && isSeen) element.dataset['walk'] = 'missed';
    }
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  let steps = 0;
  for (let again = 0; steps < 250 && again < 3; steps += 1) {
    await window.keyboard.press('Tab');
    const seen = await window.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return 'again';
      const before = element.dataset['walk'];
      element.dataset['walk'] = 'reached';
      return before === 'reached' ? 'again' : 'new';
    });
    again = seen === 'again' ? again + 1 : 0;
  }
  const missed = await window.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-walk="missed"]')]
      // What came and went while walking (a menu's own list) is no place of this screen.
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map(
        (element) =>
          `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? ''}`,
      ),
  );
  return { missed, steps };
}

test('Tab reaches and leaves every control of the desk and of an open story', async () => {
  test.setTimeout(240_000);
  laptop = await openAs('reporter', 'id');
  const { window } = laptop;
  // What was open here last is open again.
  await window.locator('[data-tab], [role="option"]').first().waitFor();
  await window.keyboard.press('Alt+Home');
  await window.getByRole('option').first().waitFor();
  const desk = await walk(window);
  expect(desk.missed).toEqual([]);
  expect(desk.steps).toBeGreaterThan(8);
  await window.getByRole('listbox').focus();
  await window.keyboard.press('Enter');
  await window.locator('[contenteditable="true"]').first().waitFor();
  await window.waitForTimeout(500);
  const story = await walk(window);
  expect(story.missed).toEqual([]);
  expect(story.steps).toBeGreaterThan(20);
});
