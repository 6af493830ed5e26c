export { Manuscript } from './views/Manuscript.tsx';
export type { ManuscriptHandle } from './views/BodySync.tsx';
export { ManuscriptPartsContext, type ManuscriptParts, type StoryChoice } from './views/parts.ts';
