export const spelling = {} as const;
