export { useNow } from './clock.ts';
export { codeOf, errorText, refusedText } from './error-text.ts';
export { findingText, photoFieldName } from './finding-text.ts';
export {
  linkStanding,
  useFindings,
  useLinkedStories,
  useRelatedStories,
  useSiteOf,
} from './links.ts';
export { draftAddress, liveAddress, photoAddress } from './media.ts';
export { isUsable, refusalOf } from './permission-text.ts';
export { PlatformProvider, useCore, usePlatform, useShell } from './PlatformProvider.tsx';
export {
  createReads,
  useCoreNews,
  useHistory,
  useNewsroom,
  usePhoto,
  useSession,
  useStories,
  useSync,
  useVersion,
  useWordList,
} from './reads.ts';
export { StateChip } from './StateChip.tsx';
export { STATES } from './state-text.ts';
export { useWorkspace } from './workspace.ts';
export { Understood } from './Understood.tsx';
