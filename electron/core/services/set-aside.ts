/** A text that can't become the head is kept as a version of its own: readable in the history, for ever. */
import type { CoreParsedInput } from '#shared/contract/core.ts';
import { articleSchema, type Article, type Block } from '#shared/domain/article.ts';
import { applyChange, type ArticleChange } from '#shared/domain/change.ts';
import type { StoryId, VersionId } from '#shared/domain/ids.ts';
import { cutVersion } from '#shared/domain/version.ts';
import { isoNow } from '../clock.ts';
import { commit } from '../context.ts';
import { countWords } from '../db/words.ts';
import { cutStory, type CutContext } from './cutting.ts';
import { versionArticle } from './workings.ts';

/**
 * Keeps a change of a window that no longer edits. The version stays on this laptop: sent, it would become the head.
 * @returns the version that holds its words.
 */
export function keepAside(
  context: CutContext,
  { story, revision, change }: CoreParsedInput<'story.save'>,
): VersionId {
  const { store, workings } = context;
  return commit(context, () => {
    const head = cutStory(context, story, 'pause');
    const mark = store.marks.baseOf(story, revision);
    const base = mark === null ? workings.get(story).article : versionArticle(store, mark);
    return putAside(context, { story, head, article: applyLoosely(base, change) });
  });
}

interface Aside {
  readonly story: StoryId;
  /** What the text stands beside. */
  readonly head: VersionId | null;
  readonly article: Article;
}

/** Stores a text as a version that is never the head. Inside a transaction. */
export function putAside(context: CutContext, { story, head, article }: Aside): VersionId {
  const { store, clock, session } = context;
  const { version, objects } = cutVersion(article, {
    story,
    parents: head === null ? [] : [head],
    person: session.requirePerson().id,
    device: session.device(),
    at: isoNow(clock),
    reason: 'set-aside',
  });
  store.versions.putObjects(objects);
  store.versions.put(version, { words: countWords(article), complete: true, onServer: false });
  return version.id;
}

/** Applies a change that may not fit: unknown places are dropped, new blocks without a place go to the end. No word is. */
function applyLoosely(article: Article, change: ArticleChange): Article {
  const exact = applyChange(article, change);
  if (exact.ok) return exact.article;
  const blocks = new Map<string, Block>(article.blocks.map((block) => [block.id, block]));
  for (const block of change.blocks ?? []) blocks.set(block.id, block);
  const order = change.order ?? article.blocks.map((block) => block.id);
  const placed = [...new Set([...order, ...blocks.keys()])].flatMap((id) => blocks.get(id) ?? []);
  const photoUses = change.photoUses ?? article.photoUses;
  const uses = new Set<string>(photoUses.map((use) => use.id));
  const named = new Set<string>();
  const sound = placed.filter((block) => {
    if (block.kind !== 'photo') return true;
    const fits = uses.has(block.photoUse) && !named.has(block.photoUse);
    named.add(block.photoUse);
    return fits;
  });
  return articleSchema.parse({ ...article, ...change.furniture, photoUses, blocks: sound });
}
