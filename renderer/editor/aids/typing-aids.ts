/**
 * Writing aids while typing in the body: abbreviations, quotes and dashes. What was typed is in the text first and the
 * correction is a step of its own, so that undo and one Backspace give back what was typed. Nothing happens while an
 * input method composes.
 */
import { $isLinkNode } from '@lexical/link';
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $onUpdate,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  KEY_BACKSPACE_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
  type TextNode,
} from 'lexical';
import {
  correctTyping,
  type Correction,
  type TypingRules,
} from '#shared/domain/typography/typing.ts';

/** A correction that the next Backspace takes back. */
interface Corrected {
  readonly key: NodeKey;
  /** Where the caret stands after it. */
  readonly end: number;
  readonly insert: string;
  readonly typed: string;
}

/** One typed character: what `insertText` says of it. */
export function typedCharacter(event: InputEvent): string | null {
  if (event.inputType !== 'insertText' || event.isComposing) return null;
  const { data } = event;
  return data !== null && data.length === 1 ? data : null;
}

export function registerTypingAids(
  editor: LexicalEditor,
  rules: () => TypingRules | null,
): () => void {
  let last: Corrected | null = null;

  const correct = (typed: string, { insert }: Correction): void => {
    editor.update(
      () => {
        const caret = $textBeforeCaret();
        const start = caret === null ? -1 : caret.offset - typed.length;
        if (caret === null || start < 0) return;
        if (caret.node.getTextContent().slice(start, caret.offset) !== typed) return;
        caret.node.spliceText(start, typed.length, insert, true);
        last = { key: caret.node.getKey(), end: start + insert.length, insert, typed };
      },
      { tag: HISTORY_PUSH_TAG, discrete: true },
    );
  };

  const onBeforeInput = (event: InputEvent): boolean => {
    const now = rules();
    const character = typedCharacter(event);
    if (now === null || character === null || editor.isComposing()) return false;
    const caret = $caretInText();
    if (caret === null || $isInLink(caret.node)) return false;
    const { node, offset } = caret;
    const correction = correctTyping({ before: $lineBefore(node, offset), character }, now);
    if (correction === null || correction.remove > offset) return false;
    event.preventDefault();
    const typed = node.getTextContent().slice(offset - correction.remove, offset) + character;
    $getSelection()?.insertText(character);
    // Once what was typed is in the text: two steps, not one.
    $onUpdate(() => correct(typed, correction));
    return true;
  };

  const onBackspace = (event: KeyboardEvent): boolean => {
    const back = last;
    last = null;
    if (back === null || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
      return false;
    }
    const caret = $caretInText();
    if (caret === null || caret.node.getKey() !== back.key || caret.offset !== back.end)
      return false;
    const start = back.end - back.insert.length;
    if (caret.node.getTextContent().slice(start, back.end) !== back.insert) return false;
    event.preventDefault();
    const key = back.key;
    $onUpdate(() =>
      editor.update(
        () => {
          const node = $getNodeByKey(key);
          if ($isTextNode(node)) node.spliceText(start, back.insert.length, back.typed, true);
        },
        { tag: HISTORY_PUSH_TAG, discrete: true },
      ),
    );
    return true;
  };

  return mergeRegister(
    editor.registerCommand(BEFORE_INPUT_COMMAND, onBeforeInput, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_BACKSPACE_COMMAND, onBackspace, COMMAND_PRIORITY_HIGH),
    editor.registerUpdateListener(({ editorState }) => {
      if (last === null) return;
      const back = last;
      const there = editorState.read(() => {
        const caret = $caretInText();
        return caret !== null && caret.node.getKey() === back.key && caret.offset === back.end;
      });
      if (!there) last = null;
    }),
  );
}

function $caretInText(): { readonly node: TextNode; readonly offset: number } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  return $isTextNode(node) && node.isSimpleText() && !node.isComposing()
    ? { node, offset: selection.anchor.offset }
    : null;
}

/** At the border of two looks the character may have gone into the text before the caret's own. */
function $textBeforeCaret(): { readonly node: TextNode; readonly offset: number } | null {
  const caret = $caretInText();
  const previous = caret?.offset === 0 ? caret.node.getPreviousSibling() : null;
  return $isTextNode(previous) ? { node: previous, offset: previous.getTextContentSize() } : caret;
}

function $isInLink(node: TextNode): boolean {
  return node.getParents().some((parent) => $isLinkNode(parent));
}

/** The text before the caret on its line, over the borders of looks. */
function $lineBefore(node: TextNode, offset: number): string {
  let before = node.getTextContent().slice(0, offset);
  for (
    let previous = node.getPreviousSibling();
    previous !== null && $isTextNode(previous);
    previous = previous.getPreviousSibling()
  ) {
    before = previous.getTextContent() + before;
  }
  return before;
}
