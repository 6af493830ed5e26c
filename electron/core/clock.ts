/** Time as core sees it: a real clock, or the one of a test or a simulation. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs once, `milliseconds` from now; gives back how to call it off. */
  after(milliseconds: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    // A waiting timer alone must not keep a closing process alive.
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** The clock's moment as it stands in records: ISO 8601, UTC. */
export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
