/** The only randomness of a simulation: everything that is decided by chance is decided here, by the seed. */

export interface Chance {
  /** In [0, 1). */
  readonly next: () => number;
  /** A whole number from 0 to `below` - 1. */
  readonly below: (below: number) => number;
  readonly hits: (probability: number) => boolean;
  readonly oneOf: <T>(choices: readonly T[]) => T;
  readonly bytes: (count: number) => Uint8Array;
}

/** Mulberry32: small, fast, and good enough to pick what happens next. */
export function chanceFrom(seed: number): Chance {
  let state = (seed * 0x9e3779b1 + 0x85ebca6b) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    hits: (probability) => next() < probability,
    oneOf: (choices) => {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error('a choice among nothing');
      return choice;
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  };
}

/** Picks by weight; a weight of 0 never happens. */
export function weighted<Name extends string>(
  chance: Chance,
  weights: Readonly<Record<Name, number>>,
): Name {
  const entries = Object.entries(weights) as [Name, number][];
  let rest = chance.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    rest -= weight;
    if (rest < 0) return name;
  }
  throw new Error('every weight is 0');
}
