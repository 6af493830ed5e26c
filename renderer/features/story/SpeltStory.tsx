import { useCallback, useRef, type ReactNode } from 'react';
import { FieldMarks, StorySpellingProvider } from '../../spelling/index.ts';
import { useFurniture } from './draft-parts.ts';
import { useDraft } from './DraftProvider.tsx';

/** Spelling for the whole manuscript: the body, and the fields around it. */
export function SpeltStory({ children }: { readonly children: ReactNode }) {
  const draft = useDraft();
  const furniture = useFurniture();
  const page = useRef<HTMLDivElement>(null);
  const readBlocks = useCallback(() => draft.snapshot().article.blocks, [draft]);
  return (
    <StorySpellingProvider story={draft.story} furniture={furniture} readBlocks={readBlocks}>
      <div ref={page}>
        <FieldMarks shown={furniture} within={page} />
        {children}
      </div>
    </StorySpellingProvider>
  );
}
