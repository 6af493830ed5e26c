/** Names that the story and the newsroom know: written right by definition. */
import type { Newsroom } from '#shared/contract/core.ts';
import type { Article } from '#shared/domain/article.ts';

interface NamedIn extends Pick<
  Article,
  'writers' | 'editors' | 'signoffs' | 'dateline' | 'source' | 'tags' | 'section'
> {
  /** Of all photos, one after the other. */
  readonly credits: string;
}

const WORDS = /[\p{L}\p{M}\p{N}'’-]+/gu;

/** In small letters. */
export function knownNames(article: NamedIn, newsroom: Newsroom | undefined): ReadonlySet<string> {
  const { writers, editors, signoffs, dateline, source, tags, section, credits } = article;
  const texts = [
    ...[...writers, ...editors].map(({ name }) => name),
    ...signoffs.flatMap(({ short, code }) => [short, code]),
    ...(dateline === null ? [] : [dateline.brand, dateline.place]),
    credits,
    ...tags,
    source,
    section,
    ...(newsroom === undefined ? [] : namesOf(newsroom)),
  ];
  return new Set(
    texts.flatMap((text) => text.match(WORDS) ?? []).map((word) => word.toLowerCase()),
  );
}

function namesOf({ name, people, sites, desks }: Newsroom): readonly string[] {
  return [
    name,
    ...people.flatMap(({ fullName, shortName }) => [fullName, shortName]),
    ...sites.flatMap((site) => [site.name, site.datelineBrand, site.sourceName]),
    ...desks.flatMap((desk) => [desk.name, desk.datelinePlace, desk.section]),
  ];
}

/** Is this word one of the names, written as a name? With a clitic too: Klatennya. */
export function isKnownName(word: string, names: ReadonlySet<string>): boolean {
  const lower = word.toLowerCase();
  if (word === lower) return false;
  return names.has(lower) || names.has(lower.replace(/(?:nya|lah|pun|['’]s)$/, ''));
}
