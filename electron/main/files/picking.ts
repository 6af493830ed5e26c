/** The system's dialog for a file to be opened as a story: main shows it, so that a menu may ask as well as a key. */
import { BrowserWindow, dialog, type WebContents } from 'electron';
import { READABLE_ENDINGS } from '#shared/contract/files.ts';
import type { AdmitStoryAnswer } from '#shared/contract/shell.ts';
import type { Inbox } from '../incoming.ts';

export type PickStory = (contents: WebContents) => Promise<AdmitStoryAnswer | null>;

const NAMES = { id: ['Naskah', 'Semua berkas'], en: ['Stories', 'All files'] } as const;

/** Admits what the person picks; null when they pick nothing. */
export function storyPicking(
  inbox: Pick<Inbox, 'admitStoryFile'>,
  language: () => 'id' | 'en',
): PickStory {
  return async (contents) => {
    const [stories, all] = NAMES[language()];
    const options = {
      properties: ['openFile' as const],
      filters: [
        { name: stories, extensions: Object.keys(READABLE_ENDINGS) },
        // What is no story is told by core, with its reason.
        { name: all, extensions: ['*'] },
      ],
    };
    const window = BrowserWindow.fromWebContents(contents);
    const { canceled, filePaths } =
      window === null
        ? await dialog.showOpenDialog(options)
        : await dialog.showOpenDialog(window, options);
    const [file] = filePaths;
    return canceled || file === undefined ? null : await inbox.admitStoryFile(file);
  };
}
