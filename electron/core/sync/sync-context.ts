/** What pull and push work with. */
import type { PersonId } from '#shared/domain/ids.ts';
import type { CutContext } from '../services/cutting.ts';
import type { Api, Peer } from './api.ts';

export interface SyncContext extends CutContext {
  readonly api: Api;
}

/** A signed-in person at a server: nobody else's things are sent under this token. */
export interface SignedIn extends Peer {
  readonly token: string;
  readonly person: PersonId;
}
