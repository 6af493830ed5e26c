import { spawn, type ChildProcess } from 'node:child_process';
import { MessageChannelMain, type MessagePortMain } from 'electron';
import type { ToCore } from '#shared/contract/core-process.ts';
import { isEnvelope, type Envelope } from '#shared/rpc/relay.ts';
import type { CoreLaunch, CoreProcess } from './core-process.ts';

/**
 * Core in an external Node, for a runtime whose own Node is too old for it. No message port can reach another program,
 * so main carries the frames, unread, between each window's port and the process's channel.
 * @param node the program to run core with (REDAKSI_CORE_NODE).
 */
export function startRelayCore(node: string, { file, env }: CoreLaunch): CoreProcess {
  const child = spawn(node, [file], {
    env: { ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    windowsHide: true,
  });
  const ports = new Map<number, MessagePortMain>();
  const exitListeners: ((code: number | null) => void)[] = [];
  let running = true;

  child.on('message', (message) => {
    if (isEnvelope(message)) ports.get(message.window)?.postMessage(message.frame);
  });
  child.on('exit', exited);
  // A program that can't be started never exits; it fails.
  child.on('error', () => exited(null));

  return {
    send: (message) => sendTo(child, message),
    connect: (window) => {
      const { port1, port2 } = new MessageChannelMain();
      ports.set(window, port1);
      port1.on('message', ({ data }) => sendTo(child, { window, frame: data }));
      port1.on('close', () => {
        if (ports.delete(window)) sendTo(child, { control: 'disconnect', window });
      });
      sendTo(child, { control: 'connect', window });
      port1.start();
      return port2;
    },
    onMessage: (listener) =>
      void child.on('message', (message) => {
        if (!isEnvelope(message)) listener(message);
      }),
    onExit: (listener) => void exitListeners.push(listener),
    kill: () => void child.kill('SIGKILL'),
  };

  function exited(code: number | null): void {
    if (!running) return;
    running = false;
    // Closing a port tells its window that this connection is over.
    for (const port of ports.values()) port.close();
    ports.clear();
    for (const listener of exitListeners) listener(code);
  }
}

/** A process that is just ending can't be told anything; its exit says the rest. */
function sendTo(child: ChildProcess, message: ToCore | Envelope): void {
  if (child.connected) child.send(message, () => undefined);
}
