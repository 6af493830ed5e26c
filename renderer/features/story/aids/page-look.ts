/** How large and how wide the text stands while it is written: a person's choice on this laptop, no part of the story. */
import type { CSSProperties } from 'react';
import type { Workspace } from '#shared/contract/workspace.ts';

/** Steps from the design's own size; the largest is for a laptop at arm's length. */
export const TEXT_SIZES = [0.85, 0.92, 1, 1.1, 1.22, 1.36, 1.52, 1.75] as const;
const USUAL = TEXT_SIZES.indexOf(1);

export const MEASURES = ['narrow', 'normal', 'wide'] as const;
export type Measure = (typeof MEASURES)[number];
/** Characters on a line: about 60, 75 and 95. */
const WIDTHS: Readonly<Record<Measure, number>> = { narrow: 560, normal: 700, wide: 880 };

export type PageLook = Pick<Workspace, 'textSize' | 'measure' | 'typewriter'>;

export function textSizeOf({ textSize = 0 }: PageLook): number {
  const at = Math.min(Math.max(textSize + USUAL, 0), TEXT_SIZES.length - 1);
  return TEXT_SIZES[at] ?? 1;
}

/** One step larger or smaller; the same at the ends. */
export function stepTextSize({ textSize = 0 }: PageLook, by: 1 | -1): number {
  return Math.min(Math.max(textSize + by, -USUAL), TEXT_SIZES.length - 1 - USUAL);
}

/** For the element that holds the page. */
export function pageStyle(look: PageLook): CSSProperties {
  const size = textSizeOf(look);
  return {
    ['--writing' as string]: size,
    // Room below the last line, so that it too can stay at one height.
    ['--below' as string]: look.typewriter === true ? '60vh' : '96px',
    ['--measure' as string]: `${Math.round(WIDTHS[look.measure ?? 'normal'] * Math.sqrt(size))}px`,
  };
}
