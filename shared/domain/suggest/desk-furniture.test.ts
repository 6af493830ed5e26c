import { describe, expect, it } from 'vitest';
import { emptyArticle } from '../article.ts';
import { deskIdSchema, siteIdSchema } from '../ids.ts';
import type { Desk, Site } from '../roles.ts';
import { deskFurniture, differingFurniture } from './desk-furniture.ts';

const site: Site = {
  id: siteIdSchema.parse('tribun-jateng'),
  name: 'Tribun Jateng',
  datelineBrand: 'TRIBUNJATENG.COM',
  datelineSeparator: ' - ',
  sourceName: 'Tribun Jateng',
  language: 'id',
  copyrightTemplate: '© {year} Tribun Jateng',
};
const desk = (id: string, name: string): Desk => ({
  id: deskIdSchema.parse(id),
  name,
  site: site.id,
  datelinePlace: name.toUpperCase(),
  section: `Berita ${name}`,
});
const klaten = deskFurniture(desk('klaten', 'Klaten'), site, 2025);

describe('the furniture of a desk', () => {
  it('opens the story with brand and place, and closes it with source and year', () => {
    expect(klaten).toEqual({
      language: 'id',
      section: 'Berita Klaten',
      dateline: {
        form: 'brand-first',
        brand: 'TRIBUNJATENG.COM',
        place: 'KLATEN',
        date: '',
        separator: '-',
      },
      source: 'Tribun Jateng',
      copyright: '© 2025 Tribun Jateng',
    });
  });

  it('differs in nothing from a story that was filled in by it, also in a later year', () => {
    const article = { ...emptyArticle(), ...klaten };
    expect(differingFurniture(article, klaten)).toEqual({});
    const later = deskFurniture(desk('klaten', 'Klaten'), site, 2027);
    expect(differingFurniture(article, later)).toEqual({});
  });

  it('of another desk differs in place and section only, and keeps the order of the dateline', () => {
    const { dateline } = klaten;
    const article = {
      ...emptyArticle(),
      ...klaten,
      dateline: dateline && { ...dateline, form: 'place-first' as const },
    };
    expect(differingFurniture(article, deskFurniture(desk('solo', 'Solo'), site, 2025))).toEqual({
      section: 'Berita Solo',
      dateline: { ...dateline, place: 'SOLO', form: 'place-first' },
    });
  });
});
