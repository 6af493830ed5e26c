import type { furniture as source } from '../id/furniture.ts';

export const furniture = {} as const satisfies Record<keyof typeof source, string>;
