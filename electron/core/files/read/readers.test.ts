/** Text, Markdown and HTML files, good and bad: every word counted, every refusal with its reason. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { articleSchema } from '#shared/domain/article.ts';
import { printStoryText, storyWords } from '#shared/domain/story-text/index.ts';
import { printMarkdown } from '#shared/export/markdown/markdown.ts';
import type { ReadFile } from '../jobs.ts';
import { articles } from '../testing/articles.ts';
import { bytesOf, read, refusal } from '../testing/reading.ts';
import { paragraph, run, wordFile } from '../testing/word-file.ts';

vi.setConfig({ testTimeout: 120_000 });

function kept({ article, leftOver }: ReadFile): readonly string[] {
  const text = [
    printStoryText(article),
    ...article.photoUses.map((use) => use.alt),
    ...leftOver.map((left) => left.text),
  ];
  return storyWords(text.join('\n')).toSorted();
}

function missing(wanted: readonly string[], found: readonly string[]): readonly string[] {
  const left = [...found];
  return wanted.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** HTML put together beside the list of its words. */
const word = fc.constantFrom(
  'warga',
  'desa',
  'Klaten',
  'jalan',
  'Rp5.000',
  'naïve',
  'سلام',
  '工作',
  '😀',
);
interface Page {
  readonly html: string;
  readonly words: readonly string[];
}
const joined = (pages: readonly Page[], open = '', close = ''): Page => ({
  html: `${open}${pages.map(({ html }) => html).join(' ')}${close}`,
  words: pages.flatMap(({ words }) => words),
});
const { page } = fc.letrec<{ page: Page; inline: Page; block: Page }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word.map((text) => ({ html: text, words: storyWords(text) })),
    fc
      .tuple(
        fc.constantFrom(
          'b',
          'i',
          'em',
          'strong',
          'span',
          'u',
          'a href="https://a.example/x"',
          'a href="javascript:alert(1)"',
          'small',
          'custom-word',
        ),
        fc.array(tie('inline'), { maxLength: 3 }),
      )
      .map(([tag, inside]) => joined(inside, `<${tag}>`, `</${tag.split(' ')[0]}>`)),
    fc.constant({ html: '<br>', words: [] }),
    fc.constant({ html: '&nbsp;&amp;&ndash;', words: [] }),
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .tuple(
        fc.constantFrom(
          'p',
          'div',
          'h2',
          'h4',
          'blockquote',
          'section',
          'address',
          'pre',
          'td-less',
        ),
        fc.array(tie('inline'), { minLength: 1, maxLength: 4 }),
      )
      .map(([tag, inside]) => joined(inside, `<${tag}>`, `</${tag}>`)),
    fc.array(tie('inline'), { minLength: 1, maxLength: 3 }).map((items) =>
      joined(
        items.map((each) => joined([each], '<li>', '</li>')),
        '<ul>',
        '</ul>',
      ),
    ),
    fc
      .tuple(tie('inline'), tie('block'))
      .map(([first, inner]) => joined([joined([first, inner], '<li>', '</li>')], '<ol>', '</ol>')),
    fc
      .array(fc.array(tie('inline'), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((rows) =>
        joined(
          rows.map((cells) =>
            joined(
              cells.map((each) => joined([each], '<td>', '</td>')),
              '<tr>',
              '</tr>',
            ),
          ),
          '<table>',
          '</table>',
        ),
      ),
    fc
      .tuple(tie('inline'), tie('block'))
      .map(([caption, inner]) =>
        joined(
          [inner, joined([caption], '<figcaption>', '</figcaption>')],
          '<figure>',
          '</figure>',
        ),
      ),
    fc.array(tie('block'), { maxLength: 3 }).map((inside) => joined(inside, '<div>', '</div>')),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 2 })
      .map((inside) => joined(inside, '<blockquote>', '</blockquote>')),
    tie('inline').map((each) => ({
      html: `<p style="display:none">${each.html}</p>`,
      words: each.words,
    })),
    fc.constant({
      html: '<script>var rahasia = 1</script><style>p{}</style><!-- catatan --><hr>',
      words: [],
    }),
  ),
  page: fc
    .array(fc.oneof(tie('block'), tie('inline')), { minLength: 1, maxLength: 6 })
    .map((parts) => joined(parts)),
})) as { page: fc.Arbitrary<Page> };

test('no word of a page is lost: it is in the story or told, whatever the page is built of', async () => {
  await fc.assert(
    fc.asyncProperty(page, async ({ html, words }) => {
      fc.pre(words.length > 0);
      const file = await read(html, 'html');
      expect(missing(words, kept(file)), html).toEqual([]);
      expect(articleSchema.safeParse(file.article).error).toBeUndefined();
      expect(JSON.stringify(file.article)).not.toMatch(/rahasia|catatan|javascript:/);
    }),
    { numRuns: Number(process.env['FILES_RUNS'] ?? 200) },
  );
});

test('what a page hides is told, in a paragraph, a list, a quotation or a cell, and never in the story', async () => {
  const hidden = '<span style="display: none">rahasia</span>';
  const pages = [
    `<p>kata ${hidden}</p>`,
    `<div hidden>rahasia</div><p>kata</p>`,
    `<ul><li>kata ${hidden}</li></ul>`,
    `<blockquote><p>kata ${hidden}</p></blockquote>`,
    `<table><tr><td>kata ${hidden}</td><td>dua</td></tr></table>`,
  ];
  for (const html of pages) {
    const { article, leftOver } = await read(html, 'html');
    expect(leftOver, html).toEqual([{ text: 'rahasia', why: 'hidden' }]);
    expect(JSON.stringify(article), html).not.toContain('rahasia');
  }
});

/** Lines of a newsroom's page, in any order and any number: what the story-text parser has an opinion on. */
const STORY_LINES = [
  '<p>Berita Klaten</p>',
  '<h1>Bupati Klaten Terima Tamu dari Nanjing</h1>',
  '<p>Bupati Klaten Terima Tamu dari Nanjing</p>',
  '<p>Penulis: Laili Shofiyah | Editor: M Zainal Arifin</p>',
  '<p><b>TRIBUNJATENG.COM, KLATEN</b> - Pemkot <i>Klaten</i> menerima tamu pada Selasa (24/6/2025).</p>',
  '<p>Kalimat biasa dengan <a href="https://a.example/x">tautan</a> di dalamnya.</p>',
  '<p>"Kami senang," ujar Bupati. (Laili S/***)</p>',
  '<p>Baca juga: Harga Cabai Turun Lagi di Pasar Gondang</p>',
  '<p><b>Baca juga</b></p><p>Jembatan Baru Dibuka untuk Umum Hari Ini</p>',
  '<h2>Bertukar pelajar</h2>',
  '<ul><li>beasiswa penuh</li><li>magang</li></ul>',
  '<ol><li>satu</li><li>dua <ul><li>dua setengah</li></ul></li></ol>',
  '<table><tr><td>Solo</td><td>12</td></tr></table>',
  '<blockquote>Jalan desa itu jalan kita.</blockquote>',
  '<img src="https://a.example/foto.jpg" alt="Dua orang">',
  '<p>Istimewa</p><p>TANDATANGAN KERJASAMA: Bupati dan tamunya. (Dok/Prokopim Setda)</p>',
  '<p>Sumber: Tribun Jateng</p>',
  '<p>Tags: Klaten, Nanjing</p>',
  '<p>Berita Terkait</p><ul><li>Harga Beras Naik di Tiga Pasar Besar</li><li>Kereta Uap Kembali Berjalan Pekan Ini</li></ul>',
  '<p>© 2025 Tribun Jateng</p>',
  '<p>1. Nomor yang diketik sendiri</p>',
  '<p>Ikuti kami di WhatsApp</p>',
];

const anyLines = fc.array(fc.constantFrom(...STORY_LINES), { minLength: 4, maxLength: 16 });
/** Half of the pages open as a story does, so that its words are filed and not only read. */
const newsroomPage = fc.oneof(
  anyLines,
  anyLines.map((lines) => [
    '<h1>Bupati Klaten Terima Tamu dari Nanjing</h1>',
    '<p>Penulis: Laili Shofiyah | Editor: M Zainal Arifin</p>',
    '<p><b>TRIBUNJATENG.COM, KLATEN</b> - Pemkot <i>Klaten</i> menerima tamu pada Selasa (24/6/2025).</p>',
    ...lines,
  ]),
);

test('no word of a newsroom’s page is lost to its furniture, whatever stands where', async () => {
  let filedByWords = 0;
  await fc.assert(
    fc.asyncProperty(newsroomPage, async (lines) => {
      const html = lines.join('\n');
      const words = storyWords(
        html.replaceAll(/<img[^>]*>/g, 'Dua orang').replaceAll(/<[^>]*>/g, ' '),
      );
      const file = await read(html, 'html');
      expect(missing(words, kept(file)), html).toEqual([]);
      expect(articleSchema.safeParse(file.article).error).toBeUndefined();
      if (file.article.dateline !== null && file.article.writers.length > 0) filedByWords += 1;
    }),
    { numRuns: Number(process.env['FILES_RUNS'] ?? 200) },
  );
  expect(filedByWords).toBeGreaterThan(20);
});

test('no word of any text is lost in Markdown: signs of its own, but never a word', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          word,
          fc.constantFrom(
            '#',
            '>',
            '-',
            '1.',
            '|',
            '|---|',
            '**',
            '_',
            '`',
            '[a](b)',
            '![x](y.jpg)',
            '[q]: z',
            '<b>',
            '\n',
            '\n\n',
            '    ',
            '---',
          ),
        ),
        { minLength: 1, maxLength: 30 },
      ),
      async (parts) => {
        const text = parts.join(' ');
        const words = parts
          .filter((part) => /[\p{L}\p{N}]/u.test(part) && !/[[<1]/.test(part))
          .flatMap(storyWords);
        fc.pre(words.length > 0);
        const file = await read(text, 'md');
        expect(missing(words, kept(file)), text).toEqual([]);
      },
    ),
    { numRuns: Number(process.env['FILES_RUNS'] ?? 200) },
  );
});

test('what any file is turned into, the readers answer with a story or with a reason', async () => {
  const whole = await wordFile({ body: paragraph(run('kata yang utuh')) });
  const markdown = fc.sample(articles('nasty'), 1)[0];
  const seeds = [
    whole,
    bytesOf('<p>kata <b>yang</b> utuh</p>'),
    bytesOf(markdown === undefined ? '' : printMarkdown(markdown)),
  ];
  const change = fc.record({ at: fc.nat(), byte: fc.nat(255), cut: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...seeds),
      fc.array(change, { maxLength: 12 }),
      fc.constantFrom('txt', 'docx', 'md', 'html', null),
      async (seed, changes, kind) => {
        let bytes = Uint8Array.from(seed);
        for (const { at, byte, cut } of changes) {
          if (cut) bytes = bytes.slice(0, Math.max(1, at % bytes.length));
          else bytes[at % bytes.length] = byte;
        }
        const because = await refusal(bytes, kind);
        expect(typeof because).toBe('string');
      },
    ),
    { numRuns: Number(process.env['FILES_RUNS'] ?? 200) },
  );
});
