export { Manuscript } from './views/Manuscript.tsx';
export type { ManuscriptHandle } from './views/BodySync.tsx';
export { ManuscriptPartsContext, type ManuscriptParts } from './views/parts.ts';
