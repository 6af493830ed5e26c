/** "Saved" is a promise about the disk: it holds when the process is killed, when the disk is full, when a file is damaged. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoryId } from '#shared/domain/ids.ts';
import { openTestNewsroom, type TestNewsroom } from '#server/testing/newsroom-kit.ts';
import { bodyText, openLaptop, rewritten, type TestLaptop } from '../fakes/laptops.ts';

let newsroom: TestNewsroom;
let laptop: TestLaptop;

beforeEach(async () => {
  newsroom = await openTestNewsroom();
  laptop = openLaptop();
  await laptop.signIn('laili', newsroom.server.url);
});

afterEach(async () => {
  await laptop.close();
  await newsroom.end();
});

const KILLS = 20;

describe('a core that is killed while it saves', () => {
  it(
    `has every save on disk that it answered, ${KILLS} times over`,
    { timeout: 300_000 },
    async () => {
      const story = await laptop.write('Judul', '0');
      await laptop.core.close();
      let acknowledged = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        acknowledged = Math.max(acknowledged, await saveUntilKilled(story, 20 + kill * 11));
        const again = openLaptop({ dataDir: laptop.dataDir });
        const words = bodyText(await again.open(story)).split(' ');
        await again.core.close();
        expect(words.slice(0, acknowledged + 1)).toEqual(
          Array.from({ length: acknowledged + 1 }, (_, n) => String(n)),
        );
      }
      expect(acknowledged).toBeGreaterThan(KILLS);
      laptop = openLaptop({ dataDir: laptop.dataDir });
    },
  );
});

/** @returns the last save that was answered before the kill, `milliseconds` after the first one */
async function saveUntilKilled(story: StoryId, milliseconds: number): Promise<number> {
  const script = join(import.meta.dirname, '../fakes/saving-core.ts');
  const child = spawn(process.execPath, [script, laptop.dataDir, story], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let heard = '';
  child.stdout.setEncoding('utf8');
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: string) => {
      if (heard === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
      heard += text;
    });
    child.on('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error('the child ended by itself')),
    );
  });
  // The last line may be cut off by the kill; only whole lines are answers.
  return Number(heard.split('\n').at(-2) ?? '0');
}

describe('a full disk', () => {
  it('refuses the save as DISK_FULL, keeps what was saved, and goes on when there is room again', async () => {
    const story = await laptop.write('Judul', 'Sebelum penuh.');
    await laptop.core.close();
    const full = openLaptop({ dataDir: laptop.dataDir, pageLimit: 1 });
    const view = await full.call('story.open', { story, forEditing: true });
    const { editing, revision } = view;
    if (editing === null) throw new Error('the reporter may edit');
    const big = 'kata '.repeat(30_000);
    const save = { story, editing, revision, change: rewritten(view, 0, big) };
    await expect(full.call('story.save', save)).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(bodyText(await full.open(story))).toBe('Sebelum penuh.');
    await full.core.close();
    laptop = openLaptop({ dataDir: laptop.dataDir });
    expect(bodyText(await laptop.open(story))).toBe('Sebelum penuh.');
    await laptop.call('story.save', save);
    expect(bodyText(await laptop.open(story))).toBe(big);
  });
});

describe('a damaged database', () => {
  it('stands aside under its own name, byte for byte, and a new one begins and says so', async () => {
    const story = await laptop.write('Judul', 'Paragraf.');
    await laptop.sync();
    await laptop.core.close();
    const file = join(laptop.dataDir, 'redaksi.sqlite');
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(8_192, 0x5a), 0, 8_192, 0);
    closeSync(handle);
    const damaged = readFileSync(file);
    laptop = openLaptop({ dataDir: laptop.dataDir });
    expect(await laptop.call('session.get', {})).toMatchObject({ person: null });
    expect(await laptop.call('sync.get', {})).toMatchObject({ problem: 'damaged-file' });
    const aside = laptop.core.damagedFile();
    expect(aside).not.toBeNull();
    expect(existsSync(aside ?? '')).toBe(true);
    expect(readFileSync(aside ?? '').equals(damaged)).toBe(true);
    // And the newsroom's stories come again from the server.
    await laptop.signIn('laili', newsroom.server.url);
    expect(bodyText(await laptop.open(story))).toBe('Paragraf.');
  });
});

describe('closing and opening again', () => {
  it('finds every word, the person, and goes on sending after signing in again', async () => {
    laptop.link.down = true;
    const story = await laptop.write('Judul', 'Satu.');
    const view = await laptop.call('story.open', { story, forEditing: true });
    if (view.editing === null) throw new Error('the reporter may edit');
    const { editing, revision } = view;
    laptop = await laptop.restart();
    expect(await laptop.call('session.get', {})).toMatchObject({ person: { username: 'laili' } });
    // The window that was open goes on with the token that it has.
    await laptop.call('story.save', {
      story,
      editing,
      revision,
      change: rewritten(view, 0, 'Satu dua.'),
    });
    laptop = await laptop.restart();
    expect(bodyText(await laptop.open(story))).toBe('Satu dua.');
    laptop.link.down = false;
    expect(await laptop.sync()).toMatchObject({ pending: 0 });
  });
});
