import { story } from './id/story.ts';
import { window } from './id/window.ts';

/** The Indonesian catalog: the source of all keys. ICU MessageFormat. */
export const id = { ...window, ...story } as const;
