export const paste = {} as const;
