/** Full-text search over this laptop's stories. A row's number is the story's. */
import { blockText, type Article } from '#shared/domain/article.ts';
import type { Database } from './database.ts';

export interface Search {
  /** Replaces a story's words. */
  put(storyNumber: number, article: Article): void;
}

export function searchRepository(db: Database): Search {
  const forget = db.query('search.forget', 'DELETE FROM search WHERE rowid = :n');
  const add = db.query(
    'search.add',
    `INSERT INTO search (rowid, headline, deck, body, captions, names)
     VALUES (:n, :headline, :deck, :body, :captions, :names)`,
  );
  return {
    put: (n, article) => {
      forget.run({ n });
      add.run({ n, ...searchedWords(article) });
    },
  };
}

function searchedWords(article: Article) {
  return {
    headline: `${article.section}\n${article.headline}`,
    deck: article.deck,
    body: article.blocks.map(blockText).join('\n'),
    captions: article.photoUses
      .map((use) => [use.creditLead, use.slug, use.caption, use.credit, use.alt].join('\n'))
      .join('\n'),
    names: [
      ...article.writers.map((byline) => byline.name),
      ...article.editors.map((byline) => byline.name),
      ...article.signoffs.map((signoff) => signoff.short),
      article.source,
      ...article.tags,
    ].join('\n'),
  };
}

/**
 * What a person types, as an FTS5 expression: every word must occur, each may be a beginning. null when nothing is left.
 * SECURITY: words are quoted, so no operator of FTS5 comes from outside.
 */
export function searchExpression(typed: string): string | null {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.length === 0
    ? null
    : words
        .slice(0, 20)
        .map((word) => `"${word}"*`)
        .join(' ');
}
