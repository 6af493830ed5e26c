import type { spelling as source } from '../id/spelling.ts';

export const spelling = {} as const satisfies Record<keyof typeof source, string>;
