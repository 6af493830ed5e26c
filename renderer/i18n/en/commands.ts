import type { commands as source } from '../id/commands.ts';

export const commands = {} as const satisfies Record<keyof typeof source, string>;
