import type { links as source } from '../id/links.ts';

export const links = {} as const satisfies Record<keyof typeof source, string>;
