export { useCalmPhase } from './calm-phase.ts';
export { createOpenStories, type OpenStories } from './open-stories.ts';
export { ArticleText } from './ArticleText.tsx';
export { fileTarget } from './file-target.ts';
export { fileInto } from './paste-story.ts';
export { StoryScreen } from './StoryScreen.tsx';
export { OpenStoriesContext } from './use-draft.ts';
