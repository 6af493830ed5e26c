import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { Draft, DraftState } from './draft.ts';

const DraftContext = createContext<Draft | null>(null);

export function DraftProvider({
  draft,
  children,
}: {
  readonly draft: Draft;
  readonly children: ReactNode;
}) {
  return <DraftContext value={draft}>{children}</DraftContext>;
}

export function useDraft(): Draft {
  const draft = use(DraftContext);
  if (draft === null) throw new Error('useDraft outside DraftProvider');
  return draft;
}

export function useDraftState(): DraftState {
  const draft = useDraft();
  return useSyncExternalStore(draft.subscribe, draft.snapshot);
}

export interface Pens {
  /** May this window change the text and the furniture? */
  readonly text: boolean;
  /** May it change photos and their words? */
  readonly photos: boolean;
}

/** What this window may write, from the story's permissions and from who has the pen. */
export function usePens(): Pens {
  const { view, saving } = useDraftState();
  const here = view.editing !== null && saving.phase !== 'stale';
  return {
    text: here && view.permissions.edit.allowed,
    photos: here && (view.permissions['edit-photos'].allowed || view.permissions.edit.allowed),
  };
}
