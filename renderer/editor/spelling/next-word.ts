/** Going from one misspelt word to the next, over the whole text and not only what is on the screen. */
import {
  $createRangeSelection,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $wordsOf, type PlacedWord } from './block-words.ts';
import type { WrongOf } from './marks.ts';

/** The first misspelt word after the caret, else the first of the text; null when there is none. */
export async function nextWrong(
  editor: LexicalEditor,
  wrongOf: WrongOf,
): Promise<PlacedWord | null> {
  const read = <Result>($read: () => Result): Result =>
    editor.getEditorState().read($read, { editor });
  const blocks = read(() => $getRoot().getChildrenKeys());
  const from = Math.max(0, blocks.indexOf(read($caretBlock) ?? ''));
  // Once around: the caret's block comes again at the end, with what stands before the caret.
  for (let step = 0; step <= blocks.length; step += 1) {
    const block = blocks[(from + step) % blocks.length];
    if (block === undefined) return null;
    const words = read(() => (step === 0 ? $wordsAfterCaret(block) : $wordsIn(block)));
    const [found] = await wrongOf(words);
    if (found !== undefined) return found;
  }
  return null;
}

function $caretBlock(): NodeKey | null {
  return $caretPoint()?.node.getTopLevelElement()?.getKey() ?? null;
}

function $caretPoint(): { readonly node: LexicalNode; readonly offset: number } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  // Behind what is selected: the word that was found last.
  const { offset, ...point } = selection.isBackward() ? selection.anchor : selection.focus;
  const node = $getNodeByKey(point.key);
  return node === null ? null : { node, offset };
}

function $wordsIn(block: NodeKey): readonly PlacedWord[] {
  const node = $getNodeByKey(block);
  return node === null ? [] : $wordsOf(node);
}

function $wordsAfterCaret(block: NodeKey): readonly PlacedWord[] {
  const caret = $caretPoint();
  if (caret === null) return $wordsIn(block);
  return $wordsIn(block).filter(({ from }) => {
    if (from.key === caret.node.getKey()) return from.offset >= caret.offset;
    const node = $getNodeByKey(from.key);
    return node !== null && caret.node.isBefore(node);
  });
}

/** The word that the caret touches, right or wrong. In the editor's read. */
export function $wordAtCaret(): PlacedWord | null {
  const caret = $caretPoint();
  const block = $caretBlock();
  if (caret === null || block === null) return null;
  const key = caret.node.getKey();
  return (
    $wordsIn(block).find(({ from, to }) => {
      const begins = from.key !== key || from.offset <= caret.offset;
      const ends = to.key !== key || caret.offset <= to.offset;
      return (from.key === key || to.key === key) && begins && ends;
    }) ?? null
  );
}

/** Selects a word and brings it onto the screen. False when the text has changed under it. */
export function selectWord(editor: LexicalEditor, word: PlacedWord): boolean {
  let isThere = false;
  editor.update(
    () => {
      isThere = $select(word);
    },
    { discrete: true },
  );
  editor.getElementByKey(word.from.key)?.scrollIntoView({ block: 'nearest' });
  return isThere;
}

/** Another word in its place, in its look; one step to undo. False when the text has changed under it. */
export function replaceWord(editor: LexicalEditor, word: PlacedWord, by: string): boolean {
  let isDone = false;
  editor.update(
    () => {
      const selection = $select(word) ? $getSelection() : null;
      if (!$isRangeSelection(selection)) return;
      selection.insertText(by);
      isDone = true;
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  return isDone;
}

function $select({ word, from, to }: PlacedWord): boolean {
  const first = $getNodeByKey(from.key);
  const last = $getNodeByKey(to.key);
  if (!$isTextNode(first) || !$isTextNode(last)) return false;
  const selection = $createRangeSelection();
  selection.anchor.set(from.key, from.offset, 'text');
  selection.focus.set(to.key, to.offset, 'text');
  if (selection.getTextContent() !== word) return false;
  $setSelection(selection);
  return true;
}
