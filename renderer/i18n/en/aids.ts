import type { aids as source } from '../id/aids.ts';

export const aids = {} as const satisfies Record<keyof typeof source, string>;
