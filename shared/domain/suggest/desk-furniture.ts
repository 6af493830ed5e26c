/** What a desk and its site print on every story: filled in when a story begins, offered when another desk takes it. */
import type { Article, Furniture } from '../article.ts';
import type { Desk, Site } from '../roles.ts';

export type DeskFurniture = Pick<
  Furniture,
  'language' | 'section' | 'dateline' | 'source' | 'copyright'
>;

export function deskFurniture(desk: Desk, site: Site, year: number): DeskFurniture {
  return {
    language: site.language,
    section: desk.section,
    dateline: {
      form: 'brand-first',
      brand: site.datelineBrand,
      place: desk.datelinePlace,
      date: '',
      separator: site.datelineSeparator.trim() === '' ? '-' : site.datelineSeparator.trim(),
    },
    source: site.sourceName,
    copyright: site.copyrightTemplate.replaceAll('{year}', String(year)),
  };
}

/** What of it stands differently in a story. Order and date of a dateline are the writer's; an old year stays. */
export function differingFurniture(
  article: Pick<Article, keyof DeskFurniture>,
  wanted: DeskFurniture,
): Partial<DeskFurniture> {
  const differs: Partial<Record<keyof DeskFurniture, unknown>> = {};
  for (const field of ['language', 'section', 'source'] as const)
    if (article[field] !== wanted[field]) differs[field] = wanted[field];
  const withoutYear = (text: string): string => text.replaceAll(/\b(?:19|20)\d{2}\b/g, '');
  if (withoutYear(article.copyright) !== withoutYear(wanted.copyright))
    differs.copyright = wanted.copyright;
  const { dateline } = article;
  if (
    dateline === null ||
    dateline.brand !== wanted.dateline?.brand ||
    dateline.place !== wanted.dateline.place ||
    dateline.separator !== wanted.dateline.separator
  )
    differs.dateline =
      dateline === null || wanted.dateline === null
        ? wanted.dateline
        : { ...wanted.dateline, form: dateline.form, date: dateline.date };
  return differs as Partial<DeskFurniture>;
}
