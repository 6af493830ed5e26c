/** A newsroom, a laptop with long stories on it, and its workstation open: what the typing benches measure in. */
import { copyFile, mkdir } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path, { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Core } from '#core/host.ts';
import { incomingPath, INCOMING_FOLDER } from '#shared/contract/media-paths.ts';
import type { PhotoHash, StoryId } from '#shared/domain/ids.ts';
import { launchWorkstation, type Workstation } from '../../e2e/fixtures/workstation.ts';
import { laptopOf, openNewsroom, PASSWORD, type BenchNewsroom } from '../newsroom.ts';
import type { WindowSize } from './floor.ts';
import { longBody, type LongBody } from './manuscript.ts';

/** The same for both windows. */
export const WINDOW: WindowSize = { width: 1_280, height: 800 };
export const OUR_BODY = '[contenteditable="true"][data-lexical-editor]';
const PHOTOS = 20;
const PICTURES = path.resolve(import.meta.dirname, '../../../server/demo/photos');
const PICTURE_NAMES = [
  'banjir.jpg',
  'jembatan.jpg',
  'pasar.jpg',
  'penandatanganan.jpg',
  'perpustakaan.jpg',
  'sawah-merapi.jpg',
  'sekolah.jpg',
  'sepak-bola.jpg',
];

export interface LongStory {
  readonly words: number;
  readonly story: StoryId;
  readonly headline: string;
  readonly body: LongBody;
}

export interface Desk {
  readonly newsroom: BenchNewsroom;
  readonly laptop: string;
  readonly stories: readonly LongStory[];
  /** The laptop's workstation, signed in, at the desk. */
  readonly open: (env?: Readonly<Record<string, string>>) => Promise<Workstation>;
  readonly close: () => Promise<void>;
}

/** One story of each length, with twenty photos. */
export async function openDesk(folder: string, lengths: readonly number[]): Promise<Desk> {
  const newsroom = await openNewsroom(join(folder, 'typing-server'));
  const laptop = join(folder, 'typing-laptop');
  const core = await laptopOf(newsroom, 'laili', laptop);
  const photos = await takeInPhotos(core, laptop);
  const stories: LongStory[] = [];
  for (const words of lengths) stories.push(await writeStory(core, newsroom, { words, photos }));
  await core.handlers['sync.now']({});
  await core.close();
  return {
    newsroom,
    laptop,
    stories,
    open: async (env = {}) => {
      const station = await launchWorkstation({
        dataDir: laptop,
        signIn: { server: newsroom.server.url, username: 'laili', password: PASSWORD },
        env: { REDAKSI_LOG_LEVEL: 'warn', ...env },
      });
      await station.app.evaluate(({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
      }, WINDOW);
      await station.window.getByRole('option').first().waitFor();
      return station;
    },
    close: () => newsroom.server.close(),
  };
}

async function takeInPhotos(core: Core, laptop: string): Promise<readonly PhotoHash[]> {
  const hashes: PhotoHash[] = [];
  await mkdir(join(laptop, INCOMING_FOLDER), { recursive: true });
  for (const name of PICTURE_NAMES) {
    const admitted = randomBytes(16).toString('hex');
    await copyFile(join(PICTURES, name), join(laptop, incomingPath(admitted)));
    const photo = await core.handlers['photo.import']({ admitted, fileName: name });
    hashes.push(photo.hash);
  }
  return hashes;
}

async function writeStory(
  core: Core,
  { desk }: BenchNewsroom,
  { words, photos }: { readonly words: number; readonly photos: readonly PhotoHash[] },
): Promise<LongStory> {
  const headline = `Pasar Ditata, ${words} Kata`;
  const { story } = await core.handlers['story.create']({ desk });
  const view = await core.handlers['story.open']({ story, forEditing: true });
  const body = longBody(words, PHOTOS, photos);
  await core.handlers['story.save']({
    story,
    editing: view.editing ?? '',
    revision: view.revision,
    change: {
      furniture: { headline, deck: 'Para pedagang pindah ke bangunan baru.' },
      photoUses: body.photoUses,
      blocks: body.blocks,
      order: body.blocks.map((block) => block.id),
    },
  });
  await core.handlers['story.cut']({ story, reason: 'pause' });
  return { words, story, headline, body };
}

/** From the desk's list into a story; resolves once its body is there. */
export async function goInto(window: Page, { headline, body }: LongStory): Promise<void> {
  await window.getByRole('option').filter({ hasText: headline }).click();
  await window.locator(OUR_BODY).waitFor();
  await window
    .locator(OUR_BODY)
    .locator('figure')
    .nth(body.photoUses.length - 1)
    .waitFor({ state: 'attached' });
}
