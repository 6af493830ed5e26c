import type { Article } from '#shared/domain/article.ts';
import type { Draft } from './draft.ts';

/** The open story, when a file may go into it: this window writes it, and this person may. */
export function fileTarget(draft: Draft | null): {
  readonly article: () => Article;
  readonly replace: (article: Article) => void;
} | null {
  if (draft === null) return null;
  const { view, saving } = draft.snapshot();
  const writes = view.editing !== null && saving.phase !== 'stale' && view.permissions.edit.allowed;
  return writes
    ? { article: () => draft.snapshot().article, replace: (article) => draft.replace(article) }
    : null;
}
