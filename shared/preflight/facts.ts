/** What preflight may know besides the article. A rule that needs a fact which is not given finds nothing. */
import type { StoryId } from '../domain/ids.ts';
import type { Site } from '../domain/roles.ts';
import type { StoryState } from '../domain/workflow.ts';

/** Another story, as it stands now. */
export interface LinkedStory {
  /** As readers see it, where they can; else as it is being written. */
  readonly title: string;
  readonly state: StoryState;
}

export interface Facts {
  /** Which story the article is of. */
  readonly story?: StoryId;
  /** The stories that it links to. */
  readonly linked?: ReadonlyMap<StoryId, LinkedStory>;
  readonly limits?: Pick<Site, 'headlineLimit' | 'deckLimit'>;
}
