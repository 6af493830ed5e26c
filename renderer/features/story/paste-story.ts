/** A whole story in the clipboard: is it one, and what becomes of the open story when it is filed? */
import type { Article } from '#shared/domain/article.ts';
import type { Person } from '#shared/domain/roles.ts';
import { parseStoryText, type ParsedStoryText } from '#shared/domain/story-text/index.ts';

/** Furniture that plain prose does not have: two of these and a text is a story. */
const TELLING: ReadonlySet<string> = new Set([
  'section',
  'headline',
  'deck',
  'writers',
  'editors',
  'byline',
  'dateline',
  'signoffs',
  'signoff',
  'source',
  'photos',
  'photo',
  'tags',
]);
const LINES_OF_A_STORY = 3;

export function readPastedStory(text: string, people: readonly Person[]): ParsedStoryText {
  return parseStoryText(text, {
    personByName: (name) =>
      people.find((person) => person.fullName.toLowerCase() === name.toLowerCase())?.id,
  });
}

/** Whether a pasted text shows enough furniture to be offered for filing. */
export function looksLikeStory(text: string, people: readonly Person[]): boolean {
  if (text.split('\n').filter((line) => line.trim() !== '').length < LINES_OF_A_STORY) return false;
  const { article, report } = readPastedStory(text, people);
  const telling = new Set(
    report.understood
      .map((part) => part.field.split(/[.:]/)[0] ?? '')
      .filter((field) => TELLING.has(field)),
  );
  const furniture =
    Number(article.dateline !== null) +
    Number(article.writers.length > 0) +
    Number(article.signoffs.length > 0) +
    Number(article.source !== '') +
    Number(article.photoUses.length > 0);
  return telling.size >= 2 && furniture >= 1;
}

/** Nothing written yet: filing a story into it can lose nothing. */
export function isBlank(article: Article): boolean {
  return (
    article.headline.trim() === '' && article.deck.trim() === '' && article.blocks.length === 0
  );
}

/**
 * The story with the pasted one filed into it. A field that the paste says nothing about keeps what it has (desk and
 * site filled it in); text that stood here already stays, below.
 */
export function fileInto(article: Article, pasted: Article): Article {
  const filed: Record<string, unknown> = { ...article };
  for (const [field, value] of Object.entries(pasted)) {
    const says = Array.isArray(value) ? value.length > 0 : value !== '' && value !== null;
    if (says) filed[field] = value;
  }
  return {
    ...(filed as Article),
    blocks: [...pasted.blocks, ...article.blocks],
    photoUses: [...pasted.photoUses, ...article.photoUses],
  };
}
