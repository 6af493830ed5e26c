/** Saving and printing what core wrote: the system's dialog asks where, main writes there and nowhere else. */
import path from 'node:path';
import { app, BrowserWindow, dialog, type WebContents } from 'electron';
import type { PrintAnswer, SaveAnswer } from '#shared/contract/shell.ts';
import type { Log } from '../log.ts';
import type { Outgoing } from './outgoing.ts';
import { pageAsPdf, printPage } from './print-window.ts';
import { putInPlace } from './put-in-place.ts';
import { SAVED_ENDINGS, savedEnding, withEnding, type SavedEnding } from './save-name.ts';

export interface FileSaving {
  save(contents: WebContents, ticket: string, fileName: string): Promise<SaveAnswer>;
  print(ticket: string): Promise<PrintAnswer>;
}

export function fileSaving(outgoing: Outgoing, language: () => 'id' | 'en', log: Log): FileSaving {
  /** Where the last file went: the next dialog opens there. */
  let folder: string | null = null;

  async function ask(
    contents: WebContents,
    fileName: string,
    ending: SavedEnding,
  ): Promise<string | null> {
    const options = {
      defaultPath: path.join(folder ?? app.getPath('documents'), fileName),
      filters: [{ name: SAVED_ENDINGS[ending][language()], extensions: [ending] }],
    };
    const window = BrowserWindow.fromWebContents(contents);
    const { canceled, filePath } =
      window === null
        ? await dialog.showSaveDialog(options)
        : await dialog.showSaveDialog(window, options);
    return canceled || filePath === '' ? null : withEnding(filePath, ending);
  }

  return {
    save: async (contents, ticket, fileName) => {
      const ending = savedEnding(fileName);
      if (ending === null) return { saved: false, why: 'failed' };
      try {
        const target = await ask(contents, fileName, ending);
        if (target === null) return { saved: false, why: 'cancelled' };
        const placing =
          ending === 'pdf'
            ? await savePdf(outgoing, ticket, target)
            : await outgoing.place(ticket, target);
        if (placing !== 'saved') return { saved: false, why: placing };
        folder = path.dirname(target);
        return { saved: true, fileName: path.basename(target) };
      } catch (error) {
        log.error({ err: error }, 'a file could not be saved');
        return { saved: false, why: 'failed' };
      } finally {
        await outgoing.forget(ticket);
      }
    },
    print: async (ticket) => {
      try {
        const job = await outgoing.page(ticket);
        return job === null ? 'failed' : await printPage(ticket, job);
      } catch (error) {
        log.error({ err: error }, 'a story could not be printed');
        return 'failed';
      } finally {
        await outgoing.forget(ticket);
      }
    },
  };
}

async function savePdf(outgoing: Outgoing, ticket: string, target: string) {
  const job = await outgoing.page(ticket);
  return job === null ? 'failed' : await putInPlace(target, await pageAsPdf(ticket, job));
}
