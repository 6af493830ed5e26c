import type { files as source } from '../id/files.ts';

export const files = {} as const satisfies Record<keyof typeof source, string>;
