import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { QuoteNode } from '@lexical/rich-text';
import {
  $addUpdateTag,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  COMMAND_PRIORITY_EDITOR,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  mergeRegister,
  PASTE_TAG,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
  type NodeKey,
} from 'lexical';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react';
import { flushSync } from 'react-dom';
import type { Block } from '#shared/domain/article.ts';
import type { BlockId, PhotoUseId } from '#shared/domain/ids.ts';
import { $readBody, $showBody, type BodyCache } from '../converters/body.ts';
import { insertPhoto } from '../extensions/block-changes.ts';
import { blockElements } from '../find/elements.ts';
import { latestHandlers, type PasteHandlers } from '../paste/handlers.ts';
import { lastPaste } from '../paste/last-paste.ts';
import { pasteText, pasteTexts, registerPaste } from '../paste/register.ts';
import { $blockIdOf } from '../nodes/block-id.ts';
import { $attributionOf, attributionText } from '../nodes/quote.ts';
import { $caretPlace, placeCaret } from './caret.ts';

export interface ManuscriptHandle {
  readonly focus: () => void;
  readonly focusBlock: (block: BlockId) => void;
  /** Puts the caret into a block, this many characters into its text, and shows it. False: there is no such block. */
  readonly placeCaret: (block: BlockId, offset: number) => boolean;
  /** Where the caret is; null when it is not in a text. */
  readonly caret: () => { readonly block: BlockId; readonly offset: number } | null;
  readonly insertPhoto: (use: PhotoUseId) => void;
  /** Puts a text where the caret is, as if it were pasted. */
  readonly insertText: (text: string) => void;
  /** The text pasted last, while nothing was written since; else null. */
  readonly lastPasted: () => string | null;
  /** Takes the newest paste back; its words alone are pasted again when `again` says so. */
  readonly takeBackPaste: (again: 'plain' | 'nothing') => void;
  /** Each block as the page shows it now: for marks over the text and for finding the way. */
  readonly elements: () => ReadonlyMap<BlockId, HTMLElement>;
}

const FROM_ARTICLE = 'from-article';

/** How an edit of the body belongs to the one before it, for the story's history. */
export interface BodyEditHints {
  readonly apart: boolean;
  readonly joins: boolean;
  readonly composing: boolean;
}

/** Keeps the editor and the article's blocks the same: blocks in when they come from outside, dirty blocks out. */
export function BodySync({
  readBlocks,
  outside,
  editable,
  onBlocks,
  onUndo,
  onRedo,
  paste,
  handle,
}: {
  readonly readBlocks: () => readonly Block[];
  readonly outside: number;
  readonly editable: boolean;
  readonly onBlocks: (blocks: readonly Block[], hints: BodyEditHints) => void;
  /** The editor keeps no history of its own: a story has one, for body and fields alike. */
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly paste: PasteHandlers;
  readonly handle: Ref<ManuscriptHandle>;
}) {
  const [editor] = useLexicalComposerContext();
  const cache = useRef<BodyCache>(new Map());
  const latest = useRef({ readBlocks, onBlocks, onUndo, onRedo, paste });
  const shown = useRef<number | null>(null);
  useLayoutEffect(() => {
    latest.current = { readBlocks, onBlocks, onUndo, onRedo, paste };
  });

  useLayoutEffect(() => editor.setEditable(editable), [editor, editable]);

  useLayoutEffect(() => {
    if (shown.current === outside) return;
    shown.current = outside;
    editor.update(
      () => {
        $addUpdateTag(HISTORY_MERGE_TAG);
        $addUpdateTag(FROM_ARTICLE);
        // Showing a text must not take the focus from where the writer is.
        const writing = document.activeElement === editor.getRootElement();
        if ($getSelection() === null || !writing) $addUpdateTag(SKIP_DOM_SELECTION_TAG);
        $showBody(latest.current.readBlocks(), cache.current);
      },
      { discrete: true },
    );
  }, [editor, outside]);

  useEffect(
    () =>
      mergeRegister(
        editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
          if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
          editorState.read(() => {
            const dirty = new Set<NodeKey>(dirtyElements.keys());
            for (const key of dirtyLeaves) {
              const top = $getNodeByKey(key)?.getTopLevelElement();
              if (top !== null && top !== undefined) dirty.add(top.getKey());
              dirty.add(key);
            }
            const read = $readBody(cache.current, dirty);
            if (tags.has(FROM_ARTICLE)) return;
            latest.current.onBlocks(read, {
              apart: tags.has(HISTORY_PUSH_TAG) || tags.has(PASTE_TAG),
              joins: tags.has(HISTORY_MERGE_TAG),
              composing: editor.isComposing(),
            });
          });
        }),
        editor.registerCommand(
          UNDO_COMMAND,
          () => {
            latest.current.onUndo();
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          REDO_COMMAND,
          () => {
            latest.current.onRedo();
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        registerPaste(
          editor,
          latestHandlers(() => latest.current.paste),
        ),
        // The attribution is shown by CSS, from an attribute: text that nobody can put a caret into.
        editor.registerMutationListener(QuoteNode, (mutations) => {
          editor.read(() => {
            for (const [key, mutation] of mutations) {
              const node = mutation === 'destroyed' ? null : $getNodeByKey<QuoteNode>(key);
              const element = editor.getElementByKey(key);
              if (node === null || element === null) continue;
              element.dataset['attribution'] = attributionText($attributionOf(node));
            }
          });
        }),
      ),
    [editor],
  );

  useImperativeHandle(
    handle,
    () => ({
      focus: () => editor.focus(),
      focusBlock: (block) => {
        editor.update(() => {
          const node = $getRoot()
            .getChildren()
            .find((child) => $blockIdOf(child) === block);
          node?.selectEnd();
          const element = node === undefined ? null : editor.getElementByKey(node.getKey());
          element?.scrollIntoView({ block: 'center' });
        });
        editor.focus();
      },
      placeCaret: (block, offset) => placeCaret(editor, block, offset),
      caret: () => editor.getEditorState().read($caretPlace),
      insertPhoto: (use) => insertPhoto(editor, use),
      elements: () => blockElements(editor),
      // A clipboard without plain text has none to think twice about.
      lastPasted: () => lastPaste(editor)?.texts.plain || null,
      takeBackPaste: (again) => {
        const paste = lastPaste(editor);
        if (paste === undefined) return;
        // The body is as it was before anything is put into it again.
        flushSync(() => void editor.dispatchCommand(UNDO_COMMAND, undefined));
        if (again === 'nothing') return;
        if (paste.at !== null) placeCaret(editor, paste.at.block, paste.at.offset);
        pasteTexts(editor, paste.texts, { plain: true });
      },
      insertText: (text) => {
        if (editor.getEditorState().read($getSelection) === null) {
          editor.update(() => void $getRoot().selectEnd(), { discrete: true });
        }
        pasteText(editor, text);
        editor.focus();
      },
    }),
    [editor],
  );
  return null;
}
