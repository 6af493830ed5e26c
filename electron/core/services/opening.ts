/** Opening a story: to read, or as the one window that edits it. */
import type { CoreOutput, CoreParsedInput, StoryView } from '#shared/contract/core.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import { commit } from '../context.ts';
import type { CutContext } from './cutting.ts';
import { storyView } from './view.ts';
import { versionArticle } from './workings.ts';

/** NOT_FOUND when this laptop has no such story, SIGN_IN_REQUIRED when nobody has signed in here. */
export function demandStory({ store, session }: CutContext, story: StoryId): void {
  session.requirePerson();
  if (store.stories.get(story) === null) {
    throw new RedaksiError('NOT_FOUND', 'this laptop has no such story', { story });
  }
}

/** The newest window that opens a story for editing takes it over; whoever may not edit gets no token. */
export function openStory(
  context: CutContext,
  story: StoryId,
  purpose: 'editing' | 'reading',
): StoryView {
  const { store, workings, newId } = context;
  demandStory(context, story);
  if (purpose === 'reading') return storyView(context, story);
  const view = storyView(context, story);
  const { permissions } = view;
  if (!permissions.edit.allowed && !permissions['edit-photos'].allowed) return view;
  // SECURITY: the fencing token; the one before it is stale from here on, also after a restart.
  const token = newId();
  commit(context, () => store.stories.setEditing(story, token));
  workings.rememberWindow(story, { token, article: workings.get(story).article });
  return { ...view, editing: token };
}

/** An old version, as it was. MISSING_DEPENDENCY while its blocks have not all come from the server. */
export function readVersion(
  context: CutContext,
  { story, version: id }: CoreParsedInput<'story.version'>,
): CoreOutput<'story.version'> {
  const { store } = context;
  demandStory(context, story);
  const version = store.versions.get(id);
  if (version === null || version.story !== story) {
    throw new RedaksiError('NOT_FOUND', 'this story has no such version', { version: id });
  }
  return { article: versionArticle(store, id) };
}
