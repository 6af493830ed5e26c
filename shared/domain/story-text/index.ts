/** Story text: a story as newsrooms pass it around, read into an article and printed from one. */
export { STORY_TEXT_FORMS, type StoryTextForm } from './houses.ts';
export { validateStoryInput, type StoryInputProblem } from './input.ts';
export { parseStoryText, type ParsedStoryText } from './parse.ts';
export { printStoryText } from './print.ts';
export type { StoryTextReport } from './report.ts';
export { storyWords } from './words.ts';
