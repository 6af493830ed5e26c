/** Which windows were open and where, so that they open again there. Pure; the file is read and written elsewhere. */
import { z } from 'zod';
import { windowNameSchema } from '#shared/contract/workspace.ts';
import { windowStateSchema, type WindowState } from './window-state.ts';

export const windowsFileSchema = z.strictObject({
  windows: z.array(z.strictObject({ name: windowNameSchema, state: windowStateSchema })).max(20),
});

export interface RememberedWindow {
  readonly name: string;
  readonly state: WindowState;
}

/** The first window of a workstation. */
export const FIRST_WINDOW = 'main';

/** A name that no open window has: the lowest, so that few are ever used. */
export function freeName(taken: Iterable<string>): string {
  const names = new Set(taken);
  if (!names.has(FIRST_WINDOW)) return FIRST_WINDOW;
  let n = 2;
  while (names.has(`window-${n}`)) n += 1;
  return `window-${n}`;
}

/** Below and beside the window that it was opened from. */
export function besideWindow(state: WindowState): WindowState {
  return { ...state, x: state.x + 32, y: state.y + 32, maximised: false };
}
