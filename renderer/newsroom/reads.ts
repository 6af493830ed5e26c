/** What the window reads from core, and when it reads again. Core's events are the only reason to read again. */
import {
  keepPreviousData,
  QueryClient,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type {
  CoreOutput,
  ListedWord,
  Newsroom,
  Photo,
  Session,
  StoryListView,
  SyncStatus,
} from '#shared/contract/core.ts';
import type { PhotoHash, StoryId, VersionId } from '#shared/domain/ids.ts';
import type { Platform } from '../platform/index.ts';
import { useCore } from './PlatformProvider.tsx';

export function createReads(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Core is on this laptop: the browser's idea of "online" must never stop a read.
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: false,
      },
    },
  });
}

/** Reads again what core says has changed. */
export function useCoreNews(platform: Platform, reads: QueryClient): void {
  useEffect(() => {
    const again = (...key: string[]) => void reads.invalidateQueries({ queryKey: key });
    const { core } = platform;
    const stops = [
      core.on('session.changed', (session) => {
        reads.setQueryData(['session'], session);
        again('newsroom');
        again('words');
        again('stories');
        again('workspace');
      }),
      core.on('newsroom.changed', () => again('newsroom')),
      core.on('sync.changed', (status) => void reads.setQueryData(['sync'], status)),
      core.on('stories.changed', () => again('stories')),
      core.on('story.changed', ({ story }) => {
        again('stories');
        again('history', story);
      }),
      core.on('words.changed', () => again('words')),
      core.on('photo.changed', ({ hash }) => again('photo', hash)),
      core.on('workspace.changed', () => again('workspace')),
      platform.onCoreRestart(() => void reads.invalidateQueries()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [platform, reads]);
}

export function useSession(): UseQueryResult<Session> {
  const core = useCore();
  return useQuery({ queryKey: ['session'], queryFn: () => core.call('session.get', {}) });
}

export function useNewsroom(): Newsroom | undefined {
  const core = useCore();
  return useQuery({ queryKey: ['newsroom'], queryFn: () => core.call('newsroom.get', {}) }).data;
}

export function useSync(): SyncStatus | undefined {
  const core = useCore();
  return useQuery({ queryKey: ['sync'], queryFn: () => core.call('sync.get', {}) }).data;
}

export function useStories(
  view: StoryListView,
  query: string,
): UseQueryResult<CoreOutput<'stories.list'>> {
  const core = useCore();
  return useQuery({
    queryKey: ['stories', view, query],
    queryFn: ({ signal }) => core.call('stories.list', { view, query }, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** The newsroom's word list; undefined until it is read. */
export function useWordList(): readonly ListedWord[] | undefined {
  const core = useCore();
  return useQuery({ queryKey: ['words'], queryFn: () => core.call('words.list', {}) }).data?.words;
}

export function usePhoto(hash: PhotoHash | null): Photo | null | undefined {
  const core = useCore();
  return useQuery({
    queryKey: ['photo', hash],
    enabled: hash !== null,
    queryFn: () => (hash === null ? null : core.call('photo.get', { hash })),
  }).data;
}

export function useHistory(story: StoryId): UseQueryResult<CoreOutput<'story.history'>> {
  const core = useCore();
  return useQuery({
    queryKey: ['history', story],
    queryFn: () => core.call('story.history', { story }),
    staleTime: 0,
  });
}

export function useVersion(
  story: StoryId,
  version: VersionId,
): UseQueryResult<CoreOutput<'story.version'>> {
  const core = useCore();
  return useQuery({
    queryKey: ['version', story, version],
    queryFn: () => core.call('story.version', { story, version }),
  });
}
