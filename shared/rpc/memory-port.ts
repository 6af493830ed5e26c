/** Two ends of a connection inside one process: for tests, and for a window and core that share a page. */
import type { Port } from './frames.ts';

interface End {
  readonly frameListeners: ((frame: unknown) => void)[];
  readonly closeListeners: (() => void)[];
  /** What came before anybody listened waits, as in a real message port. */
  readonly early: string[];
}

/** What one end sends, the other gets: later, in order, and only as far as JSON can carry it. */
export function memoryPortPair(): readonly [Port, Port] {
  const ends = [newEnd(), newEnd()] as const;
  let open = true;

  const close = (): void => {
    if (!open) return;
    open = false;
    later(() => {
      for (const end of ends) for (const listener of end.closeListeners) listener();
    });
  };
  const port = (mine: End, theirs: End): Port => ({
    send: (frame) => {
      if (!open) return;
      const json = JSON.stringify(frame);
      later(() => deliver(theirs, json));
    },
    onFrame: (listener) => {
      mine.frameListeners.push(listener);
      for (const json of mine.early.splice(0)) listener(JSON.parse(json));
    },
    onClose: (listener) => void mine.closeListeners.push(listener),
    close,
  });
  return [port(ends[0], ends[1]), port(ends[1], ends[0])];
}

function deliver(end: End, json: string): void {
  if (end.frameListeners.length === 0) end.early.push(json);
  for (const listener of end.frameListeners) listener(JSON.parse(json));
}

function later(step: () => void): void {
  void (async () => {
    await Promise.resolve();
    step();
  })();
}

function newEnd(): End {
  return { frameListeners: [], closeListeners: [], early: [] };
}
