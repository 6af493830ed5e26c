/** Links to other stories: which to offer, how linked ones stand, and what preflight finds with that knowledge. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LinkedStoryView, RelatedStory } from '#shared/contract/core.ts';
import type { Article } from '#shared/domain/article.ts';
import type { DeskId, StoryId } from '#shared/domain/ids.ts';
import type { Site } from '#shared/domain/roles.ts';
import type { Facts } from '#shared/preflight/facts.ts';
import { preflight, type Finding } from '#shared/preflight/index.ts';
import { relatedLinks } from '#shared/preflight/related.ts';
import type { Words } from '../i18n/index.ts';
import { useCore } from './PlatformProvider.tsx';
import { useNewsroom } from './reads.ts';
import { STATES } from './state-text.ts';

/** The stories to link from this one; undefined until the first answer. While more is typed the last ones stay. */
export function useRelatedStories(
  story: StoryId,
  query: string | null,
): readonly RelatedStory[] | undefined {
  const core = useCore();
  return useQuery({
    queryKey: ['related', story, query],
    enabled: query !== null,
    queryFn: ({ signal }) =>
      core.call('stories.related', { story, query: query ?? '' }, { signal }),
    placeholderData: keepPreviousData,
    // The text goes on, and with it what is close to it.
    staleTime: 0,
    gcTime: 0,
  }).data?.stories;
}

type LinkedStories = ReadonlyMap<StoryId, LinkedStoryView>;
const NONE: LinkedStories = new Map();

/** How these stories stand now; those that are not on this laptop are missing. */
export function useLinkedStories(stories: readonly StoryId[]): LinkedStories {
  const core = useCore();
  const ids = [...new Set(stories)].toSorted();
  const linked = useQuery({
    // Below `stories`: read again when something in the lists changed.
    queryKey: ['stories', 'linked', ids.join(' ')],
    enabled: ids.length > 0,
    queryFn: () => core.call('stories.linked', { stories: ids }),
    placeholderData: keepPreviousData,
  }).data?.stories;
  return useMemo(
    () => (linked === undefined ? NONE : new Map(linked.map((each) => [each.story, each]))),
    [linked],
  );
}

/** The site that a desk writes for. */
export function useSiteOf(desk: DeskId): Site | undefined {
  const newsroom = useNewsroom();
  const site = newsroom?.desks.find(({ id }) => id === desk)?.site;
  return newsroom?.sites.find(({ id }) => id === site);
}

/** What preflight finds in a text as it stands in this window, with what is known around it. */
export function useFindings(
  { id: story, desk }: { readonly id: StoryId; readonly desk: DeskId },
  article: Article,
): readonly Finding[] {
  const linked = useLinkedStories(relatedLinks(article).flatMap(({ link }) => link.story ?? []));
  const limits = useSiteOf(desk);
  return useMemo(() => {
    const facts: Facts = { story, linked, ...(limits !== undefined && { limits }) };
    return preflight(article, facts);
  }, [article, story, linked, limits]);
}

/** `Terbit 3 hari yang lalu`, or the state and when it was last changed. */
export function linkStanding(
  { t, age }: Words,
  { state, publishedAt, updatedAt }: Pick<LinkedStoryView, 'state' | 'publishedAt' | 'updatedAt'>,
  now: number,
): string {
  const isOut = publishedAt !== null && (state === 'published' || state === 'updated');
  return isOut
    ? t('links.out', { age: age(publishedAt, now) })
    : t('links.not-out', { state: t(STATES[state].name), age: age(updatedAt, now) });
}
