import { createContext, use, type ReactNode } from 'react';
import type { Article } from '#shared/domain/article.ts';
import type { PhotoUseId, StoryId } from '#shared/domain/ids.ts';

/** What the text around the cards knows of links to other stories. */
export interface StoryLinks {
  /** The story that is being written. */
  readonly story: StoryId;
  /** Asked when a list is shown, so that nothing is drawn anew because a word was typed. */
  readonly isLinked: (story: StoryId) => boolean;
  /** The story's own language: its labels are printed. */
  readonly language: () => Article['language'];
}

/** What the screen around the editor gives to the cards inside it. */
export interface ManuscriptParts {
  readonly renderPhoto: (use: PhotoUseId, card: { readonly remove: () => void }) => ReactNode;
  /** null where nothing can be linked: an old version, a test. */
  readonly links: StoryLinks | null;
}

export const ManuscriptPartsContext = createContext<ManuscriptParts>({
  renderPhoto: () => null,
  links: null,
});

export function useManuscriptParts(): ManuscriptParts {
  return use(ManuscriptPartsContext);
}
