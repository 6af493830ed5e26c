/** A running core, whichever way it was started. */
import type { MessagePortMain } from 'electron';
import type { ToCore } from '#shared/contract/core-process.ts';

export interface CoreProcess {
  send(message: ToCore): void;
  /** Opens a connection under a number of its own and gives the window's end of it. */
  connect(window: number): MessagePortMain;
  /** Control messages; frames of windows never come here. */
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

export interface CoreLaunch {
  /** The built core. */
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
}
