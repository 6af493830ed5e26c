export { Manuscript } from './views/Manuscript.tsx';
export type { ManuscriptHandle } from './views/BodySync.tsx';
export { RelatedTarget } from './views/RelatedTarget.tsx';
export { StoryPicker } from './views/StoryPicker.tsx';
export { ManuscriptPartsContext, type ManuscriptParts } from './views/parts.ts';
export { ManuscriptAidsContext } from './aids/ManuscriptAids.tsx';
export { createMarks, type Marked } from './find/highlights.ts';
export { offsetIn, showStretch, type Shown, type Stretch } from './find/ranges.ts';
