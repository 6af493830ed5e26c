/** What every part of core works with: the store, and the world as arguments. */
import type { Clock } from './clock.ts';
import type { Store } from './db/store.ts';
import type { Logger } from './logger.ts';
import type { News } from './news.ts';
import type { Workings } from './services/workings.ts';

export interface CoreContext {
  readonly dataDir: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly news: News;
  readonly workings: Workings;
  /** A new UUIDv7. */
  readonly newId: () => string;
  /** In [0, 1): spreads retries, decides nothing. */
  readonly random: () => number;
  /** Something new waits to be sent. */
  readonly outboxGrew: () => void;
}

/** One transaction; what the memory holds of stories is forgotten when it fails, so memory never runs ahead of the disk. */
export function commit<Result>(
  { store, workings }: Pick<CoreContext, 'store' | 'workings'>,
  change: () => Result,
): Result {
  try {
    return store.db.transaction(change);
  } catch (thrown) {
    workings.forgetAll();
    throw thrown;
  }
}
