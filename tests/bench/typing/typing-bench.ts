/**
 * What a key costs while a story is written, in a real Electron, against the floor: a bare editable element with the same
 * text and pictures in another window of the same Electron. Both take turns in one run.
 */
import { _electron, type Page } from '@playwright/test';
import { buildApp } from '#build/build-app.ts';
import { electronArguments, resolveElectron } from '#build/electron-runtime.ts';
import { startVirtualScreen } from '#build/xvfb.ts';
import { goInto, openDesk, OUR_BODY, WINDOW, type Desk, type LongStory } from './desk.ts';
import { FLOOR_BODY, writeFloorApp, writeFloorPage } from './floor.ts';
import { journalSince, type JournalWritten } from './journal.ts';
import { timeFloor, timeOpening, type Opening } from './opening.ts';
import { keysFor, probeOf, type CaretPlace, type KeySamples } from './probe.ts';

export interface TypingOptions {
  /** Words of the stories. */
  readonly lengths: readonly number[];
  readonly rounds: number;
}

/** Keys of one go: a sentence; or lines begun and taken back. */
const KEYS = {
  letters: keysFor('para pedagang pindah ke bangunan baru itu '),
  lines: Array.from({ length: 8 }, () => ['Enter', 'p', 'Backspace', 'Backspace']).flat(),
} as const;
type KeysKind = keyof typeof KEYS;
const KEY_KINDS = Object.keys(KEYS) as KeysKind[];
const PLACES: readonly CaretPlace[] = ['middle', 'end'];
/** A quick typist's pace, and a pause long enough for everything that follows a save. */
const PACE = { between: 60, after: 1_000 };

export interface TypingCell {
  readonly words: number;
  readonly place: CaretPlace;
  readonly kind: KeysKind;
  readonly ours: readonly KeySamples[];
  readonly floor: readonly KeySamples[];
  readonly keys: number;
  readonly journal: JournalWritten;
}

export interface TypingRun {
  readonly electron: string;
  readonly cells: readonly TypingCell[];
  readonly openings: readonly Opening[];
}

/** How often each story is opened for the clock, after it was opened once. */
const OPENINGS = 5;

export async function runTyping(folder: string, options: TypingOptions): Promise<TypingRun> {
  await buildApp();
  const electron = await resolveElectron();
  const screen = process.platform === 'linux' ? await startVirtualScreen() : null;
  const env = screen === null ? {} : { DISPLAY: screen.display };
  const desk = await openDesk(folder, options.lengths);
  const station = await desk.open(env);
  const floor = await _electron.launch({
    executablePath: electron.executable,
    args: [...electronArguments(), writeFloorApp(folder, WINDOW)],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  try {
    const floorPage = await floor.firstWindow();
    const cells: TypingCell[] = [];
    const openings: Opening[] = [];
    for (const story of desk.stories) {
      process.stderr.write(`[bench] typing in ${story.words} words ...\n`);
      cells.push(
        ...(await measureStory({
          story,
          desk,
          window: station.window,
          floorPage,
          folder,
          rounds: options.rounds,
        })),
      );
      await backToDesk(station.window);
      const milliseconds: number[] = [];
      const floorMilliseconds: number[] = [];
      for (let time = 0; time < OPENINGS; time += 1) {
        milliseconds.push(await timeOpening(station.window, story));
        await backToDesk(station.window);
        floorMilliseconds.push(await timeFloor(floorPage, FLOOR_BODY));
      }
      openings.push({ words: story.words, milliseconds, floor: floorMilliseconds });
    }
    return { electron: electron.version, cells, openings };
  } finally {
    await floor.close().catch(() => undefined);
    await station.close();
    await desk.close();
    await screen?.stop();
  }
}

interface StoryToMeasure {
  readonly story: LongStory;
  readonly desk: Desk;
  readonly window: Page;
  readonly floorPage: Page;
  readonly folder: string;
  readonly rounds: number;
}

async function measureStory(given: StoryToMeasure): Promise<readonly TypingCell[]> {
  const { story, desk, window, floorPage, folder, rounds } = given;
  await floorPage.goto(writeFloorPage(folder, story.body, desk.laptop));
  await goInto(window, story);
  const subjects = {
    ours: await probeOf(window, OUR_BODY),
    floor: await probeOf(floorPage, FLOOR_BODY),
  };
  const cells: TypingCell[] = [];
  for (const kind of KEY_KINDS) {
    for (const place of PLACES) {
      const keys = KEYS[kind];
      const ours: KeySamples[] = [];
      const floor: KeySamples[] = [];
      let journal: JournalWritten = { entries: 0, bytes: 0, blocks: 0 };
      const go = async (name: 'ours' | 'floor'): Promise<KeySamples> => {
        await subjects[name].placeCaret(place);
        await new Promise((resolve) => void setTimeout(resolve, 300));
        return await subjects[name].type(keys, PACE);
      };
      // The first go of each is thrown away: code that has never run is slow.
      await go('floor');
      await go('ours');
      for (let round = 0; round < rounds; round += 1) {
        // Who goes first changes, so that neither always finds the warmer machine.
        const order = round % 2 === 0 ? (['floor', 'ours'] as const) : (['ours', 'floor'] as const);
        for (const name of order) {
          const since = name === 'ours' ? journalSince(desk.laptop, story.story) : null;
          const samples = await go(name);
          if (since === null) floor.push(samples);
          else {
            ours.push(samples);
            journal = sum(journal, since.read());
          }
        }
      }
      cells.push({ words: story.words, place, kind, ours, floor, keys: keys.length, journal });
    }
  }
  return cells;
}

function sum(a: JournalWritten, b: JournalWritten): JournalWritten {
  return {
    entries: a.entries + b.entries,
    bytes: a.bytes + b.bytes,
    blocks: a.blocks + b.blocks,
  };
}

/** Closes the story's tab, which leaves the desk. */
export async function backToDesk(window: Page): Promise<void> {
  await window.keyboard.press('Control+W');
  await window.getByRole('option').first().waitFor();
}
