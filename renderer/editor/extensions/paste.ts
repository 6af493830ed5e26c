/** What is pasted or dropped into the body, before Lexical sees it: pictures, whole stories, pictures inside a web page. */
import { $insertGeneratedNodes } from '@lexical/clipboard';
import { $generateNodesFromDOM } from '@lexical/html';
import {
  $getSelection,
  COMMAND_PRIORITY_HIGH,
  DROP_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { DRAG_DROP_PASTE } from '@lexical/rich-text';

export interface PasteHandlers {
  readonly onFiles: (files: readonly File[]) => void;
  /** Plain text that may be a whole story. True: it is dealt with elsewhere. */
  readonly onText: (text: string) => boolean;
  /** The pasted page held pictures; their addresses are not taken over. */
  readonly onForeignPictures: () => void;
}

export function registerPaste(editor: LexicalEditor, handlers: PasteHandlers): () => void {
  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        if (!(event instanceof ClipboardEvent) || event.clipboardData === null) return false;
        const { clipboardData } = event;
        const files = pictures(clipboardData.files);
        if (files.length > 0) {
          event.preventDefault();
          handlers.onFiles(files);
          return true;
        }
        // A copy from an editor of ours: its blocks say what they are.
        if (clipboardData.getData('application/x-lexical-editor') !== '') return false;
        if (handlers.onText(clipboardData.getData('text/plain'))) {
          event.preventDefault();
          return true;
        }
        // SECURITY: a picture of another site never stands in a story as an address.
        const html = clipboardData.getData('text/html');
        if (/<img\b/i.test(html)) handlers.onForeignPictures();
        if (html.search(WORD_TAGS) === -1) return false;
        event.preventDefault();
        insertHtml(editor, html.replaceAll(WORD_TAGS, ''));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const files = pictures(event.dataTransfer?.files);
        if (files.length === 0) return false;
        event.preventDefault();
        handlers.onFiles(files);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => {
        handlers.onFiles(files);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** Word's own tags (`<o:p>`): unknown to a browser, so the space after one would be taken for layout and words fuse. */
const WORD_TAGS = /<\/?\w+:\w+[^>]*>/g;

function insertHtml(editor: LexicalEditor, html: string): void {
  editor.update(() => {
    const selection = $getSelection();
    if (selection === null) return;
    const page = new DOMParser().parseFromString(html, 'text/html');
    $insertGeneratedNodes(editor, $generateNodesFromDOM(editor, page), selection);
  });
}

function pictures(files: FileList | undefined): File[] {
  return [...(files ?? [])].filter((file) => file.type.startsWith('image/'));
}
