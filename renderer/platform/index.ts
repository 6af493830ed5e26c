import './no-eval.ts';

export { connectPlatform, type Platform } from './platform.ts';
