import './no-eval.ts';

export { connectPlatform, type Platform } from './platform.ts';
export type { CoreLink } from './lasting-core.ts';
