/** How long to wait before the next try: twice as long each time, spread, never above a minute. */
const FIRST = 1_000;
const LONGEST = 60_000;

/** @param tries how often it failed, from 1. @param random in [0, 1): keeps laptops from coming back all at once. */
export function backoff(tries: number, random: number): number {
  const full = Math.min(LONGEST, FIRST * 2 ** Math.min(Math.max(tries, 1) - 1, 16));
  return Math.round(full * (0.5 + random / 2));
}
