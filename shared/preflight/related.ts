/**
 * Rules about links to other stories ("Baca juga", "Berita Terkait", "Berita Terkini").
 *
 * A link keeps the title that is printed: it is part of what the editor signs, and the page prints it to the letter.
 * So a title can't follow its story by itself. Instead a changed headline over there is a finding here, and one key
 * takes the new title in before the story is handed in. A link without a title would print words that nobody signed,
 * and blocks the seal.
 */
import type { Article, RelatedLink } from '../domain/article.ts';
import type { StoryState } from '../domain/workflow.ts';
import type { Facts } from './facts.ts';

interface PlacedLink {
  /** `block:<id>`, `related` or `latest`. */
  readonly where: string;
  readonly link: RelatedLink;
}

/** All links to other stories, in reading order. */
export function relatedLinks(article: Article): readonly PlacedLink[] {
  return [
    ...article.blocks.flatMap((block) =>
      block.kind === 'related' ? [{ where: `block:${block.id}`, link: block.link }] : [],
    ),
    ...article.related.map((link) => ({ where: 'related', link })),
    ...article.latest.map((link) => ({ where: 'latest', link })),
  ];
}

/** States in which no reader finds anything behind the link, and none will. */
export const GONE: ReadonlySet<StoryState> = new Set(['withdrawn', 'spiked']);

/** The title that the linked story has now, where it is another than the one printed here. */
export function newTitle(link: RelatedLink, linked: Facts['linked']): string | null {
  const story = link.story === undefined ? undefined : linked?.get(link.story);
  if (story === undefined || GONE.has(story.state) || story.title === '') return null;
  return story.title === link.title ? null : story.title;
}

/** The article with every link's title as its story has it now. */
export function withNewTitles(article: Article, linked: Facts['linked']): Article {
  const renewed = (link: RelatedLink): RelatedLink => {
    const title = newTitle(link, linked);
    return title === null ? link : { ...link, title };
  };
  return {
    ...article,
    related: article.related.map(renewed),
    latest: article.latest.map(renewed),
    blocks: article.blocks.map((block) => {
      if (block.kind !== 'related') return block;
      const link = renewed(block.link);
      return link === block.link ? block : { ...block, link };
    }),
  };
}

export function untitledLinks(article: Article): readonly string[] {
  return places(article, ({ title }) => title.trim() === '');
}

export function changedTitles(article: Article, { linked }: Facts): readonly string[] {
  return places(article, (link) => newTitle(link, linked) !== null);
}

export function deadLinks(article: Article, { linked }: Facts): readonly string[] {
  return places(article, ({ story }) => {
    const state = story === undefined ? undefined : linked?.get(story)?.state;
    return state !== undefined && GONE.has(state);
  });
}

export function linksToItself(article: Article, { story }: Facts): readonly string[] {
  return story === undefined ? [] : places(article, (link) => link.story === story);
}

function places(article: Article, holds: (link: RelatedLink) => boolean): readonly string[] {
  const found = relatedLinks(article).filter(({ link }) => holds(link));
  return [...new Set(found.map(({ where }) => where))];
}
