/** What is pasted or dropped into the body, before Lexical sees it. */
import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import {
  $getRoot,
  COMMAND_PRIORITY_HIGH,
  HISTORY_MERGE_TAG,
  KEY_DOWN_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  type LexicalEditor,
} from 'lexical';
import { LIMITS, runsText } from '#shared/domain/article.ts';
import { newBlockId, type PhotoUseId } from '#shared/domain/ids.ts';
import { hasWords } from '#shared/domain/story-text/words.ts';
import { $isPhotoNode, $photoUseOf } from '../nodes/PhotoNode.tsx';
import { $caretPlace } from '../views/caret.ts';
import { flatTexts } from './flat.ts';
import {
  NOTHING_TO_TELL,
  pasteHandlers,
  setPasteHandlers,
  type PasteHandlers,
  type PasteReport,
} from './handlers.ts';
import { heldPaste, holdPaste, registerLastPaste, rememberPaste } from './last-paste.ts';
import { parsePage } from './parse-page.ts';
import { $placeBlocks } from './place.ts';
import { readClipboardHtml } from './read-html.ts';
import { oneLine, readClipboardText } from './read-text.ts';
import {
  ownBlocks,
  readTexts,
  readyBlocks,
  textsOf,
  type ClipboardTexts,
  type Ready,
} from './take-in.ts';

export function registerPaste(editor: LexicalEditor, handlers: PasteHandlers): () => void {
  // The browser pastes plain text on these keys, and says no more than that: so the keys are remembered.
  let plainAsked = false;
  return mergeRegister(
    setPasteHandlers(editor, handlers),
    registerLastPaste(editor),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        plainAsked = event.shiftKey && (event.ctrlKey || event.metaKey) && event.code === 'KeyV';
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        if (!('clipboardData' in event) || event.clipboardData === null) return false;
        const asked = plainAsked;
        plainAsked = false;
        event.preventDefault();
        pasteClipboard(editor, event.clipboardData, { plain: asked });
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => {
        takeFiles(files, handlers);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** Pastes what a clipboard, or a drop, holds. The event may be over before the text stands: everything is read at once. */
export function pasteClipboard(
  editor: LexicalEditor,
  clipboard: Pick<DataTransfer, 'getData' | 'files'>,
  { plain, moved = false }: { readonly plain: boolean; readonly moved?: boolean },
): void {
  const handlers = pasteHandlers(editor);
  const texts = textsOf(clipboard);
  const files = [...clipboard.files];
  if (texts.own === null) {
    // A picture beside words is a picture of these words: office programs add one to what they copy.
    if (files.length > 0 && !hasWords(texts.plain) && !showsWords(texts.html)) {
      takeFiles(files, handlers, altIn(texts.html));
      return;
    }
    if (!plain && handlers.onText(texts.plain)) {
      holdPaste(editor, texts);
      return;
    }
  }
  pasteTexts(editor, texts, { plain, moved });
}

/** Pastes a text where the caret is; a whole story that was offered for filing, and is wanted as text, with its looks. */
export function pasteText(editor: LexicalEditor, text: string): void {
  const held = heldPaste(editor);
  const texts = held?.plain === text ? held : { own: null, html: '', rtf: '', plain: text };
  pasteTexts(editor, texts, { plain: false });
}

/** Pastes texts that were on a clipboard: one step to undo, photo uses included. */
export function pasteTexts(
  editor: LexicalEditor,
  texts: ClipboardTexts,
  { plain, moved = false }: { readonly plain: boolean; readonly moved?: boolean },
): void {
  const handlers = pasteHandlers(editor);
  // Behind the event, and behind the update that dispatched it: then the step ends with the text in place.
  queueMicrotask(() =>
    handlers.step(() => {
      const at = editor.getEditorState().read($caretPlace);
      const { blocks, report } = readyTexts(editor, texts, { plain });
      let tooLong = false;
      if (blocks.length > 0) {
        editor.update(
          () => {
            tooLong = $getRoot().getChildrenSize() + blocks.length > LIMITS.blocks;
            if (!tooLong) $placeBlocks(blocks);
          },
          // What was dragged away from here is one step with what is put down.
          { discrete: true, tag: moved ? HISTORY_MERGE_TAG : PASTE_TAG },
        );
        if (!tooLong) rememberPaste(editor, { texts, at });
      }
      if (tooLong || isToldOf(report)) handlers.onPasted({ ...report, tooLong });
    }),
  );
}

function readyTexts(
  editor: LexicalEditor,
  texts: ClipboardTexts,
  { plain }: { readonly plain: boolean },
): Ready {
  const handlers = pasteHandlers(editor);
  if (plain) {
    const text = texts.plain === '' ? textIn(texts.html) : texts.plain;
    return readyBlocks(readClipboardText(text, { structure: false }), handlers);
  }
  if (texts.own === null) return readyBlocks(readTexts(texts), handlers);
  const standing = editor.getEditorState().read($photosHere);
  const isFree = (use: PhotoUseId): boolean => !standing.has(use) && handlers.knowsPhoto(use);
  return ownBlocks(texts.own, handlers, isFree);
}

function $photosHere(): ReadonlySet<PhotoUseId> {
  return new Set($getRoot().getChildren().filter($isPhotoNode).map($photoUseOf));
}

function isToldOf(report: PasteReport): boolean {
  const { leftOut, refused, struck, photosCopied, photosLeftOut } = report;
  return leftOut.length + refused.length + struck + photosCopied + photosLeftOut > 0;
}

/** Pictures become photos, anything else is named and stays where it is; a dropped story went its own way before. */
function takeFiles(files: readonly File[], handlers: PasteHandlers, alt = ''): void {
  const pictures = files.filter((file) => file.type.startsWith('image/'));
  const strangers = files.filter((file) => !pictures.includes(file)).map(({ name }) => name);
  if (pictures.length > 0) handlers.onFiles(pictures, alt);
  if (strangers.length > 0) handlers.onPasted({ ...NOTHING_TO_TELL, otherFiles: strangers });
}

function showsWords(html: string): boolean {
  return html !== '' && readClipboardHtml(parsePage(html)).blocks.length > 0;
}

/** What a copied picture's page said about it. */
function altIn(html: string): string {
  const images = html === '' ? [] : [...parsePage(html).querySelectorAll('img')];
  return images.length === 1 ? (images[0]?.getAttribute('alt') ?? '') : '';
}

/** The lines of a page, for a clipboard that holds no plain text. */
function textIn(html: string): string {
  return html === ''
    ? ''
    : readClipboardHtml(parsePage(html))
        .blocks.flatMap((block) =>
          block.kind === 'picture'
            ? [block.caption]
            : flatTexts({ ...block, id: newBlockId() }).map(runsText),
        )
        .join('\n');
}

/** What a clipboard says, as one line: for a field that has one. */
export function clipboardLine(clipboard: Pick<DataTransfer, 'getData'>): string {
  const { html, plain } = textsOf(clipboard);
  return oneLine(plain === '' ? textIn(html) : plain);
}
