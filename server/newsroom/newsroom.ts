/** What the rules of the newsroom work with. */
import type { Clock, NewId } from '../environment.ts';
import type { Signer } from '../signing.ts';
import type { Store } from '../store/store.ts';

export interface Newsroom {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly signer: Signer;
}

/** The outlet that every newsroom has: its own public site. */
export const BUILT_IN_OUTLET = 'built-in';
/** Where the newsroom's readers are: dates on pages and in addresses. */
export const SITE_TIME_ZONE = 'Asia/Jakarta';
