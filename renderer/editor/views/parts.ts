import { createContext, use, type ReactNode } from 'react';
import type { PhotoUseId, StoryId } from '#shared/domain/ids.ts';

export interface StoryChoice {
  readonly id: StoryId;
  readonly title: string;
  readonly note: string;
}

/** What the screen around the editor gives to the cards inside it. */
export interface ManuscriptParts {
  readonly renderPhoto: (use: PhotoUseId, card: { readonly remove: () => void }) => ReactNode;
  readonly findStories: (words: string) => Promise<readonly StoryChoice[]>;
}

export const ManuscriptPartsContext = createContext<ManuscriptParts>({
  renderPhoto: () => null,
  findStories: async () => [],
});

export function useManuscriptParts(): ManuscriptParts {
  return use(ManuscriptPartsContext);
}
