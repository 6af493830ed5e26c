/** Working articles: a story's head plus what was typed since. Kept in memory, always rebuilt from disk. */
import { emptyArticle, type Article } from '#shared/domain/article.ts';
import { applyChange } from '#shared/domain/change.ts';
import type { ContentHash, StoryId, VersionId } from '#shared/domain/ids.ts';
import { contentHash, putTogether } from '#shared/domain/version.ts';
import { RedaksiError } from '#shared/contract/errors.ts';
import type { Store } from '../db/store.ts';

export interface Working {
  readonly article: Article;
  readonly content: ContentHash;
  readonly head: VersionId | null;
  readonly revision: number;
  readonly foreignRevision: number;
}

/** The text as the editing window has it, while core holds a newer one that the window has not taken in. */
export interface WindowText {
  readonly token: string;
  readonly article: Article;
}

export interface Workings {
  /** NOT_FOUND when this laptop has no such story. */
  get(story: StoryId): Working;
  remember(story: StoryId, working: Working): void;
  windowText(story: StoryId): WindowText | null;
  rememberWindow(story: StoryId, text: WindowText | null): void;
  forgetAll(): void;
}

/** Open stories are few; a list of many is read from columns, not from here. */
const CACHED = 50;

export function createWorkings(store: Store): Workings {
  const cached = new Map<StoryId, Working>();
  const windows = new Map<StoryId, WindowText>();
  const remember = (story: StoryId, working: Working): void => {
    cached.delete(story);
    cached.set(story, working);
    const oldest = cached.keys().next().value;
    if (cached.size > CACHED && oldest !== undefined) cached.delete(oldest);
  };
  return {
    get: (story) => {
      const known = cached.get(story);
      if (known !== undefined) return known;
      const working = rebuild(store, story);
      remember(story, working);
      return working;
    },
    remember,
    windowText: (story) => windows.get(story) ?? null,
    rememberWindow: (story, text) =>
      void (text === null ? windows.delete(story) : windows.set(story, text)),
    forgetAll: () => cached.clear(),
  };
}

function rebuild(store: Store, story: StoryId): Working {
  const row = store.stories.get(story);
  if (row === null) throw new RedaksiError('NOT_FOUND', 'this laptop has no such story', { story });
  let article = row.head === null ? emptyArticle() : versionArticle(store, row.head);
  for (const { revision, change } of store.journal.entries(story)) {
    const applied = applyChange(article, change);
    if (!applied.ok) throw new Error(`journal of ${story} at ${revision}: ${applied.problem}`);
    ({ article } = applied);
  }
  const { head, revision, foreignRevision } = row;
  return { article, content: contentHash(article), head, revision, foreignRevision };
}

/** The article of a version on this laptop, checked against its hash. NOT_FOUND, MISSING_DEPENDENCY or HASH_MISMATCH. */
export function versionArticle(store: Store, id: VersionId): Article {
  const version = store.versions.get(id);
  if (version === null) throw new RedaksiError('NOT_FOUND', 'no such version', { version: id });
  const together = putTogether(version, (hash) => store.versions.object(hash));
  if (together.ok) return together.article;
  const code = together.problem === 'missing' ? 'MISSING_DEPENDENCY' : 'HASH_MISMATCH';
  throw new RedaksiError(code, together.detail, { version: id });
}
