import { createContext, use, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Draft, DraftState } from './draft.ts';
import { keptPart, sameFields, type Same } from './kept-part.ts';

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

/**
 * All of the draft: draws again with every key. For what is seldom shown (a dialog); whatever stands beside the text
 * takes the part that it needs.
 */
export function useDraftState(): DraftState {
  const draft = useDraft();
  return useSyncExternalStore(draft.subscribe, draft.snapshot);
}

/** A part of the draft; draws again only when `same` tells the part from before. `select` and `same` stay the same functions. */
export function useDraftPart<Part>(select: (state: DraftState) => Part, same?: Same<Part>): Part {
  const { subscribe, snapshot } = useDraft();
  const part = useMemo(() => keptPart(snapshot, select, same), [snapshot, select, same]);
  return useSyncExternalStore(subscribe, part);
}

export interface Pens {
  /** May this window change the text and the furniture? */
  readonly text: boolean;
  /** May it change photos and their words? */
  readonly photos: boolean;
}

/** What this window may write, from the story's permissions and from who has the pen. */
export function usePens(): Pens {
  return useDraftPart(pensOf, sameFields);
}

function pensOf({ view, saving }: DraftState): Pens {
  const here = view.editing !== null && saving.phase !== 'stale';
  return {
    text: here && view.permissions.edit.allowed,
    photos: here && (view.permissions['edit-photos'].allowed || view.permissions.edit.allowed),
  };
}
