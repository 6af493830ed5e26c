import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleArticle } from '../../tests/fixtures/sample-article.ts';
import type { SiteId } from '../domain/ids.ts';
import { renditionWidths, storyPath, storySlug } from './paths.ts';

describe('the slug of a story', () => {
  it.each([
    [
      sampleArticle().headline,
      'bentuk-pertukaran-persahabatan-klaten-gaet-nanjing-rrc-jadi-sister-city',
    ],
    ['Salat Jum’at di Masjid Agung', 'salat-jumat-di-masjid-agung'],
    ['Café Klaten: Harga Rp1.500.000, “Murah”?', 'cafe-klaten-harga-rp1-500-000-murah'],
    ['  --Dua   Spasi--  ', 'dua-spasi'],
    ['南靖', 'berita'],
    ['', 'berita'],
  ])('of %j is %j', (headline, slug) => {
    expect(storySlug(headline)).toBe(slug);
  });

  it('ends at a word, within 80 characters, and one endless word is cut', () => {
    expect(storySlug('kata '.repeat(50))).toBe(Array(16).fill('kata').join('-'));
    expect(storySlug('a'.repeat(300))).toHaveLength(80);
  });

  it('is a part of an address that needs no escaping, for any headline', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (headline) => {
        expect(storySlug(headline)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(storySlug(headline)).toBe(storySlug(headline));
      }),
    );
  });
});

describe('the path of a story', () => {
  const story = {
    site: 'klaten' as SiteId,
    headline: 'Panen Raya',
    firstPublishedAt: '2025-06-24T17:30:00.000Z',
    timeZone: 'Asia/Jakarta',
  };

  it('has the date of the newsroom’s calendar', () => {
    expect(storyPath(story)).toBe('/klaten/2025/06/25/panen-raya');
    expect(storyPath({ ...story, timeZone: 'UTC' })).toBe('/klaten/2025/06/24/panen-raya');
  });

  it('gives way to a story that was there first', () => {
    const taken = new Set(['/klaten/2025/06/25/panen-raya', '/klaten/2025/06/25/panen-raya-2']);
    expect(storyPath(story, (path) => taken.has(path))).toBe('/klaten/2025/06/25/panen-raya-3');
  });
});

describe('the sizes of a photo', () => {
  it('are never larger than the photo', () => {
    expect(renditionWidths(1600)).toEqual([320, 640, 960, 1200]);
    expect(renditionWidths(4000)).toEqual([320, 640, 960, 1200, 1920]);
    expect(renditionWidths(200)).toEqual([200]);
  });
});
