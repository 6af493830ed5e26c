import type { blocks as source } from '../id/blocks.ts';

export const blocks = {} as const satisfies Record<keyof typeof source, string>;
