import { readFileSync } from 'node:fs';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { fullArticle, sampleArticle } from '../../tests/fixtures/sample-article.ts';
import { SAMPLE_SITE, samplePage } from '../../tests/fixtures/sample-page.ts';
import { emptyArticle } from '../domain/article.ts';
import type { BlockId, StoryId } from '../domain/ids.ts';
import { readStoryPage } from './read-back/reading.ts';
import { renderWithdrawnPage } from './front-page.ts';
import { renderDraftPage, renderStoryPage } from './story-page.ts';

const SAMPLE_TEXT = readFileSync(
  new URL('../../tests/fixtures/klaten-nanjing.txt', import.meta.url),
  'utf8',
);

type Element = DefaultTreeAdapterTypes.Element;
function elements(html: string): readonly Element[] {
  const walk = (node: DefaultTreeAdapterTypes.Node): Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ];
  return walk(parse(html));
}
function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  const spaced = ['p', 'h1', 'h2', 'li', 'br', 'img', 'figure'].includes(node.nodeName) ? ' ' : '';
  return 'childNodes' in node ? spaced + node.childNodes.map(textOf).join('') + spaced : '';
}
const attribute = (element: Element | undefined, name: string) =>
  element?.attrs.find((entry) => entry.name === name)?.value;
const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

describe('the page of the sample story', () => {
  const html = renderStoryPage(samplePage(sampleArticle()));
  const reading = readStoryPage(html);

  it('carries the words of the newsroom’s own text, all of them and in their order', () => {
    const [story] = elements(html).filter(({ tagName }) => tagName === 'article');
    const [copyright] = elements(html).filter(
      (element) => attribute(element, 'class') === 'copyright',
    );
    const printed = story && copyright ? textOf(story) + textOf(copyright) : '';
    const from = SAMPLE_TEXT.indexOf('Berita Klaten');
    const original = SAMPLE_TEXT.slice(from)
      .replace(/Berita Terkait\s+Ikuti kami di\s+AA\s+Berita Terkini/, '')
      // The page says when; the text did not.
      .replace('M Zainal Arifin', 'M Zainal Arifin Selasa, 24 Juni 2025 19.00 WIB');
    expect(words(printed)).toEqual(words(original));
  });

  it('has every field where a reader expects it', () => {
    expect(reading).toMatchObject({
      language: 'id',
      siteName: 'TribunJateng.com',
      section: 'Berita Klaten',
      headline: 'Bentuk Pertukaran Persahabatan, Klaten Gaet Nanjing RRC Jadi Sister City',
      byline: 'Penulis: Laili Shofiyah | Editor: M Zainal Arifin',
      writers: ['Laili Shofiyah'],
      editors: ['M Zainal Arifin'],
      published: { datetime: '2025-06-24T12:00:00.000Z', text: 'Selasa, 24 Juni 2025 19.00 WIB' },
      updated: null,
      dateline: 'TRIBUNJATENG.COM, KLATEN -',
      signoff: '(Laili S/***)',
      source: 'Tribun Jateng',
      tags: [],
      related: [],
      latest: [],
    });
    expect(reading.leadPhotos).toEqual([
      {
        src: expect.stringMatching(/^\/tribun-jateng\/photo\/(?:a1){32}-1200\.jpg$/),
        alt: 'Dua pejabat berdampingan memegang map dokumen di depan bendera dua negara',
        creditLead: 'Istimewa',
        slug: 'TANDATANGAN KERJASAMA',
        caption: expect.stringMatching(/^Bupati Klaten, .* sebagai sister city\.$/),
        credit: 'Dok/Prokopim Setda Klaten',
        line: expect.stringMatching(
          /^TANDATANGAN KERJASAMA: Bupati .* sister city\. \(Dok\/Prokopim Setda Klaten\)$/,
        ),
      },
    ]);
    expect(
      reading.blocks.map(({ kind }) => kind).filter((kind) => kind === 'paragraph'),
    ).toHaveLength(12);
    expect(reading.blocks[6]).toEqual({
      kind: 'related',
      label: 'Baca juga',
      link: { title: expect.stringMatching(/^Selamatkan Generasi/), href: '' },
    });
    expect(reading.copyright).toBe(sampleArticle().copyright);
  });

  it('runs the dateline into the first paragraph and sets the sign-off one space after the last', () => {
    const paragraphs = elements(html)
      .filter((element) => attribute(element, 'class') === 'paragraph')
      .map((element) => textOf(element).trim());
    expect(paragraphs[0]).toMatch(/^TRIBUNJATENG\.COM, KLATEN - Pemerintah Kabupaten/);
    expect(paragraphs.at(-1)).toMatch(/Cina," pungkasnya\. \(Laili S\/\*\*\*\)$/);
  });

  it('hides the headings of empty lists', () => {
    expect(html).not.toContain('Berita Terkait');
    expect(html).not.toContain('Berita Terkini');
    expect(html).not.toContain('Tag:');
  });

  it('tells search engines the same story', () => {
    expect(reading.structured).toMatchObject({
      '@type': 'NewsArticle',
      headline: sampleArticle().headline,
      articleSection: 'Berita Klaten',
      dateline: 'TRIBUNJATENG.COM, KLATEN -',
      inLanguage: 'id',
      datePublished: '2025-06-24T19:00:00+07:00',
      dateModified: '2025-06-24T19:00:00+07:00',
      author: [{ '@type': 'Person', name: 'Laili Shofiyah' }],
      editor: [{ '@type': 'Person', name: 'M Zainal Arifin' }],
      image: [{ width: 1200, height: 800, creditText: 'Dok/Prokopim Setda Klaten' }],
      publisher: { name: 'TribunJateng.com' },
      mainEntityOfPage: { '@id': samplePage(sampleArticle()).url },
    });
  });

  it('tells shared links the same story', () => {
    const meta = (name: string) => reading.metas.get(name)?.[0];
    expect(meta('og:title')).toBe(sampleArticle().headline);
    expect(meta('og:description')).toBe(sampleArticle().deck);
    expect(meta('og:url')).toBe(reading.canonical);
    expect(meta('og:image')).toMatch(
      /^http:\/\/127\.0\.0\.1:4310\/tribun-jateng\/photo\/.*-1200\.jpg$/,
    );
    expect(meta('article:published_time')).toBe('2025-06-24T19:00:00+07:00');
    expect(meta('twitter:card')).toBe('summary_large_image');
    expect(meta('robots')).toBe('max-image-preview:large');
  });

  it('gives shared links the headline for social media, where the story has one', () => {
    const article = { ...sampleArticle(), socialHeadline: 'Klaten punya kota kembar di Cina?' };
    const metas = readStoryPage(renderStoryPage(samplePage(article))).metas;
    expect(metas.get('og:title')).toEqual(['Klaten punya kota kembar di Cina?']);
    expect(metas.get('twitter:title')).toEqual(['Klaten punya kota kembar di Cina?']);
  });
});

describe('a page with everything', () => {
  const article = fullArticle();
  const page = samplePage(article, { updatedAt: '2025-06-25T02:05:00.000Z' });
  const html = renderStoryPage(page);
  const reading = readStoryPage(html);

  it('keeps every kind of block, in order, with its look', () => {
    expect(reading.blocks.map(({ kind }) => kind)).toEqual(article.blocks.map(({ kind }) => kind));
    expect(reading.blocks[12]).toEqual({
      kind: 'paragraph',
      runs: (article.blocks[12] as { runs: unknown }).runs,
    });
  });

  it('says when it was updated and keeps the first date', () => {
    expect(reading.updated?.text).toBe('Rabu, 25 Juni 2025 09.05 WIB');
    expect(reading.structured).toMatchObject({
      datePublished: '2025-06-24T19:00:00+07:00',
      dateModified: '2025-06-25T09:05:00+07:00',
    });
  });

  it('names several writers with commas, and each one to search engines', () => {
    expect(reading.byline).toBe('Penulis: Laili Shofiyah, Budi Susanto | Editor: M Zainal Arifin');
    expect(reading.structured?.['author']).toHaveLength(2);
  });

  it('fetches nothing from elsewhere, runs no script and styles nothing inline', () => {
    const fetched = elements(html).flatMap((element) => {
      const rel = attribute(element, 'rel');
      const link = element.tagName === 'link' && (rel === 'stylesheet' || rel === 'icon');
      const names = link ? ['href'] : ['src', 'srcset', 'data', 'poster'];
      return names.flatMap((name) => attribute(element, name) ?? []);
    });
    expect(fetched.length).toBeGreaterThan(4);
    for (const address of fetched) {
      for (const one of address.split(', ')) expect(one).toMatch(/^\/[a-z]/);
    }
    const scripts = elements(html).filter(({ tagName }) => tagName === 'script');
    expect(scripts.map((script) => attribute(script, 'type'))).toEqual(['application/ld+json']);
    const risky = elements(html).flatMap(({ attrs }) =>
      attrs.filter(({ name }) => /^on|^style$/.test(name)),
    );
    expect(risky).toEqual([]);
  });

  it('reserves the place of every picture, and lets the browser choose its size', () => {
    const images = elements(html).filter(({ tagName }) => tagName === 'img');
    expect(images).toHaveLength(2);
    for (const image of images) {
      expect(attribute(image, 'width')).toBe('1600');
      expect(attribute(image, 'height')).toBe('1067');
      expect(attribute(image, 'srcset')).toMatch(/-320\.jpg 320w, .*-1200\.jpg 1200w$/);
      expect(attribute(image, 'alt')).not.toBe('');
    }
    expect(images.map((image) => attribute(image, 'loading') ?? 'eager')).toEqual([
      'eager',
      'lazy',
    ]);
  });

  it('has landmarks, one headline, and ids that are unique', () => {
    const tags = elements(html).map(({ tagName }) => tagName);
    const outline = tags.filter((tag) =>
      /^(?:header|main|article|h[1-6]|figure|blockquote|nav|footer)$/.test(tag),
    );
    expect(outline).toEqual(
      'header main article header h1 figure h2 blockquote h3 figure nav h2 nav h2 footer'.split(
        ' ',
      ),
    );
    const ids = elements(html).flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what a page does with unusual articles', () => {
  const story = 's1' as StoryId;
  const blocks = [
    { id: 'a' as BlockId, kind: 'list' as const, ordered: true, items: [[{ text: 'satu' }]] },
  ];

  it('sets dateline and sign-off on lines of their own where no paragraph can carry them', () => {
    const article = { ...sampleArticle(), blocks };
    const reading = readStoryPage(renderStoryPage(samplePage(article)));
    expect(reading.dateline).toBe('TRIBUNJATENG.COM, KLATEN -');
    expect(reading.signoff).toBe('(Laili S/***)');
  });

  it('links to a story of ours where it is live, under the title that was sealed', () => {
    const related = [{ title: 'Judul tersegel', story }];
    const article = { ...sampleArticle(), related };
    const storyLink = () => ({ title: 'Judul baru', url: 'http://127.0.0.1:4310/x/2025/06/24/y' });
    const reading = readStoryPage(renderStoryPage(samplePage(article, { storyLink })));
    expect(reading.related).toEqual([
      { title: 'Judul tersegel', href: 'http://127.0.0.1:4310/x/2025/06/24/y' },
    ]);
  });

  it('speaks English where the article does', () => {
    const article = { ...fullArticle(), language: 'en' as const };
    const reading = readStoryPage(renderStoryPage(samplePage(article)));
    expect(reading.byline).toBe('Writer: Laili Shofiyah, Budi Susanto | Editor: M Zainal Arifin');
    expect(reading.published.text).toBe('Tuesday, 24 June 2025 19:00 WIB');
  });

  it('prints the site’s copyright line where the article has none', () => {
    const html = renderStoryPage(samplePage({ ...sampleArticle(), copyright: '' }));
    expect(readStoryPage(html).copyright).toBe('© 2025 Tribun Jateng');
  });

  it('renders an article that is empty', () => {
    expect(readStoryPage(renderStoryPage(samplePage(emptyArticle()))).headline).toBe('');
  });

  it('never lets text become markup or an address become script', () => {
    const nasty = '</script><script>alert(1)</script><img src=x onerror=alert(2)>';
    const article = {
      ...sampleArticle(),
      headline: nasty,
      deck: nasty,
      tags: [nasty],
      related: [{ title: nasty, url: 'javascript:alert(3)' }],
      blocks: [
        {
          id: 'a' as BlockId,
          kind: 'paragraph' as const,
          runs: [{ text: nasty, link: 'javascript:alert(4)' }],
        },
      ],
    };
    const html = renderStoryPage(samplePage(article));
    expect(elements(html).filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
    expect(elements(html).filter((element) => attribute(element, 'onerror') !== undefined)).toEqual(
      [],
    );
    expect(
      elements(html).flatMap((element) => attribute(element, 'href') ?? []),
    ).not.toContainEqual(expect.stringContaining('javascript:'));
    expect(readStoryPage(html).headline).toBe(nasty);
    expect(readStoryPage(html).structured?.['headline']).toBe(nasty);
  });
});

describe('a preview', () => {
  const draft = samplePage(sampleArticle(), {
    photoSource: () => ({
      width: 10,
      height: 10,
      renditions: [{ url: '/photo/x', width: 10, mediaType: 'image/jpeg' }],
    }),
  });
  const html = renderDraftPage(draft);

  it('shows the same story under a banner, and stands alone', () => {
    const published = readStoryPage(renderStoryPage(draft));
    const preview = readStoryPage(html);
    expect(html).toContain('Berita ini belum terbit.');
    expect(preview.blocks).toEqual(published.blocks);
    expect(preview.leadPhotos).toEqual(published.leadPhotos);
    expect(elements(html).filter(({ tagName }) => tagName === 'link')).toEqual([]);
    expect(elements(html).filter(({ tagName }) => tagName === 'style')).toHaveLength(1);
  });

  it('says so where a photo is missing, and keeps its caption', () => {
    const without = renderDraftPage({ ...draft, photoSource: () => null });
    expect(without).toContain('Foto belum dilampirkan');
    expect(readStoryPage(without).leadPhotos[0]?.line).toMatch(/^TANDATANGAN KERJASAMA: /);
  });
});

describe('a withdrawn story', () => {
  const html = renderWithdrawnPage({
    site: SAMPLE_SITE,
    language: 'id',
    headline: sampleArticle().headline,
    withdrawnAt: '2025-06-25T02:00:00.000Z',
    reason: 'data jabatan narasumber keliru & belum terverifikasi.',
    editor: 'M Zainal Arifin',
    timeZone: 'Asia/Jakarta',
  });

  it('says when, why and who answers for it, and nothing of the story', () => {
    const text = words(textOf(parse(html))).join(' ');
    expect(text).toContain(
      'Berita ini dicabut pada Rabu, 25 Juni 2025 09.00 WIB karena data jabatan narasumber keliru & belum terverifikasi.',
    );
    expect(text).toContain('Penanggung jawab: M Zainal Arifin');
    expect(text).not.toContain('Nur Tjahjono');
    expect(elements(html).filter(({ tagName }) => tagName === 'img')).toEqual([]);
    expect(html).toContain('<meta name="robots" content="noindex">');
  });
});
