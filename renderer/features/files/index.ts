export { FileOpening, type FileTarget } from './FileOpening.tsx';
export { StoryFilesMenu } from './StoryFilesMenu.tsx';
