/** How this person works on this laptop: read once, changed field by field, the same in every window. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Workspace } from '#shared/contract/workspace.ts';
import { useCore } from './PlatformProvider.tsx';

const KEY = ['workspace'];

export interface UsedWorkspace {
  /** Empty until it is read: every field has a meaning when absent. */
  readonly workspace: Workspace;
  /** Shown at once, kept on this laptop right after. */
  readonly change: (fields: Workspace) => void;
}

const EMPTY: Workspace = {};

export function useWorkspace(): UsedWorkspace {
  const core = useCore();
  const reads = useQueryClient();
  const workspace =
    useQuery({ queryKey: KEY, queryFn: () => core.call('workspace.get', {}) }).data ?? EMPTY;
  const change = useCallback(
    (fields: Workspace): void => {
      reads.setQueryData<Workspace>(KEY, (before) => ({ ...before, ...fields }));
      void core
        .call('workspace.set', fields)
        // What is kept is what is shown: a refused change goes back.
        .catch(() => reads.invalidateQueries({ queryKey: KEY }));
    },
    [core, reads],
  );
  return useMemo(() => ({ workspace, change }), [workspace, change]);
}
