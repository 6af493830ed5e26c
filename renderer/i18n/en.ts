import type { id } from './id.ts';
import { story } from './en/story.ts';
import { window } from './en/window.ts';

/** The English catalog. */
export const en = { ...window, ...story } as const satisfies Record<keyof typeof id, string>;
