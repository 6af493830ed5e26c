/** Shows what was found where it stands: marks over the body's text, a ring around a field, and the way to both. */
import type { BlockId } from '#shared/domain/ids.ts';
import { placeKey } from '#shared/domain/find/texts.ts';
import { showStretch, type Marked, type Shown, type Stretch } from '../../../editor/index.ts';
import type { Found } from './finding.ts';

/** Where the story is on the screen. */
export interface FoundPage {
  readonly screen: HTMLElement;
  readonly blocks: ReadonlyMap<BlockId, HTMLElement>;
}

const FOUND = 'data-found';

function stretchOf({ placed: { place, text }, match }: Found): Stretch {
  const part = place.in === 'block' ? place.part : '';
  return { part, text, start: match.start, end: match.end };
}

/** Where one match is shown now; null when it is not on the page (a quote's speaker, a closed panel). */
export function shownAt({ screen, blocks }: FoundPage, found: Found): Shown | null {
  const { place } = found.placed;
  if (place.in === 'block') {
    const block = blocks.get(place.block);
    return block === undefined ? null : showStretch(block, stretchOf(found));
  }
  const field = screen.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    `:is(input, textarea)[data-where="${CSS.escape(placeKey(place))}"]`,
  );
  return field === null ? null : { as: 'field', field };
}

/** Matches of the body, block by block, for marks that are made only near the screen. */
export function marksOf(page: FoundPage, found: readonly Found[]): readonly Marked[] {
  const perBlock = new Map<BlockId, Found[]>();
  for (const each of found) {
    const { place } = each.placed;
    if (place.in !== 'block') continue;
    const there = perBlock.get(place.block);
    if (there === undefined) perBlock.set(place.block, [each]);
    else there.push(each);
  }
  return [...perBlock].flatMap(([block, matches]): Marked[] => {
    const element = page.blocks.get(block);
    if (element === undefined) return [];
    const ranges = (): readonly Range[] =>
      matches.flatMap((each) => {
        const shown = shownAt(page, each);
        return shown?.as === 'range' ? [shown.range] : [];
      });
    return [{ element, ranges }];
  });
}

/** Parts of blocks that are text of the page and never a field. */
const RUNNING_TEXT = /^(?:text|item|paragraph|cell)/;

/** Rings around fields that hold a match; a field can show no marks inside. */
export function ringFields(page: FoundPage, found: readonly Found[], current: Found | null): void {
  unringFields(page.screen);
  const rung = new Set<string>();
  for (const each of found) {
    const { place } = each.placed;
    const key = placeKey(place);
    if (rung.has(key) || (place.in === 'block' && RUNNING_TEXT.test(place.part))) continue;
    rung.add(key);
    const shown = shownAt(page, each);
    if (shown?.as === 'field') shown.field.setAttribute(FOUND, '');
  }
  const at = current === null ? null : shownAt(page, current);
  if (at?.as === 'field') at.field.setAttribute(FOUND, 'current');
}

export function unringFields(screen: HTMLElement): void {
  for (const field of screen.querySelectorAll(`[${FOUND}]`)) field.removeAttribute(FOUND);
}

/** Scrolls a match into view, without taking the focus. */
export function reveal(page: FoundPage, found: Found): void {
  const { place } = found.placed;
  const block = place.in === 'block' ? page.blocks.get(place.block) : undefined;
  const shown = shownAt(page, found);
  if (shown?.as === 'field') {
    if (!isInSight(shown.field)) shown.field.scrollIntoView({ block: 'center' });
    return;
  }
  // The block first: text far away is not laid out until it is near.
  block?.scrollIntoView({ block: 'nearest' });
  const scroller = block?.closest<HTMLElement>('[data-scroller]');
  if (shown === null || scroller === null || scroller === undefined) return;
  const at = shown.range.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  if (at.top < view.top + BARS_PX || at.bottom > view.bottom - LINE_PX) {
    scroller.scrollBy({ top: at.top - view.top - view.height / 3, behavior: 'instant' });
  }
}

/** The toolbar lies over the top of the text. */
const BARS_PX = 72;
const LINE_PX = 32;

function isInSight(field: HTMLElement): boolean {
  const view = field.closest('[data-scroller]')?.getBoundingClientRect();
  const { top, bottom } = field.getBoundingClientRect();
  return view === undefined || (top >= view.top + BARS_PX && bottom <= view.bottom);
}

/** Puts the focus on a match and selects it. False when it is nowhere on the page. */
export function selectFound(page: FoundPage, found: Found): boolean {
  const shown = shownAt(page, found);
  if (shown === null) return false;
  if (shown.as === 'field') {
    shown.field.focus();
    shown.field.setSelectionRange(found.match.start, found.match.end);
    return true;
  }
  const { range } = shown;
  const editable = range.startContainer.parentElement?.closest<HTMLElement>('[contenteditable]');
  editable?.focus({ preventScroll: true });
  document
    .getSelection()
    ?.setBaseAndExtent(
      range.startContainer,
      range.startOffset,
      range.endContainer,
      range.endOffset,
    );
  return true;
}
