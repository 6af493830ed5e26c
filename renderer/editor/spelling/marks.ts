/**
 * The marks under misspelt words: a CSS highlight over ranges of the blocks near the screen, never nodes. A block is
 * looked at again a moment after it changed, in a worker, so that no key waits; and not while an input method composes.
 */
import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { $wordsOf, rangeOf, type Place, type PlacedWord } from './block-words.ts';

export interface MarkedWord extends PlacedWord {
  readonly range: Range;
}

export interface SpellingMarks {
  /** The marked word at a place of the page. */
  at(node: Node, offset: number): MarkedWord | null;
  /** Looks at every block near the screen again: another list, another name. */
  lookAgain(): void;
  end(): void;
}

export type WrongOf = (words: readonly PlacedWord[]) => Promise<readonly PlacedWord[]>;

const HIGHLIGHT = 'redaksi-spelling';
/** Milliseconds after the last change. */
const PAUSE = 250;
/** Blocks this near the screen are marked already, so that scrolling shows no unmarked text. */
const NEAR = '300px 0px';

export function registerSpelling(editor: LexicalEditor, wrongOf: () => WrongOf): SpellingMarks {
  const marked = new Map<NodeKey, readonly MarkedWord[]>();
  const near = new Set<NodeKey>();
  const waiting = new Set<NodeKey>();
  const watched = new Map<NodeKey, HTMLElement>();
  const keyOf = new WeakMap<Element, NodeKey>();
  let typingAt: Place | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const key = keyOf.get(target);
        if (key === undefined || watched.get(key) !== target) continue;
        if (isIntersecting) {
          near.add(key);
          look(key);
        } else {
          near.delete(key);
          unmark(key);
        }
      }
    },
    { rootMargin: NEAR },
  );

  function unmark(block: NodeKey): void {
    for (const { range } of marked.get(block) ?? []) highlight().delete(range);
    marked.delete(block);
  }

  function look(block: NodeKey): void {
    waiting.add(block);
    clearTimeout(timer);
    timer = setTimeout(() => void lookNow(), PAUSE);
  }

  async function lookNow(): Promise<void> {
    if (editor.isComposing()) {
      timer = setTimeout(() => void lookNow(), PAUSE);
      return;
    }
    const blocks = [...waiting];
    waiting.clear();
    for (const block of blocks) {
      const words = $inState(editor, () => {
        const node = $getNodeByKey(block);
        return node === null ? [] : $wordsOf(node);
      });
      const wrong = await wrongOf()(words);
      if (ended) return;
      // Changed meanwhile: it is looked at again, and its old marks went along with the text.
      if (waiting.has(block)) continue;
      mark(block, wrong);
    }
  }

  function mark(block: NodeKey, wrong: readonly PlacedWord[]): void {
    unmark(block);
    if (!near.has(block)) return;
    const found = wrong.flatMap((word): readonly MarkedWord[] => {
      const range = isBeingTyped(word) ? null : rangeOf(editor, word);
      return range === null ? [] : [{ ...word, range }];
    });
    marked.set(block, found);
    for (const { range } of found) highlight().add(range);
  }

  /** The caret stands at its end, and it was typed: it may not be done. */
  function isBeingTyped({ to }: PlacedWord): boolean {
    return typingAt?.key === to.key && typingAt.offset === to.offset;
  }

  /** Which elements the blocks have now. */
  function watch(): void {
    const there = new Set<NodeKey>();
    for (const block of $getRoot().getChildrenKeys()) {
      there.add(block);
      watchBlock(block);
    }
    for (const [block, element] of watched) {
      if (there.has(block)) continue;
      observer.unobserve(element);
      watched.delete(block);
      near.delete(block);
      waiting.delete(block);
      unmark(block);
    }
  }

  function watchBlock(block: NodeKey): void {
    const element = editor.getElementByKey(block);
    const before = watched.get(block);
    if (element === null || element === before) return;
    if (before !== undefined) observer.unobserve(before);
    watched.set(block, element);
    keyOf.set(element, block);
    observer.observe(element);
  }

  const stop = mergeRegister(
    editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      editorState.read(
        () => {
          // True: its own children changed; false: something deeper did.
          if (dirtyElements.get('root') === true) watch();
          const changed = new Set<NodeKey>();
          for (const key of [...dirtyElements.keys(), ...dirtyLeaves]) {
            const block = $getNodeByKey(key)?.getTopLevelElement()?.getKey();
            if (block !== undefined) changed.add(block);
          }
          for (const block of changed) {
            watchBlock(block);
            if (near.has(block)) look(block);
          }
          const caret = $caret();
          if (changed.size > 0) typingAt = caret;
          else if (typingAt !== null && !isSame(typingAt, caret)) {
            const block = $getNodeByKey(typingAt.key)?.getTopLevelElement()?.getKey();
            typingAt = null;
            if (block !== undefined) look(block);
          }
        },
        { editor },
      );
    }),
    editor.registerRootListener((root) => {
      if (root !== null) editor.read(watch);
    }),
  );

  return {
    at: (node, offset) => {
      for (const words of marked.values()) {
        const found = words.find(({ range }) => range.isPointInRange(node, offset));
        if (found !== undefined) return found;
      }
      return null;
    },
    lookAgain: () => {
      for (const block of near) look(block);
    },
    end: () => {
      ended = true;
      clearTimeout(timer);
      stop();
      observer.disconnect();
      for (const block of marked.keys()) unmark(block);
    },
  };
}

function highlight(): Highlight {
  const there = CSS.highlights.get(HIGHLIGHT);
  if (there !== undefined) return there;
  const made = new Highlight();
  CSS.highlights.set(HIGHLIGHT, made);
  return made;
}

function $inState<Result>(editor: LexicalEditor, $read: () => Result): Result {
  return editor.getEditorState().read($read, { editor });
}

/** Where the caret is, when nothing is selected. */
export function $caret(): Place | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { key, offset } = selection.anchor;
  return { key, offset };
}

function isSame(a: Place, b: Place | null): boolean {
  return b !== null && a.key === b.key && a.offset === b.offset;
}
