/** Whose story is it? The facts that the workflow's conditions ask for. */
import type { Article } from '#shared/domain/article.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { Person } from '#shared/domain/roles.ts';
import type { Repositories, StoryRow } from '../store/store.ts';
import { articleOf } from './articles.ts';

/** Named in the byline, resolved in the register. */
export function isNamedWriter(person: Pick<Person, 'id'>, article: Article): boolean {
  return article.writers.some((writer) => writer.person === person.id);
}

/**
 * SECURITY: whoever may be the writer does not seal: the person who made the story, a named writer, and anybody whose
 * full name stands in the byline, resolved or not.
 */
export function isOwnStory(person: Person, story: StoryRow, article: Article | undefined): boolean {
  if (story.createdBy === person.id) return true;
  if (article === undefined) return false;
  const name = plainName(person.fullName);
  return (
    isNamedWriter(person, article) ||
    article.writers.some((writer) => plainName(writer.name) === name)
  );
}

/** May act as the story's writer: made it, wrote in it before, or is named in the byline of its newest version. */
export async function writesStory(
  records: Pick<Repositories, 'versions' | 'objects'>,
  person: Person,
  story: StoryRow,
): Promise<boolean> {
  if (story.createdBy === person.id) return true;
  if (await records.versions.wroteIn(story.id, person.id)) return true;
  const head = story.head === null ? undefined : await records.versions.get(story.head);
  return head !== undefined && isNamedWriter(person, await articleOf(records, head));
}

/** Do two articles differ only in their photos: photo uses, and photo blocks among the other blocks? */
export function sameButPhotos(a: Article, b: Article): boolean {
  return canonicalJson(withoutPhotos(a)) === canonicalJson(withoutPhotos(b));
}

function withoutPhotos(article: Article): Article {
  return {
    ...article,
    photoUses: [],
    blocks: article.blocks.filter((block) => block.kind !== 'photo'),
  };
}

function plainName(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
