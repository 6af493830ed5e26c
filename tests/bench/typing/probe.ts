/**
 * What is asked inside a page: how long from a key event until the frame that shows it has been painted, and how long
 * the main thread worked for it.
 */
import type { CDPSession, Page } from '@playwright/test';

/** What the page collects; it lies on `globalThis` while a probe is in. */
interface PageProbe {
  readonly samples: number[];
  readonly longTasks: number[];
  stop(): void;
}

interface ProbedWindow {
  typingProbe?: PageProbe;
}

export interface KeySamples {
  /** Key event to painted frame, milliseconds, one a key that changed the text. */
  readonly latencies: readonly number[];
  /** Tasks of more than 50 ms on the main thread, milliseconds. */
  readonly longTasks: readonly number[];
  /** Processor time of the main thread a key, milliseconds; the pause after the last key included. */
  readonly mainThread: number;
  readonly script: number;
  readonly layout: number;
}

export interface KeyProbe {
  /** Puts the caret into the body and leaves it there. */
  placeCaret(place: CaretPlace): Promise<void>;
  /** Presses these keys at this pace and says what each cost. */
  type(keys: readonly string[], pace: Pace): Promise<KeySamples>;
  metrics(): Promise<ReadonlyMap<string, number>>;
  collectGarbage(): Promise<void>;
}

export type CaretPlace = 'middle' | 'end';

export interface Pace {
  /** From one key to the next, milliseconds. */
  readonly between: number;
  /** After the last key: what the pause brings belongs to what was typed. */
  readonly after: number;
}

/** The keys that write a text of plain letters. */
export function keysFor(text: string): readonly string[] {
  return text.split('').map((letter) => (letter === ' ' ? 'Space' : letter));
}

/** `body` selects the one editable element. */
export async function probeOf(page: Page, body: string): Promise<KeyProbe> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metrics = async (): Promise<ReadonlyMap<string, number>> => {
    const answer = await devtools.send('Performance.getMetrics');
    return new Map(answer.metrics.map(({ name, value }) => [name, value]));
  };
  return {
    placeCaret: (place) => page.locator(body).evaluate(placeCaretIn, place),
    type: async (keys, pace) => {
      await page.locator(body).evaluate(startProbe);
      const before = await metrics();
      for (const key of keys) {
        await Promise.all([page.keyboard.press(key), pause(pace.between)]);
      }
      await pause(pace.after);
      const after = await metrics();
      const { latencies, longTasks } = await page.evaluate(endProbe);
      const perKey = (name: string): number =>
        (((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1_000) / keys.length;
      return {
        latencies,
        longTasks,
        mainThread: perKey('TaskDuration'),
        script: perKey('ScriptDuration'),
        layout: perKey('LayoutDuration') + perKey('RecalcStyleDuration'),
      };
    },
    metrics,
    collectGarbage: () => collectGarbage(devtools),
  };
}

async function collectGarbage(devtools: CDPSession): Promise<void> {
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}

/** Runs in the page: it can use nothing from around it. */
function startProbe(body: Element): void {
  const world = globalThis as ProbedWindow;
  world.typingProbe?.stop();
  const samples: number[] = [];
  const longTasks: number[] = [];
  const painted = new MessageChannel();
  let pressed: number | null = null;
  let shown: number | null = null;
  painted.port1.addEventListener('message', () => {
    if (shown !== null) samples.push(performance.now() - shown);
    shown = null;
  });
  painted.port1.start();
  const onKey = (event: Event): void => {
    pressed = event.timeStamp;
  };
  addEventListener('keydown', onKey, true);
  // The first change of the text after a key is that key's; the frame after it shows it.
  const changes = new MutationObserver(() => {
    if (pressed === null) return;
    const from = pressed;
    pressed = null;
    requestAnimationFrame(() => {
      shown = from;
      // A message is taken after the frame's styles, layout and paint are through.
      painted.port2.postMessage(null);
    });
  });
  changes.observe(body, { subtree: true, childList: true, characterData: true });
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  tasks.observe({ type: 'longtask' });
  world.typingProbe = {
    samples,
    longTasks,
    stop: () => {
      removeEventListener('keydown', onKey, true);
      changes.disconnect();
      tasks.disconnect();
    },
  };
}

/** Runs in the page. */
function endProbe(): Pick<KeySamples, 'latencies' | 'longTasks'> {
  const probe = (globalThis as ProbedWindow).typingProbe;
  probe?.stop();
  return { latencies: [...(probe?.samples ?? [])], longTasks: [...(probe?.longTasks ?? [])] };
}

/** Runs in the page: into the words of the paragraph there, and in sight. */
function placeCaretIn(body: Element, place: CaretPlace): void {
  const paragraphs = [...body.querySelectorAll(':scope > p')].filter(
    (paragraph) => (paragraph.textContent ?? '') !== '',
  );
  const paragraph = paragraphs.at(place === 'end' ? -1 : Math.floor(paragraphs.length / 2));
  if (paragraph === undefined) throw new Error('there is no paragraph to type in');
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const text = texts.nextNode();
  if (text === null) throw new Error('there is no text to type in');
  const length = text.textContent?.length ?? 0;
  (body as HTMLElement).focus();
  getSelection()?.collapse(text, place === 'end' ? length : Math.floor(length / 2));
  paragraph.scrollIntoView({ block: 'center' });
}
