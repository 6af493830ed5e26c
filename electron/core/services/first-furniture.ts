/** A new story's furniture, filled in from who writes, at which desk, for which site. */
import { emptyArticle, type Article } from '#shared/domain/article.ts';
import type { Desk, Person, Site } from '#shared/domain/roles.ts';
import { deskFurniture } from '#shared/domain/suggest/desk-furniture.ts';
import { bylineFrom, signoffOf } from '#shared/domain/suggest/people.ts';

export interface FurnitureFrom {
  readonly person: Person;
  readonly desk: Desk;
  readonly site: Site;
  readonly year: number;
}

export function firstArticle({ person, desk, site, year }: FurnitureFrom): Article {
  return {
    ...emptyArticle(),
    ...deskFurniture(desk, site, year),
    writers: [bylineFrom(person)],
    signoffs: [signoffOf(person)],
  };
}
