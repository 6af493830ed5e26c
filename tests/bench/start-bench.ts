/** From a cold start until a story can be edited, against a bare Electron window with a text field, in the same run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path, { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { buildApp } from '#build/build-app.ts';
import { electronArguments, resolveElectron } from '#build/electron-runtime.ts';
import { startVirtualScreen } from '#build/xvfb.ts';
import { timed, type Bench } from './measure.ts';
import { laptopOf, openNewsroom } from './newsroom.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export async function startBench(folder: string): Promise<Bench> {
  await buildApp();
  const electron = await resolveElectron();
  const screen = process.platform === 'linux' ? await startVirtualScreen() : null;
  const laptop = join(folder, 'start-laptop');
  const story = await laptopWithStory(folder, laptop);
  const bare = bareApp(folder);
  const launch = async (
    app: string,
    selector: string,
    more: readonly string[] = [],
  ): Promise<number> => {
    let started: ElectronApplication | undefined;
    const time = await timed(async () => {
      started = await _electron.launch({
        executablePath: electron.executable,
        args: [...electronArguments(), app, ...more],
        env: {
          ...(process.env as Record<string, string>),
          ...(screen !== null && { DISPLAY: screen.display }),
          ...(electron.nodeForCore !== null && { REDAKSI_CORE_NODE: electron.nodeForCore }),
          REDAKSI_DATA_DIR: laptop,
        },
      });
      const window = await started.firstWindow();
      await window.locator(selector).first().waitFor({ state: 'visible', timeout: 120_000 });
    });
    await started?.close();
    return time;
  };
  return {
    name: `cold start to an editable story (Electron ${electron.version})`,
    baseline: 'a bare Electron window',
    rounds: 7,
    goal: 1.5,
    subject: () => launch(ROOT, '[contenteditable="true"]', [`redaksi://story/${story}`]),
    against: () => launch(bare, 'textarea'),
    close: async () => {
      await screen?.stop();
    },
  };
}

/** A laptop as a reporter left it: signed in once, one story begun. */
async function laptopWithStory(folder: string, dataDir: string): Promise<string> {
  const newsroom = await openNewsroom(join(folder, 'start-server'));
  const first = await laptopOf(newsroom, 'laili', dataDir);
  const { story } = await first.handlers['story.create']({ desk: newsroom.desk });
  await first.close();
  await newsroom.server.close();
  return story;
}

function bareApp(folder: string): string {
  const app = join(folder, 'bare-app');
  mkdirSync(app);
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }),
  );
  writeFileSync(
    join(app, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.setPath('userData', ${JSON.stringify(join(folder, 'bare-data'))});
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<textarea></textarea>'));
`,
  );
  return app;
}
