/**
 * How the window reaches everything outside itself. Features ask `platform.core` and `platform.shell`; only this
 * folder knows that there is a bridge, a port or a process behind them.
 */
import type { CoreClient } from '#shared/rpc/client.ts';
import type { ShellBridge } from '#shared/contract/shell.ts';
import { bridgePort } from './bridge-port.ts';
import { connectLastingCore, type CoreLink } from './lasting-core.ts';

export interface Platform {
  /** Outlives restarts of core: calls made while core is away wait for the next one. */
  readonly core: CoreClient;
  readonly shell: ShellBridge;
  /** Core came back after a crash: what was read before may be old, so fetch it again. Gives back how to stop. */
  onCoreRestart(listener: () => void): () => void;
  /** `away` between a crash and the next start: say so, and that the text is safe. Gives back how to stop. */
  onCoreLink(listener: (link: CoreLink) => void): () => void;
}

/** Connects to the shell's bridge and to core. Rejects when the page runs outside Redaksi. */
export async function connectPlatform(
  shell: ShellBridge | undefined = globalThis.redaksi,
): Promise<Platform> {
  if (shell === undefined) throw new Error('this page runs only inside Redaksi');
  const { core, ready, onRestart, onLink } = connectLastingCore({
    connect: () => bridgePort(shell),
    wait: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)),
  });
  await ready;
  return { core, shell, onCoreRestart: onRestart, onCoreLink: onLink };
}
