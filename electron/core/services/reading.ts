/** Lists, history and old versions: everything that is read and never changed. */
import type { CoreOutput, CoreParsedInput } from '#shared/contract/core.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import { searchExpression } from '../db/search.ts';
import type { CutContext } from './cutting.ts';

export function listStories(
  { store, session }: CutContext,
  { view, query }: CoreParsedInput<'stories.list'>,
): CoreOutput<'stories.list'> {
  const { id } = session.requirePerson();
  const expression = searchExpression(query);
  const nothingToFind = expression === null && query.trim() !== '';
  return {
    stories: nothingToFind ? [] : store.stories.list(view, id, expression),
    counts: store.stories.counts(id),
  };
}

/** Newest first. */
export function storyHistory(
  { store, session }: CutContext,
  story: StoryId,
): CoreOutput<'story.history'> {
  session.requirePerson();
  const row = store.stories.get(story);
  const versions = store.versions.ofStory(story).map(({ version, words }) => ({
    id: version.id,
    parents: [...version.parents],
    at: version.at,
    person: store.registers.person(version.person)?.fullName ?? '',
    device: version.device,
    reason: version.reason,
    content: version.content,
    words,
    head: version.id === row?.head,
    sealed: version.id === row?.record?.seal?.version,
  }));
  return { versions: versions.reverse() };
}

export function newsroom({ store }: CutContext): CoreOutput<'newsroom.get'> {
  return {
    name: store.meta.get('newsroom') ?? '',
    sites: store.registers.sites(),
    desks: store.registers.desks(),
    people: store.registers.people(),
  };
}
