export { createOpenStories, type OpenStories } from './open-stories.ts';
export { StoryScreen } from './StoryScreen.tsx';
export { OpenStoriesContext } from './use-draft.ts';
