/** The mood of one seed: which faults it has, and how many. Each seed is different, so that no mix of faults is missed. */
import type { Chance } from './chance.ts';
import type { Fate } from './network.ts';

export interface Habits {
  /** 3 to 5. */
  readonly laptops: number;
  /** How wrong each laptop's clock is, in milliseconds. */
  readonly skews: readonly number[];
  /** Weights of what becomes of a request. */
  readonly fates: Readonly<Record<Fate, number>>;
  /** Weights of what happens next. */
  readonly events: Readonly<Record<SimEvent, number>>;
  /** How often reading back a page never ends. */
  readonly pageHangs: number;
}

export type SimEvent =
  | 'network'
  | 'person'
  | 'time'
  | 'partition'
  | 'laptop-crash'
  | 'laptop-restart'
  | 'server-crash'
  | 'server-stop'
  | 'server-backup'
  | 'server-restore';

export function drawHabits(chance: Chance): Habits {
  // Half of the seeds know nothing of a given fault; some are full of it.
  const fault = (some: number) => chance.oneOf([0, 0, some, some * 4]);
  return {
    laptops: 3 + chance.below(3),
    skews: Array.from({ length: 5 }, () => chance.oneOf([0, 0, -7_200_000, 90_000, 86_400_000])),
    fates: {
      arrives: 20,
      'request-lost': fault(1),
      'answer-lost': fault(1),
      twice: fault(1),
      'answer-late': fault(2),
      'again-later': fault(1),
    },
    events: {
      network: 60,
      person: 50,
      time: 12,
      partition: fault(1),
      'laptop-crash': fault(0.5),
      'laptop-restart': fault(0.3),
      'server-crash': fault(0.2),
      'server-stop': fault(0.1),
      'server-backup': 0.5,
      'server-restore': fault(0.2),
    },
    pageHangs: chance.oneOf([0, 0, 0.2]),
  };
}
