/** Where the window was, and where it may be now. Pure; screens come and go. */
import { z } from 'zod';

export const MINIMUM = { width: 1_024, height: 680 } as const;
const FIRST = { width: 1_360, height: 860 } as const;

export const windowStateSchema = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(200).max(20_000),
  height: z.number().int().min(200).max(20_000),
  maximised: z.boolean(),
});
export type WindowState = Readonly<z.infer<typeof windowStateSchema>>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Opening {
  readonly width: number;
  readonly height: number;
  /** Absent: the system centres it. */
  readonly x?: number;
  readonly y?: number;
  readonly maximised: boolean;
}

/** How to open the window: as it was, when enough of it would be seen on a screen that is still there. */
export function openingState(saved: WindowState | null, screens: readonly Area[]): Opening {
  if (saved === null) return { ...FIRST, maximised: false };
  const { maximised } = saved;
  const width = Math.max(saved.width, MINIMUM.width);
  const height = Math.max(saved.height, MINIMUM.height);
  const visible = screens.some(
    (screen) => overlap(screen, { x: saved.x, y: saved.y, width, height }) >= 0.3 * width * height,
  );
  return visible
    ? { x: saved.x, y: saved.y, width, height, maximised }
    : { width, height, maximised };
}

/** The shared area of two rectangles. */
function overlap(a: Area, b: Area): number {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, wide) * Math.max(0, high);
}
