import type { ShellBridge } from '#shared/contract/shell.ts';
import type { Port } from '#shared/rpc/frames.ts';

/** One connection to core through the preload bridge, as a Port. The bridge keeps the message port to itself. */
export async function bridgePort(shell: ShellBridge): Promise<Port> {
  const frameListeners: ((frame: unknown) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  const early: unknown[] = [];
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    for (const listener of closeListeners) listener();
  };
  const send = await shell.connectCore((frame) => {
    if (!open) return;
    // Core's hello may come before anybody listens.
    if (frameListeners.length === 0) early.push(frame);
    for (const listener of frameListeners) listener(frame);
  }, close);
  return {
    send: (frame) => {
      if (open) send(frame);
    },
    onFrame: (listener) => {
      frameListeners.push(listener);
      for (const frame of early.splice(0)) listener(frame);
    },
    onClose: (listener) => {
      if (open) closeListeners.push(listener);
      else listener();
    },
    close,
  };
}
