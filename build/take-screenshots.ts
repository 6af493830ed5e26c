/**
 * `npm run screenshots [-- FOLDER]`: pictures of every screen from the running program over the sample newsroom, in both
 * languages, both themes and two sizes. The README's own are among them (docs/images).
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { startDemo, type Demo } from '#server/demo/start-demo.ts';
import { ROOT, say } from './bootstrap.mjs';
import { buildApp } from './build-app.ts';
import { electronArguments, resolveElectron } from './electron-runtime.ts';
import { startVirtualScreen } from './xvfb.ts';

type Language = 'id' | 'en';
type Theme = 'light' | 'dark';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** The words that the pictures are found by. */
const WORDS = {
  id: {
    review: /Menunggu tinjauan/,
    published: /^Terbit/,
    printed: 'Pratinjau',
    live: 'Di situs',
    approve: 'Sahkan',
    furniture: 'Kelengkapan',
    history: 'Riwayat',
    back: 'Kembali ke daftar',
  },
  en: {
    review: /Awaiting review/,
    published: /^Published/,
    printed: 'Preview',
    live: 'On the site',
    approve: 'Seal',
    furniture: 'Furniture',
    history: 'History',
    back: 'Back to the list',
  },
} as const;

const folder = path.resolve(process.argv[2] ?? path.join(ROOT, 'test-results/screens'));
await buildApp();
const electron = await resolveElectron();
const screen = await startVirtualScreen({ width: 1920, height: 1080 });
const home = await mkdtemp(path.join(tmpdir(), 'redaksi-screens-'));
const demo = await startDemo({ dataDir: path.join(home, 'server'), fresh: true, port: 0 });
await mkdir(folder, { recursive: true });
try {
  for (const language of ['id', 'en'] as const) {
    for (const theme of ['light', 'dark'] as const) await shoot(demo, language, theme);
  }
} finally {
  await demo.close();
  await screen.stop();
  await rm(home, { recursive: true, force: true });
}
say(`Pictures are in ${folder}.`);

async function shoot({ url, people }: Demo, language: Language, theme: Theme): Promise<void> {
  const words = WORDS[language];
  const username = 'zainal';
  const password = people.find((person) => person.username === username)?.password ?? '';
  const dataDir = path.join(home, `${language}-${theme}`);
  await mkdir(path.join(dataDir, 'shell'), { recursive: true });
  await writeFile(
    path.join(dataDir, 'shell', 'preferences.json'),
    JSON.stringify({ theme, language }),
  );
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [...electronArguments(), ROOT],
    env: {
      ...(process.env as Record<string, string>),
      DISPLAY: screen.display,
      REDAKSI_DATA_DIR: dataDir,
      REDAKSI_SIGN_IN: JSON.stringify({ server: url, username, password }),
      ...(electron.nodeForCore !== null && { REDAKSI_CORE_NODE: electron.nodeForCore }),
    },
  });
  const window = await app.firstWindow();
  const picture = async (name: string) => {
    for (const { width, height } of SIZES) {
      await app.evaluate(
        ({ BrowserWindow }, size) => {
          BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, ...size });
        },
        { width, height },
      );
      await window.waitForTimeout(900);
      const file = path.join(folder, `${name}-${language}-${theme}-${width}.png`);
      await window.screenshot({ path: file, timeout: 120_000 });
    }
  };
  await openView(window, words.review);
  await picture('desk');
  await firstStory(window);
  await picture('story');
  await window.getByRole('tab', { name: words.furniture }).click();
  await picture('furniture');
  await window.getByRole('tab', { name: words.history }).click();
  await picture('history');
  await window.getByRole('button', { name: words.printed, exact: true }).click();
  await picture('printed');
  await window.getByRole('button', { name: words.approve, exact: true }).click();
  await picture('approve');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: words.back }).click();
  await openView(window, words.published);
  await firstStory(window);
  await window.getByRole('button', { name: words.live, exact: true }).click();
  await picture('live');
  await window.getByRole('button', { name: words.back }).click();
  await window.keyboard.press('Control+,');
  await picture('settings');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+/');
  await picture('shortcuts');
  await app.close();
}

async function openView(window: Page, name: RegExp): Promise<void> {
  await window.getByRole('navigation').getByRole('button', { name }).click();
}

async function firstStory(window: Page): Promise<void> {
  await window.getByRole('option').or(window.getByRole('row')).first().click();
  await window.getByRole('tab').first().waitFor();
}
