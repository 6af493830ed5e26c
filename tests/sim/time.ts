/** Simulated time: it stands still until the simulation moves it, and timers run in their order. */
import type { Clock } from '#core/clock.ts';

export interface SimTime {
  readonly now: () => number;
  /** A laptop's clock: it may be wrong by `skew` milliseconds, and stops with its laptop. */
  readonly clockOf: (skew: number, isAlive: () => boolean) => Clock;
  /** Moves on by so much, running what falls due. */
  readonly pass: (milliseconds: number, settle: () => Promise<void>) => Promise<void>;
  /** Milliseconds until the next timer; null when none waits. */
  readonly untilNext: () => number | null;
}

interface Timer {
  readonly at: number;
  readonly n: number;
  readonly isAlive: () => boolean;
  readonly run: () => void;
}

export function simTime(start: number): SimTime {
  let now = start;
  let count = 0;
  const timers = new Set<Timer>();
  const nextTimer = (): Timer | undefined => {
    let next: Timer | undefined;
    for (const timer of timers) {
      if (!timer.isAlive()) timers.delete(timer);
      else if (
        next === undefined ||
        timer.at < next.at ||
        (timer.at === next.at && timer.n < next.n)
      )
        next = timer;
    }
    return next;
  };
  return {
    now: () => now,
    clockOf: (skew, isAlive) => ({
      now: () => now + skew,
      after: (milliseconds, run) => {
        count += 1;
        const timer = { at: now + Math.max(0, milliseconds), n: count, isAlive, run };
        timers.add(timer);
        return () => void timers.delete(timer);
      },
    }),
    pass: async (milliseconds, settle) => {
      const until = now + milliseconds;
      for (;;) {
        const timer = nextTimer();
        if (timer === undefined || timer.at > until) break;
        timers.delete(timer);
        now = Math.max(now, timer.at);
        timer.run();
        await settle();
      }
      now = until;
    },
    untilNext: () => {
      const timer = nextTimer();
      return timer === undefined ? null : Math.max(0, timer.at - now);
    },
  };
}

/** Lets everything that waits for nothing but the processor come to rest. */
export async function comeToRest(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
