import type { App } from 'electron';
import type { CoreBroker } from './broker/core-broker.ts';

/**
 * The last steps: windows have finished and closed (close-handshake.ts), now core commits and ends, then the program.
 * Quitting twice waits for the same end.
 */
export function endInOrder(
  app: Pick<App, 'on' | 'exit' | 'quit'>,
  { stop }: Pick<CoreBroker, 'stop'>,
  platform: NodeJS.Platform = process.platform,
): void {
  let quitting = false;
  let ending: Promise<void> | null = null;
  app.on('before-quit', () => {
    quitting = true;
  });
  // A window that finishes first holds a quit up; when the last one is gone, the quit goes on.
  app.on('window-all-closed', () => {
    if (quitting || platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    ending ??= end();
  });
  async function end(): Promise<void> {
    try {
      await stop();
    } catch {
      // What was committed is safe without a farewell; a program that will not end helps nobody.
    }
    app.exit(0);
  }
}
