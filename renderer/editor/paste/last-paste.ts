/** What was pasted last, as long as nothing was written since: a second thought about it is one command away. */
import type { LexicalEditor } from 'lexical';
import type { BlockId } from '#shared/domain/ids.ts';
import type { ClipboardTexts } from './take-in.ts';

interface LastPaste {
  readonly texts: ClipboardTexts;
  /** Where the caret was before it. */
  readonly at: { readonly block: BlockId; readonly offset: number } | null;
}

const lastPastes = new WeakMap<LexicalEditor, LastPaste>();

/** Offered for filing, and not in the text: the person may still want it there. */
const heldPastes = new WeakMap<LexicalEditor, ClipboardTexts>();

export function holdPaste(editor: LexicalEditor, texts: ClipboardTexts): void {
  heldPastes.set(editor, texts);
}

export function heldPaste(editor: LexicalEditor): ClipboardTexts | undefined {
  return heldPastes.get(editor);
}

/** The newest paste; undefined as soon as the body has changed again. */
export function lastPaste(editor: LexicalEditor): LastPaste | undefined {
  return lastPastes.get(editor);
}

export function rememberPaste(editor: LexicalEditor, paste: LastPaste): void {
  lastPastes.set(editor, paste);
}

export function registerLastPaste(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size + dirtyLeaves.size > 0) lastPastes.delete(editor);
  });
}
