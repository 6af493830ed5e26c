/** Every screen by the rules of WCAG 2.2 AA, as axe reads the running window, in both themes; and by keyboard alone. */
import { mkdtemp, rm } from 'node:fs/promises';
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
  const editor = demo.people.find(({ roles }) => roles.includes('editor'));
  if (editor === undefined) throw new Error('the sample newsroom has no editor');
  const { username, password } = editor;
  laptop = await launchWorkstation({
    dataDir: path.join(folder, 'laptop'),
    signIn: { server: demo.url, username, password },
  });
});

test.afterAll(async () => {
  await laptop.close();
  await demo.close();
  await rm(folder, { recursive: true, force: true });
});

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
    .getByRole('banner')
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
