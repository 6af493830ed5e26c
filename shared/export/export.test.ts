/** What leaves as text and HTML: every word, in order, and nothing that belongs to us alone. */
import fc from 'fast-check';
import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { articleSchema, emptyArticle, type Article } from '../domain/article.ts';
import { storyWords } from '../domain/story-text/index.ts';
import { cleanStoryHtml } from './clean-html.ts';
import { storyFileName } from './file-name.ts';
import { printMarkdown } from './markdown/markdown.ts';
import { leftOutBlocks } from './parts.ts';
import { renderPrintPage } from './print-page.ts';
import { stateLine } from './state-line.ts';

const article: Article = articleSchema.parse({
  ...emptyArticle(),
  section: 'Berita <Klaten>',
  headline: 'Bupati & tamunya',
  writers: [{ name: 'Laili S' }],
  dateline: {
    form: 'brand-first',
    brand: 'TRIBUNJATENG.COM',
    place: 'KLATEN',
    date: '',
    separator: '-',
  },
  signoffs: [{ short: 'Laili S', code: '***' }],
  related: [{ title: 'Cabai turun', url: 'https://koran.example/cabai' }],
  photoUses: [
    {
      id: 'u1',
      photo: 'a'.repeat(64),
      creditLead: 'Istimewa',
      slug: 'TANDA TANGAN',
      caption: 'Bupati hadir.',
      credit: 'Dok/Humas',
      alt: 'Dua orang',
    },
  ],
  blocks: [
    {
      id: 'b1',
      kind: 'paragraph',
      runs: [
        { text: 'Pemkot ' },
        { text: 'menerima', bold: true },
        { text: ' tamu.', link: 'https://koran.example/a' },
      ],
    },
    { id: 'b2', kind: 'timeline', when: ['2030'] },
    {
      id: 'b3',
      kind: 'table',
      caption: 'Peserta',
      header: true,
      rows: [
        [[{ text: 'Kota' }], [{ text: 'Orang' }]],
        [[{ text: 'Solo' }], [{ text: '12' }]],
      ],
    },
    { id: 'b4', kind: 'embed', url: 'https://x.com/redaksi/status/123456', title: 'Unggahan' },
    { id: 'b5', kind: 'info-box', title: 'Tentang', paragraphs: [[{ text: 'Fakta.' }]] },
    { id: 'b6', kind: 'paragraph', runs: [{ text: '' }] },
    { id: 'b7', kind: 'paragraph', runs: [{ text: 'Acara ditutup.' }] },
  ],
});

function textOf(node: Tree.Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join(' ') : '';
}

describe('clean HTML', () => {
  const { html, text } = cleanStoryHtml(article, 'tribun');
  it('has elements alone: no class, no style, no address of ours', () => {
    expect(html).not.toMatch(/ (?:class|style|id|data-\w+)=|redaksi-|<img/);
    expect(html).toContain('<h1>Bupati &amp; tamunya</h1>');
    expect(html).toContain(
      '<p>Pemkot <strong>menerima</strong><a href="https://koran.example/a"> tamu.</a></p>'.replace(
        '<p>',
        '<p><strong>TRIBUNJATENG.COM, KLATEN -</strong> ',
      ),
    );
  });
  it('says the same words as the text beside it', () => {
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address);
    const words = storyWords([textOf(parseFragment(html)), ...addresses].join(' '));
    expect(storyWords(text).filter((word) => !words.includes(word))).toEqual([]);
    expect(storyWords(text).length).toBeGreaterThan(30);
  });
});

describe('the printed page', () => {
  const page = renderPrintPage({
    article,
    state: 'KONSEP <b>',
    photoAddress: (hash) => `redaksi-media://photo/${hash}?size=preview`,
    storyAddress: () => null,
  });
  it('says every word, its standing and its pictures, and opens no tag from any text', () => {
    const body = textOf(parse(page));
    for (const word of storyWords(
      'Berita Klaten Bupati tamunya Laili Pemkot Peserta Solo 12 Unggahan Fakta Cabai Istimewa Dok KONSEP',
    ))
      expect(storyWords(body)).toContain(word);
    expect(page).toContain('Berita &lt;Klaten&gt;');
    expect(page).toContain('KONSEP &lt;b&gt;');
    expect(page).toMatch(
      /<img srcset="redaksi-media:\/\/photo\/a{64}\?size=preview 1x" alt="Dua orang">/,
    );
    expect(page).not.toContain('<script');
  });
});

it('what a newer Redaksi wrote is named, and an empty line of the manuscript is no paragraph', () => {
  expect(leftOutBlocks(article)).toEqual(['timeline']);
  expect(printMarkdown(article)).not.toContain('timeline');
  expect(printMarkdown(article)).not.toContain('\n\n\n');
});

describe('a file is named by its headline', () => {
  it.each([
    ['Bupati: "Jalan/Desa" <baru>?', 'Bupati Jalan Desa baru.txt'],
    ['', 'naskah.txt'],
    ['../../etc/passwd', 'etc passwd.txt'],
    ['CON', 'naskah CON.txt'],
    ['lpt1.rahasia', 'naskah lpt1.rahasia.txt'],
    ['judul\u202egnp.exe', 'judul gnp.exe.txt'],
    ['   . . ', 'naskah.txt'],
  ])('%s', (headline, name) => {
    expect(storyFileName(headline, 'txt', 'naskah')).toBe(name);
  });
  it('whatever the headline, on every system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (headline) => {
        const name = storyFileName(headline, 'docx', 'naskah');
        expect(name).toMatch(/^[^\\/:*?"<>|\p{C}.][^\\/:*?"<>|\p{C}]*\.docx$/u);
        expect(name.length).toBeLessThan(260);
      }),
    );
  });
});

it('a page says whether it is a draft, who signed it, or that it changed since', () => {
  const seal = { at: '2025-06-24T07:03:00.000Z', content: 'c'.repeat(64) };
  const by = { seal, sealedBy: 'M Zainal Arifin' };
  expect(stateLine({ seal: null, sealedBy: null, content: 'x' }, 'id')).toBe('KONSEP');
  expect(stateLine({ ...by, content: 'd'.repeat(64) }, 'en')).toBe(
    'DRAFT · changed after sign-off',
  );
  expect(stateLine({ ...by, content: seal.content }, 'id')).toBe(
    'Disetujui M Zainal Arifin, Selasa, 24 Juni 2025 14.03 WIB · cccccccc',
  );
});
