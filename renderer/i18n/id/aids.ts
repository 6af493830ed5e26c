export const aids = {} as const;
