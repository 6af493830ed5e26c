/** A core that does nothing but answer: what the contract suite calls over every transport. */
import {
  CORE_METHODS,
  type CoreHandlers,
  type CoreMethod,
  type Session,
} from '../contract/core.ts';
import { RedaksiError } from '../contract/errors.ts';
import type { CoreNews } from './server.ts';

const NOBODY: Session = { person: null, server: null, signedIn: false, tokenInMemoryOnly: false };

export interface SampleCore {
  readonly handlers: CoreHandlers;
  readonly onEvent: (listener: (news: CoreNews) => void) => () => void;
  readonly newTraceId: () => string;
  /** How many listeners hang on the news: a closed connection must leave none. */
  listenerCount(): number;
}

/**
 * `stories.list` speaks by its query: `broken` throws a secret, `wrong` answers against the contract, `slow` never
 * answers, anything else comes back as the key of a count. `sync.now` emits news. `session.signOut` calls `die`.
 */
export function createSampleCore(die: () => void = () => undefined): SampleCore {
  const listeners = new Set<(news: CoreNews) => void>();
  const refuse = (): never => {
    throw new RedaksiError('CONFLICT', 'the story moved on', { head: 'v2' });
  };
  const refusing = Object.fromEntries(
    Object.keys(CORE_METHODS).map((method) => [method, refuse]),
  ) as { [Method in CoreMethod]: () => never };
  let traces = 0;
  return {
    handlers: {
      ...refusing,
      'session.get': () => NOBODY,
      'session.signOut': () => {
        die();
        return new Promise(() => undefined);
      },
      'sync.now': () => {
        for (const tell of listeners) tell({ event: 'stories.changed', payload: {} });
        return { state: 'idle', pending: 3, setAside: 0, lastContact: null, problem: null };
      },
      'stories.list': ({ query }) => {
        if (query === 'broken') throw new Error('password is hunter2');
        if (query === 'wrong') return { stories: [], counts: { mine: 'many' as never } };
        if (query === 'slow') return new Promise(() => undefined);
        return { stories: [], counts: { [query]: query.length } };
      },
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    newTraceId: () => `trace-${++traces}`,
    listenerCount: () => listeners.size,
  };
}
