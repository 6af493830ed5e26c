/** What the screen around the editor does about a paste, and what it is told. */
import type { LexicalEditor } from 'lexical';
import type { PhotoUse } from '#shared/domain/article.ts';
import type { PhotoUseId } from '#shared/domain/ids.ts';
import type { LeftOut, PictureRefusal } from './pasted.ts';

export interface PasteHandlers {
  /** Pictures alone, pasted or dropped; `alt` is what the page of a copied one said. */
  readonly onFiles: (files: readonly File[], alt: string) => void;
  /** Plain text that may be a whole story. True: it is dealt with elsewhere. */
  readonly onText: (text: string) => boolean;
  readonly onPasted: (report: PasteReport) => void;
  /** Makes a photo use for a pasted picture and takes its bytes in; null when this story takes no photos now. */
  readonly photoFor: (picture: NewPicture) => PhotoUseId | null;
  /** The photo use of a block here, for the clipboard. */
  readonly photoUse: (id: PhotoUseId) => PhotoUse | undefined;
  /** Whether a photo use belongs to this story; one that was removed still does. */
  readonly knowsPhoto: (id: PhotoUseId) => boolean;
  /** Makes a copy of another use of a photo; null when this story takes no photos now. */
  readonly copyPhoto: (use: PhotoUse) => PhotoUseId | null;
  /** Everything that the change does is one step to undo. */
  readonly step: (change: () => void) => void;
}

interface NewPicture {
  /** Null: its words are here, the picture is not. */
  readonly file: File | null;
  readonly caption: string;
  readonly alt: string;
}

/** What a person should know about a paste: all that is not simply in the text now. */
export interface PasteReport {
  readonly leftOut: readonly LeftOut[];
  readonly refused: readonly PictureRefusal[];
  readonly struck: number;
  /** Photos of another story, or of this one a second time, that came as copies. */
  readonly photosCopied: number;
  /** Photos that can't come along now. */
  readonly photosLeftOut: number;
  /** Nothing was pasted: the story would have more blocks than it can hold. */
  readonly tooLong: boolean;
  /** Dropped files that are neither photos nor stories. */
  readonly otherFiles: readonly string[];
}

export const NOTHING_TO_TELL: PasteReport = {
  leftOut: [],
  refused: [],
  struck: 0,
  photosCopied: 0,
  photosLeftOut: 0,
  tooLong: false,
  otherFiles: [],
};

const handlersOf = new WeakMap<LexicalEditor, PasteHandlers>();

/** The handlers of an editor while it is shown; without a screen nothing is told and no photo taken. */
export function pasteHandlers(editor: LexicalEditor): PasteHandlers {
  return handlersOf.get(editor) ?? NOBODY;
}

export function setPasteHandlers(editor: LexicalEditor, handlers: PasteHandlers): () => void {
  handlersOf.set(editor, handlers);
  return () => void handlersOf.delete(editor);
}

/** Handlers that are asked for at every paste. */
export function latestHandlers(read: () => PasteHandlers): PasteHandlers {
  return {
    onFiles: (files, alt) => read().onFiles(files, alt),
    onText: (text) => read().onText(text),
    onPasted: (report) => read().onPasted(report),
    photoFor: (picture) => read().photoFor(picture),
    photoUse: (id) => read().photoUse(id),
    knowsPhoto: (id) => read().knowsPhoto(id),
    copyPhoto: (use) => read().copyPhoto(use),
    step: (change) => read().step(change),
  };
}

const NOBODY: PasteHandlers = {
  onFiles: () => undefined,
  onText: () => false,
  knowsPhoto: () => true,
  onPasted: () => undefined,
  photoFor: () => null,
  photoUse: () => undefined,
  copyPhoto: () => null,
  step: (change) => change(),
};
