/**
 * `npm run bench -- memory --minutes 60`: a writer writes, corrects and cuts again, for so long, in one story that keeps
 * its length. After each part the garbage is collected and the memory of every process is written down: it must be flat.
 */
import { readFileSync } from 'node:fs';
import { buildApp } from '#build/build-app.ts';
import { startVirtualScreen } from '#build/xvfb.ts';
import { goInto, openDesk, OUR_BODY } from './desk.ts';
import { keysFor, probeOf } from './probe.ts';

export interface MemoryOptions {
  readonly minutes: number;
  /** Milliseconds from one key to the next; 150 is a quick writer. */
  readonly between: number;
}

export interface MemorySample {
  readonly minute: number;
  readonly keys: number;
  /** After a collection, megabytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Resident, megabytes; null where the system does not say. */
  readonly windowProcess: number | null;
  readonly coreProcess: number | null;
}

const WORDS = 5_000;
const SENTENCE = 'warga berharap jalan di depan pasar itu segera diperbaiki. ';
const MISTAKE = 'diperbaiki. ';
const CORRECTION = 'dibenahi. ';
const WRITTEN = SENTENCE.length * 2 - MISTAKE.length + CORRECTION.length;
/** One part: a paragraph is written, its last word corrected; then all of it is taken back, to the letter. */
const PART: readonly string[] = [
  'Enter',
  ...keysFor(SENTENCE.repeat(2)),
  ...MISTAKE.split('').map(() => 'Backspace'),
  ...keysFor(CORRECTION),
  ...Array.from({ length: WRITTEN + 1 }, () => 'Backspace'),
];
const PARTS_A_SAMPLE = 5;

export async function runMemory(
  folder: string,
  { minutes, between }: MemoryOptions,
): Promise<readonly MemorySample[]> {
  await buildApp();
  const screen = process.platform === 'linux' ? await startVirtualScreen() : null;
  const desk = await openDesk(folder, [WORDS]);
  const station = await desk.open(screen === null ? {} : { DISPLAY: screen.display });
  const [story] = desk.stories;
  const samples: MemorySample[] = [];
  try {
    if (story === undefined) throw new Error('there is no story to write in');
    await goInto(station.window, story);
    const probe = await probeOf(station.window, OUR_BODY);
    await probe.placeCaret('end');
    const started = performance.now();
    let keys = 0;
    const minute = (): number => (performance.now() - started) / 60_000;
    while (minute() < minutes) {
      for (let part = 0; part < PARTS_A_SAMPLE && minute() < minutes; part += 1) {
        for (const key of PART) {
          await Promise.all([
            station.window.keyboard.press(key),
            new Promise((resolve) => void setTimeout(resolve, between)),
          ]);
        }
        keys += PART.length;
      }
      await probe.collectGarbage();
      const metrics = await probe.metrics();
      const processes = await station.app.evaluate(({ app }) =>
        app.getAppMetrics().map(({ pid, type }) => ({ pid, type })),
      );
      samples.push({
        minute: minute(),
        keys,
        heap: (metrics.get('JSHeapUsedSize') ?? 0) / 2 ** 20,
        nodes: metrics.get('Nodes') ?? 0,
        listeners: metrics.get('JSEventListeners') ?? 0,
        windowProcess: residentOf(processes.find(({ type }) => type === 'Tab')?.pid),
        coreProcess: residentOf(coreOf(station.app.process().pid)),
      });
      process.stderr.write(`${memoryLine(samples.at(-1))}\n`);
    }
    return samples;
  } finally {
    await station.close();
    await desk.close();
    await screen?.stop();
  }
}

/** The samples, and how the memory moved from the first third to the last. */
export function memoryReport(samples: readonly MemorySample[]): string {
  const third = Math.max(1, Math.floor(samples.length / 3));
  const mean = (some: readonly MemorySample[], of: (sample: MemorySample) => number): number =>
    some.reduce((sum, sample) => sum + of(sample), 0) / some.length;
  const moved = (name: string, of: (sample: MemorySample) => number): string => {
    const [from, to] = [mean(samples.slice(0, third), of), mean(samples.slice(-third), of)];
    return `${name}: ${from.toFixed(1)} in the first third, ${to.toFixed(1)} in the last (${((to / from - 1) * 100).toFixed(1)} %)`;
  };
  return [
    ...samples.map(memoryLine),
    '',
    moved('heap after collection, MB', (sample) => sample.heap),
    moved('DOM nodes', (sample) => sample.nodes),
    moved('event listeners', (sample) => sample.listeners),
    moved('window process, MB', (sample) => sample.windowProcess ?? Number.NaN),
    moved('core process, MB', (sample) => sample.coreProcess ?? Number.NaN),
  ].join('\n');
}

function memoryLine(sample: MemorySample | undefined): string {
  if (sample === undefined) return '';
  const { minute, keys, heap, nodes, listeners, windowProcess, coreProcess } = sample;
  return (
    `${minute.toFixed(1)} min, ${keys} keys: heap ${heap.toFixed(1)} MB, ${nodes} nodes, ${listeners} listeners, ` +
    `window ${windowProcess?.toFixed(0) ?? '?'} MB, core ${coreProcess?.toFixed(0) ?? '?'} MB`
  );
}

function residentOf(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== 'linux') return null;
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
}

/** Core is the child of the shell that runs its entry: a utility process, or a Node of its own. */
function coreOf(shell: number | undefined): number | undefined {
  if (shell === undefined || process.platform !== 'linux') return undefined;
  const children = readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').trim().split(' ');
  return children
    .map(Number)
    .find((pid) => /core[/\\]host\.js/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')));
}
