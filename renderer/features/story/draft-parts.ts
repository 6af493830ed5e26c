/** The parts of a draft that the screen shows, each drawn again only when it changed: a key in the body changes none. */
import type { StoryView } from '#shared/contract/core.ts';
import { leadPhotoUses, type PhotoUse } from '#shared/domain/article.ts';
import type { FurnitureObject } from '#shared/domain/version.ts';
import { lacksForHandIn } from '#shared/preflight/index.ts';
import type { DraftState } from './draft.ts';
import { useDraftPart } from './DraftProvider.tsx';
import { sameFields } from './kept-part.ts';
import type { Saving } from './saving.ts';

/** All of the article but its body. */
export function useFurniture(): FurnitureObject {
  return useDraftPart(furnitureOf, sameFields);
}

function furnitureOf({ article: { blocks: _body, ...furniture } }: DraftState): FurnitureObject {
  return furniture;
}

/** The photos that stand above the body. */
export function useLeadPhotos(): readonly PhotoUse[] {
  return useDraftPart(leadsOf, sameFields);
}

function leadsOf({ article }: DraftState): readonly PhotoUse[] {
  return leadPhotoUses(article);
}

/** What core says about the story; its text, and what names its text, change with every save and are not here. */
export type StoryFacts = Omit<StoryView, 'article' | 'revision' | 'content'>;

export function useStoryFacts(): StoryFacts {
  return useDraftPart(factsOf, sameFacts);
}

function factsOf({ view }: DraftState): StoryFacts {
  const { article: _text, revision: _revision, content: _content, ...facts } = view;
  return facts;
}

/** Core answers with fresh objects; only what they say counts. */
function sameFacts(a: StoryFacts, b: StoryFacts): boolean {
  return sameFields(a, b) || JSON.stringify(a) === JSON.stringify(b);
}

/** Whether something is missing, as typed, without which a story is not handed in. */
export function useLacksForHandIn(): boolean {
  return useDraftPart(lacking);
}

function lacking({ article }: DraftState): boolean {
  return lacksForHandIn(article);
}

/** What keeps the text from the disk; null while all goes its way. */
export type SaveTrouble = Extract<Saving, { readonly phase: 'stale' | 'failed' }>;

export function useSaveTrouble(): SaveTrouble | null {
  return useDraftPart(troubleOf);
}

function troubleOf({ saving }: DraftState): SaveTrouble | null {
  return saving.phase === 'stale' || saving.phase === 'failed' ? saving : null;
}
