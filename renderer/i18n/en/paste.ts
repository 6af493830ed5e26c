import type { paste as source } from '../id/paste.ts';

export const paste = {} as const satisfies Record<keyof typeof source, string>;
