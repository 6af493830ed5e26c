export { FieldMarks } from './FieldMarks.tsx';
export { StorySpellingProvider, useStorySpelling } from './StorySpelling.tsx';
export { SuggestionsMenu, type AskedPlace } from './SuggestionsMenu.tsx';
export { tokensOf } from './tokens.ts';
export { WordListCommand } from './WordListCommand.tsx';
export type { AskedWord } from './engine/speller.ts';
