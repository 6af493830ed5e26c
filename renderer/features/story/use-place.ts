import { use, useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';
import { blockIdSchema, type StoryId } from '#shared/domain/ids.ts';
import type { StoryPlace } from '#shared/contract/workspace.ts';
import { CommandScope } from '../../commands/index.ts';
import type { ManuscriptHandle } from '../../editor/index.ts';
import { useOpenStories } from './use-draft.ts';

const SETTLE_MS = 250;

/**
 * Remembers where the writer is in a story, and brings them back there when it is shown again: after another tab, and
 * after the program was ended or crashed.
 */
export function usePlace(
  story: StoryId,
  screen: RefObject<HTMLElement | null>,
  body: RefObject<ManuscriptHandle | null>,
): void {
  const stories = useOpenStories();
  const active = use(CommandScope);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const bringHere = useEffectEvent((here: StoryId) => {
    const place = stories.place(here);
    if (place === undefined) return;
    // Of two halves only the one in use takes the caret.
    const { scroll } = place;
    bringBack(active ? place : { scroll }, screen.current, body.current);
  });
  useEffect(() => bringHere(story), [story]);

  // A layout effect: when it ends, the screen still stands.
  useLayoutEffect(() => {
    const element = screen.current;
    const read = (): void => {
      timer.current = undefined;
      const place = element === null ? null : placeIn(element, body.current);
      if (place === null) return;
      // A glance at a button does not forget where the caret was.
      const before = stories.place(story);
      stories.setPlace(story, { ...before, ...place });
    };
    const soon = (): void => {
      timer.current ??= setTimeout(read, SETTLE_MS);
    };
    document.addEventListener('selectionchange', soon);
    element?.addEventListener('scroll', soon, { passive: true, capture: true });
    return () => {
      document.removeEventListener('selectionchange', soon);
      element?.removeEventListener('scroll', soon, { capture: true });
      clearTimeout(timer.current);
      timer.current = undefined;
      read();
    };
  }, [body, screen, stories, story]);
}

const SCROLLER = '[data-scroller]';

function placeIn(screen: HTMLElement, body: ManuscriptHandle | null): StoryPlace | null {
  const scroller = screen.querySelector(SCROLLER);
  if (scroller === null || scroller.clientHeight === 0) return null;
  const scroll = Math.max(0, Math.round(scroller.scrollTop));
  const focus = document.activeElement;
  if (!(focus instanceof HTMLElement) || !screen.contains(focus)) return { scroll };
  if (focus.isContentEditable) {
    const caret = body?.caret() ?? null;
    return caret === null
      ? { scroll }
      : { at: `block:${caret.block}`, offset: caret.offset, scroll };
  }
  const at = focus.closest<HTMLElement>('[data-where]')?.dataset['where'];
  if (at === undefined || !isText(focus)) return { scroll };
  return { at, offset: focus.selectionStart ?? 0, scroll };
}

function bringBack(
  { at, offset = 0, scroll }: StoryPlace,
  screen: HTMLElement | null,
  body: ManuscriptHandle | null,
): void {
  const scroller = screen?.querySelector(SCROLLER);
  // Whoever has the focus elsewhere (the other half of the window) keeps it.
  const free = document.activeElement === null || document.activeElement === document.body;
  if (at !== undefined && free) {
    const block = blockIdSchema.safeParse(/^block:(.+)$/.exec(at)?.[1]);
    if (block.success) body?.placeCaret(block.data, offset);
    else {
      const place = screen?.querySelector(`[data-where="${CSS.escape(at)}"]`);
      const field = isText(place) ? place : place?.querySelector('input, textarea');
      if (isText(field)) {
        field.focus({ preventScroll: true });
        field.setSelectionRange(offset, offset);
      }
    }
  }
  if (scroller === null || scroller === undefined) return;
  scroller.scrollTop = scroll;
  if (at !== undefined && free) showCaret(scroller);
}

/**
 * Blocks that were not in sight since the story was opened have a guessed height, so the same number of pixels may be
 * another place: where the caret is counts more.
 */
function showCaret(scroller: Element): void {
  const focus = document.activeElement;
  if (focus === null || !scroller.contains(focus)) return;
  const node = isText(focus) ? focus : getSelection()?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  if (element === null || element === undefined) return;
  const view = scroller.getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom < view.top || top > view.bottom) element.scrollIntoView({ block: 'center' });
}

function isText(element: unknown): element is HTMLInputElement | HTMLTextAreaElement {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && /^(?:text|search|url|)$/.test(element.type))
  );
}
