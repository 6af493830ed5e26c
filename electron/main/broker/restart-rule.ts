/** How soon a core that died is started again: at once, then slower, and never more than three times a minute. */
export const RESTARTS_A_MINUTE = 3;
const MINUTE = 60_000;
const PAUSES = [0, 1_000, 5_000] as const;

/**
 * Milliseconds to wait before the next start.
 * @param starts when core was started again before, in milliseconds.
 */
export function restartDelay(starts: readonly number[], now: number): number {
  const recent = starts.filter((at) => now - at < MINUTE);
  const oldest = recent.at(-RESTARTS_A_MINUTE);
  // A core that can't live at all does not eat the machine; it is tried again as the minute passes.
  if (oldest !== undefined) return oldest + MINUTE - now;
  return PAUSES[recent.length] ?? MINUTE;
}
