import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { fullArticle, sampleArticle } from '../../tests/fixtures/sample-article.ts';
import { SAMPLE_ORIGIN, SAMPLE_SITE, samplePage } from '../../tests/fixtures/sample-page.ts';
import type { Article } from '../domain/article.ts';
import type { StoryId } from '../domain/ids.ts';
import { renderFeed, renderNewsSitemap, type FeedStory } from './feeds.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => ['item', 'url', 'category', 'dc:creator', 'media:content'].includes(name),
});
/** Parsed by a real XML parser, which first says whether it is XML at all. */
function parsed(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml);
}

function feedStory(article: Article): FeedStory {
  const { url, firstPublishedAt, publishedAt, photoSource } = samplePage(article);
  const story = '019789ab-0000-7000-8000-000000000001' as StoryId;
  return { story, article, url, firstPublishedAt, publishedAt, photoSource };
}

const feed = (articles: readonly Article[]) => ({
  site: SAMPLE_SITE,
  origin: SAMPLE_ORIGIN,
  timeZone: 'Asia/Jakarta',
  stories: articles.map(feedStory),
});

describe('the feed', () => {
  const { rss } = parsed(renderFeed(feed([fullArticle()])));

  it('names the site and its own address', () => {
    expect(rss['@_version']).toBe('2.0');
    expect(rss.channel).toMatchObject({
      title: 'TribunJateng.com',
      link: `${SAMPLE_ORIGIN}/tribun-jateng/`,
      language: 'id',
      lastBuildDate: 'Tue, 24 Jun 2025 12:00:00 +0000',
      'atom:link': { '@_href': `${SAMPLE_ORIGIN}/tribun-jateng/rss.xml`, '@_rel': 'self' },
    });
  });

  it('carries a story with its writers, its section and tags, and its pictures with credit', () => {
    const [item] = rss.channel.item;
    expect(item).toMatchObject({
      title: sampleArticle().headline,
      link: samplePage(sampleArticle()).url,
      guid: { '#text': 'urn:uuid:019789ab-0000-7000-8000-000000000001', '@_isPermaLink': 'false' },
      pubDate: 'Tue, 24 Jun 2025 12:00:00 +0000',
      description: sampleArticle().deck,
      'dc:creator': ['Laili Shofiyah', 'Budi Susanto'],
      category: ['Berita Klaten', 'Klaten', 'sister city', 'Nanjing'],
    });
    expect(item['media:content']).toHaveLength(2);
    expect(item['media:content'][0]).toMatchObject({
      '@_type': 'image/jpeg',
      '@_width': '1200',
      '@_height': '800',
      'media:title': 'TANDATANGAN KERJASAMA',
      'media:credit': 'Dok/Prokopim Setda Klaten',
    });
  });

  it('is XML for any text, and says the same words', () => {
    const headline = 'A & B <script>"kutip" \u0001 ]]> 😀 é';
    const { rss } = parsed(renderFeed(feed([{ ...sampleArticle(), headline }])));
    expect(rss.channel.item[0].title).toBe(headline.replace('\u0001', '\uFFFD'));
  });

  it('is a feed also without stories', () => {
    expect(parsed(renderFeed(feed([]))).rss.channel.title).toBe('TribunJateng.com');
  });
});

describe('the news sitemap', () => {
  it('names address, time with zone, and headline', () => {
    const { urlset } = parsed(renderNewsSitemap(feed([sampleArticle()])));
    expect(urlset.url).toEqual([
      {
        loc: samplePage(sampleArticle()).url,
        'news:news': {
          'news:publication': { 'news:name': 'TribunJateng.com', 'news:language': 'id' },
          'news:publication_date': '2025-06-24T19:00:00+07:00',
          'news:title': sampleArticle().headline,
        },
      },
    ]);
  });
});
