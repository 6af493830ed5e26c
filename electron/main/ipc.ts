/** The only door through which a page reaches main. Every call is checked here; nothing else names ipcMain. */
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { z } from 'zod';
import type { ShellCall, ShellNews } from '#shared/contract/shell-channels.ts';
import type { Log } from './log.ts';
import { isTrustedSender } from './policy/trusted-sender.ts';

/** Answers a call of the page. Its input has passed `input`; its sender is the workstation's own main frame. */
export function answerShellCall<Input extends z.ZodType>(
  channel: ShellCall,
  input: Input,
  log: Pick<Log, 'warn'>,
  answer: (input: z.output<Input>, event: IpcMainInvokeEvent) => unknown,
): void {
  ipcMain.handle(channel, async (event, sent: unknown) => {
    // SECURITY: origin and main frame, on every call.
    if (!isTrustedSender(event)) {
      log.warn({ channel, from: event.senderFrame?.url ?? 'a frame that is gone' }, 'not our page');
      throw new Error('refused');
    }
    const checked = input.safeParse(sent);
    if (!checked.success) {
      log.warn({ channel }, 'a call that does not fit was refused');
      throw new Error('refused');
    }
    return await answer(checked.data, event);
  });
}

/** Tells a window something. */
export function tellWindow(contents: WebContents, news: ShellNews, payload?: unknown): void {
  if (!contents.isDestroyed()) contents.send(news, payload);
}
