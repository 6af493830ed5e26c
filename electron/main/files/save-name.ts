/** Names of files that are saved. Pure. */
import path from 'node:path';

/** What can be saved, with the name that the system's dialog shows. */
export const SAVED_ENDINGS = {
  txt: { id: 'Teks', en: 'Text' },
  docx: { id: 'Dokumen Word', en: 'Word document' },
  md: { id: 'Markdown', en: 'Markdown' },
  pdf: { id: 'PDF', en: 'PDF' },
} as const;
export type SavedEnding = keyof typeof SAVED_ENDINGS;

/** The ending of a proposed name, when it is one that we write and the name is no path; else null. */
export function savedEnding(fileName: string): SavedEnding | null {
  // SECURITY: the page proposes a name, never a place.
  if (fileName !== path.basename(fileName) || /[\\/\0:]/.test(fileName)) return null;
  const ending = path.extname(fileName).slice(1).toLowerCase();
  return Object.hasOwn(SAVED_ENDINGS, ending) ? (ending as SavedEnding) : null;
}

/** The chosen place with its ending: a name without one would open in the wrong program. */
export function withEnding(chosen: string, ending: SavedEnding): string {
  return path.extname(chosen).toLowerCase() === `.${ending}` ? chosen : `${chosen}.${ending}`;
}
