/** What core tells its windows. */
import type { CoreNews } from '#shared/rpc/server.ts';
import type { Clock } from './clock.ts';

export interface News {
  tell(news: CoreNews): void;
  /** Many changes of the lists in a row are told as one. */
  tellListsSoon(): void;
  readonly onEvent: (listener: (news: CoreNews) => void) => () => void;
  close(): void;
}

/** Lists follow typing at this pace, in milliseconds. */
const LISTS_PAUSE = 400;

export function createNews(clock: Clock): News {
  const listeners = new Set<(news: CoreNews) => void>();
  let callOff: (() => void) | null = null;
  const tell = (news: CoreNews): void => {
    for (const listener of listeners) listener(news);
  };
  return {
    tell,
    tellListsSoon: () => {
      callOff ??= clock.after(LISTS_PAUSE, () => {
        callOff = null;
        tell({ event: 'stories.changed', payload: {} });
      });
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      callOff?.();
      callOff = null;
      listeners.clear();
    },
  };
}
