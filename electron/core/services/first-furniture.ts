/** A new story's furniture, filled in from who writes, at which desk, for which site. */
import { emptyArticle, type Article } from '#shared/domain/article.ts';
import type { Desk, Person, Site } from '#shared/domain/roles.ts';

export interface FurnitureFrom {
  readonly person: Person;
  readonly desk: Desk;
  readonly site: Site;
  readonly year: number;
}

export function firstArticle({ person, desk, site, year }: FurnitureFrom): Article {
  return {
    ...emptyArticle(),
    language: site.language,
    section: desk.section,
    writers: [{ name: person.fullName, person: person.id }],
    dateline: {
      form: 'brand-first',
      brand: site.datelineBrand,
      place: desk.datelinePlace,
      date: '',
      separator: site.datelineSeparator.trim() === '' ? '-' : site.datelineSeparator.trim(),
    },
    signoffs: [{ short: person.shortName, code: person.signoffCode }],
    source: site.sourceName,
    copyright: site.copyrightTemplate.replaceAll('{year}', String(year)),
  };
}
