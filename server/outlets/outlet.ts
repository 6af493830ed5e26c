/** What every outlet has: a worker that takes publications through their states, and somebody to tell of trouble. */

/** Something that a person must look at. */
export type Alarm = (what: string, facts: Readonly<Record<string, unknown>>) => void;

export interface OutletWorker {
  /** There may be work. Returns at once. */
  wake(): void;
  /** Does all that can be done now, and returns when it is done. */
  settle(): Promise<void>;
  /** Takes no new work, and returns when the step under way is committed. */
  stop(): Promise<void>;
}

/** How long to wait before a page that was not reachable is asked for again; the last one repeats. Milliseconds. */
const WAITS = [500, 2_000, 10_000, 60_000] as const;

/**
 * Runs `work` whenever it is woken, one at a time, and again later while something waits.
 * @param work returns how many publications wait for the world outside
 */
export function outletWorker(work: () => Promise<number>, alarm: Alarm): OutletWorker {
  const state: {
    under: Promise<void> | undefined;
    again: boolean;
    stopped: boolean;
    failures: number;
    timer: NodeJS.Timeout | undefined;
  } = { under: undefined, again: false, stopped: false, failures: 0, timer: undefined };

  async function run(): Promise<void> {
    do {
      state.again = false;
      const waiting = await work().catch((thrown: unknown) => {
        alarm('an outlet failed', { err: thrown });
        return 1;
      });
      state.failures = waiting > 0 ? state.failures + 1 : 0;
      if (waiting > 0) later();
    } while (state.again && !state.stopped);
    state.under = undefined;
  }

  function later(): void {
    clearTimeout(state.timer);
    if (state.stopped) return;
    state.timer = setTimeout(wake, WAITS[Math.min(state.failures, WAITS.length) - 1]);
    state.timer.unref();
  }

  function wake(): void {
    if (state.stopped) return;
    state.again = true;
    state.under ??= run();
  }

  return {
    wake,
    settle: async () => {
      wake();
      await state.under;
    },
    stop: async () => {
      state.stopped = true;
      clearTimeout(state.timer);
      await state.under;
    },
  };
}
