import type { find as source } from '../id/find.ts';

export const find = {} as const satisfies Record<keyof typeof source, string>;
