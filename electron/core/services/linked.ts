/** How the stories that a text links to stand now. */
import type { CoreOutput, CoreParsedInput, LinkedStoryView } from '#shared/contract/core.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import type { Facts } from '#shared/preflight/facts.ts';
import { relatedLinks } from '#shared/preflight/related.ts';
import type { LinkRow } from '../db/links.ts';
import type { Store } from '../db/store.ts';
import type { CutContext } from './cutting.ts';
import { versionArticle } from './workings.ts';

/** Those that are on this laptop. */
export function linkedStories(
  { store, session }: CutContext,
  { stories }: CoreParsedInput<'stories.linked'>,
): CoreOutput<'stories.linked'> {
  session.requirePerson();
  return { stories: store.links.byId(stories).map((row) => linkedView(store, row)) };
}

/** What preflight may know around a story's article on this laptop. */
export function factsAround(
  { store, workings }: Pick<CutContext, 'store' | 'workings'>,
  story: StoryId,
): Facts {
  const ids = relatedLinks(workings.get(story).article).flatMap(({ link }) => link.story ?? []);
  const row = store.stories.get(story);
  const desk = row === null ? null : store.registers.desk(row.desk);
  const site = desk === null ? null : store.registers.site(desk.site);
  return {
    story,
    linked: new Map(
      store.links.byId([...new Set(ids)]).map((each) => [each.story, linkedView(store, each)]),
    ),
    ...(site !== null && { limits: site }),
  };
}

/** A story as a link to it would print it. */
export function linkedView(store: Store, row: LinkRow): LinkedStoryView {
  return {
    story: row.story,
    title: titleOf(store, row),
    state: row.state,
    desk: row.desk,
    writers: [...row.writers],
    updatedAt: row.changedAt,
    publishedAt: outSince(row),
    url: publicationOf(row)?.url ?? null,
  };
}

function publicationOf({ record }: LinkRow) {
  return record?.publications.findLast(
    ({ url, publishedAt }) => url !== null && publishedAt !== null,
  );
}

/** When readers could first open it; null while they can't. */
export function outSince(row: LinkRow): string | null {
  return publicationOf(row)?.firstPublishedAt ?? null;
}

/** The headline that readers see; the written one where none is out, or where its version has not all come yet. */
function titleOf(store: Store, row: LinkRow): string {
  const out = publicationOf(row);
  if (out === undefined || out.content === row.content) return row.headline;
  try {
    return versionArticle(store, out.version).headline;
  } catch (thrown) {
    if (thrown instanceof RedaksiError) return row.headline;
    throw thrown;
  }
}
