/** What a writer lets stand, story by story, on this laptop. */
import type { StoryId } from '#shared/domain/ids.ts';
import type { Workspace } from '#shared/contract/workspace.ts';

type Ignored = NonNullable<Workspace['ignoredWords']>;

/** The stories that one works on are few; the oldest are forgotten. */
const MOST_STORIES = 100;
const MOST_WORDS = 500;

/** With one more word let stand in a story. The story written in last comes last. */
export function ignoring(before: Ignored | undefined, story: StoryId, word: string): Ignored {
  const others = Object.entries(before ?? {}).filter(([id]) => id !== story);
  const words = new Set([...(before?.[story] ?? []), word]);
  return Object.fromEntries([
    ...others.slice(-(MOST_STORIES - 1)),
    [story, [...words].slice(-MOST_WORDS)],
  ]);
}
