/** Typewriter scrolling: the text moves, the line that is written stays at one height of the window. */
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';

/** The height of the line, from the top of the part that scrolls. */
const HEIGHT = 0.42;
/** Less than that is no new line. */
const SAME_LINE_PX = 3;

/** Keeps the caret's line in place until the answer is called. */
export function registerTypewriter(editor: LexicalEditor): () => void {
  let frame = 0;
  let pressed = false;
  const root = editor.getRootElement();
  // A click puts the caret where the mouse is: the text must not run away from under it.
  const down = (): void => void (pressed = true);
  const up = (): void => void (pressed = false);
  root?.addEventListener('pointerdown', down);
  window.addEventListener('pointerup', up);
  const stop = editor.registerUpdateListener(({ editorState }) => {
    if (pressed || editor.isComposing()) return;
    const writing = editorState.read(() => {
      const selection = $getSelection();
      return $isRangeSelection(selection) && selection.isCollapsed();
    });
    if (!writing) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => keepLine(editor));
  });
  return () => {
    stop();
    cancelAnimationFrame(frame);
    root?.removeEventListener('pointerdown', down);
    window.removeEventListener('pointerup', up);
  };
}

function keepLine(editor: LexicalEditor): void {
  const root = editor.getRootElement();
  const scroller = root?.closest<HTMLElement>('[data-scroller]');
  const caret = caretTop(root);
  if (scroller === null || scroller === undefined || caret === null) return;
  const view = scroller.getBoundingClientRect();
  const top = caret - (view.top + view.height * HEIGHT);
  if (Math.abs(top) < SAME_LINE_PX) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroller.scrollBy({ top, behavior: still ? 'instant' : 'smooth' });
}

function caretTop(root: HTMLElement | null): number | null {
  const selection = document.getSelection();
  if (root === null || selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer)) return null;
  const [line] = range.getClientRects();
  if (line !== undefined) return line.top;
  // An empty line has no rectangle of its own.
  const { startContainer } = range;
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  return element === root ? null : (element?.getBoundingClientRect().top ?? null);
}
