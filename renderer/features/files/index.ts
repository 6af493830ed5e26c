export { FileOpening } from './FileOpening.tsx';
export { StoryFilesMenu } from './StoryFilesMenu.tsx';
