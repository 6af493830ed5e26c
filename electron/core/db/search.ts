/** Full-text search over this laptop's stories. A row's number is the story's. */
import { blockText, type Article } from '#shared/domain/article.ts';
import type { Database } from './database.ts';

export interface Search {
  /** Replaces a story's words. */
  put(storyNumber: number, article: Article): void;
  /** How many stories match; null of the expression counts all. */
  count(expression: string | null): number;
  /** The best matches by bm25, each with its strength, higher is better. */
  strengths(expression: string): ReadonlyMap<number, number>;
}

/** More than these, and none of them is what is looked for. */
const STRONGEST = 200;

export function searchRepository(db: Database): Search {
  const forget = db.query('search.forget', 'DELETE FROM search WHERE rowid = :n');
  const add = db.query(
    'search.add',
    `INSERT INTO search (rowid, headline, deck, body, captions, names)
     VALUES (:n, :headline, :deck, :body, :captions, :names)`,
  );
  const countAll = db.query<{ n: number }>('search.count-all', 'SELECT count(*) AS n FROM story');
  const count = db.query<{ n: number }>(
    'search.count',
    'SELECT count(*) AS n FROM search WHERE search MATCH :expression',
  );
  // A headline that holds a word is about it; a body may only mention it.
  const strengths = db.query<{ n: number; strength: number }>(
    'search.strengths',
    `SELECT rowid AS n, -bm25(search, 6, 3, 1, 1, 4) AS strength FROM search WHERE search MATCH :expression
     ORDER BY strength DESC, n DESC LIMIT ${STRONGEST}`,
  );
  return {
    count: (expression) =>
      (expression === null ? countAll.get() : count.get({ expression }))?.n ?? 0,
    strengths: (expression) =>
      new Map(strengths.all({ expression }).map(({ n, strength }) => [n, strength])),
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

/**
 * Words that stand side by side, in this order, as an FTS5 expression.
 * SECURITY: what could end the quotes is not in a word (letters, digits, marks).
 */
export function phraseExpression(words: readonly string[]): string {
  return `"${words.join(' ').replaceAll('"', ' ')}"`;
}
