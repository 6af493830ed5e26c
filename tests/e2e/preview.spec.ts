/** Pages of stories inside the workstation: the laptop's draft and the published page, each without script or reach. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Frame } from '@playwright/test';
import type { CoreInput, CoreMethod, CoreOutput, StorySummary } from '#shared/contract/core.ts';
import type { ShellBridge } from '#shared/contract/shell.ts';
import { startDemo, type Demo } from '../../server/demo/start-demo.ts';
import { launchWorkstation, type Workstation } from './fixtures/workstation.ts';

/** The bridge, as the page finds it. */
declare const redaksi: ShellBridge;

test.describe.configure({ mode: 'serial' });

let folder: string;
let demo: Demo;
let station: Workstation;
let story: StorySummary;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'redaksi-preview-'));
  demo = await startDemo({ dataDir: path.join(folder, 'server'), fresh: false, port: 0 });
  const editor = demo.people.find(({ roles }) => roles.includes('editor'));
  if (editor === undefined) throw new Error('the sample newsroom has no editor');
  const { username, password } = editor;
  station = await launchWorkstation({
    dataDir: path.join(folder, 'laptop'),
    signIn: { server: demo.url, username, password },
  });
});

test.afterAll(async () => {
  await station?.close();
  await demo?.close();
  await rm(folder, { recursive: true, force: true });
});

test('the first window is signed in at once, as REDAKSI_SIGN_IN asks', async () => {
  const session = await askCore('session.get', {});
  expect(session).toMatchObject({ signedIn: true, server: demo.url });
  await expect.poll(async () => (await published()).length, { timeout: 30_000 }).toBeGreaterThan(0);
  const [first] = await published();
  if (first === undefined) throw new Error('nothing is published');
  story = first;
  // Pictures come after the text.
  const hash = first.photo;
  if (hash === null) throw new Error('the story has no photo');
  await expect
    .poll(async () => (await askCore('photo.get', { hash }))?.state, { timeout: 30_000 })
    .toMatch(/^(here|preview)$/);
});

test('a draft is shown with its style and its photo', async () => {
  const frame = await show(`redaksi-preview://draft/${story.id}`);
  await expectPage(frame);
});

test('a published page is shown with its style and its photo, over the preview protocol alone', async () => {
  const { pathname } = new URL(story.url ?? '');
  const frame = await show(`redaksi-preview://live${pathname}`);
  await expectPage(frame);
});

test('the workstation cannot reach into a page, nor the page out of itself', async () => {
  const reachable = await station.window.evaluate(() =>
    [...document.querySelectorAll('iframe')].map(({ contentDocument }) => contentDocument !== null),
  );
  expect(reachable).toEqual([false, false]);
  const origins = await station.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames.map(({ origin }) => origin),
  );
  expect(origins).toEqual(['null', 'null']);
});

async function published(): Promise<readonly StorySummary[]> {
  const { stories } = await askCore('stories.list', { view: 'published', query: '' });
  return stories.filter(({ url, photo }) => url !== null && photo !== null);
}

/** Puts a frame into the page. It says nothing of a sandbox: that must come with the page's own policy. */
async function show(address: string): Promise<Frame> {
  await station.window.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    // In sight: a picture that nobody sees is not loaded.
    frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; z-index: 1';
    document.body.append(frame);
  }, address);
  await expect.poll(() => station.window.frame({ url: address })).not.toBeNull();
  const frame = station.window.frame({ url: address });
  if (frame === null) throw new Error(`no frame shows ${address}`);
  return frame;
}

async function expectPage(frame: Frame): Promise<void> {
  await expect(frame.locator('h1')).toHaveText(story.headline);
  // A page without its style sheet has the browser's own margin.
  await expect(frame.locator('body')).toHaveCSS('margin', '0px');
  const width = () =>
    frame
      .locator('figure img')
      .first()
      .evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(width, { timeout: 20_000 }).toBeGreaterThan(0);
}

/** Asks core as the page does. */
async function askCore<Method extends CoreMethod>(
  method: Method,
  input: CoreInput<Method>,
): Promise<CoreOutput<Method>> {
  const answer = await station.window.evaluate(
    async ([method, input]) =>
      await new Promise<unknown>((resolve, reject) => {
        const begin = async (): Promise<void> => {
          const send = await redaksi.connectCore(
            (frame) => {
              if (frame.type === 'res') resolve(frame.output);
              if (frame.type === 'fail') reject(new Error(frame.error.code));
            },
            () => reject(new Error('closed')),
          );
          send({ type: 'hello', protocol: 1 });
          send({ type: 'req', id: 1, method, input });
        };
        begin().catch(reject);
      }),
    [method, input] as const,
  );
  return answer as CoreOutput<Method>;
}
