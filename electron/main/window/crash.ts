import { dialog, type BrowserWindow } from 'electron';
import type { Log } from '../log.ts';
import { WORKBENCH_URL } from '../policy/origins.ts';

/** Reloads a minute before a window is left alone with its fault. */
const RELOADS_A_MINUTE = 3;
const MINUTE = 60_000;

/** Tells the page that it was brought back, so that it can say so: `location.hash`. */
export const RECOVERED_HASH = '#recovered';

/** Brings a page back whose process died. Its text is in core's journal. */
export function reloadAfterCrash(
  window: BrowserWindow,
  log: Log,
  now: () => number = Date.now,
): void {
  const reloads: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error({ reason, exitCode }, 'the page of a window ended unexpectedly');
    const recent = reloads.filter((at) => now() - at < MINUTE);
    if (recent.length >= RELOADS_A_MINUTE) {
      dialog.showErrorBox(
        'Redaksi',
        'Jendela ini berulang kali berhenti. Teks Anda aman di laptop ini; tutup lalu buka lagi Redaksi.\n\n' +
          'This window stopped several times. Your text is safe on this laptop; close Redaksi and open it again.',
      );
      return;
    }
    reloads.push(now());
    void window.loadURL(WORKBENCH_URL + RECOVERED_HASH);
  });
}
