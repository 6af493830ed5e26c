/** Text, Markdown and HTML files, good and bad: every word counted, every refusal with its reason. */
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, test, vi } from 'vitest';
import { RedaksiError } from '#shared/contract/errors.ts';
import { articleSchema, blockText } from '#shared/domain/article.ts';
import { printStoryText, storyWords } from '#shared/domain/story-text/index.ts';
import { printMarkdown } from '#shared/export/markdown/markdown.ts';
import type { ReadableKind } from '#shared/contract/files.ts';
import type { ReadFile } from '../jobs.ts';
import { articles } from '../testing/articles.ts';
import { paragraph, run, wordFile } from '../testing/word-file.ts';
import { decodeText } from './decode.ts';
import { readStoryFile } from './read-file.ts';

vi.setConfig({ testTimeout: 120_000 });

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array | string, kind: ReadableKind | null) =>
  readStoryFile(typeof bytes === 'string' ? bytesOf(bytes) : bytes, kind, {});

async function refusal(bytes: Uint8Array, kind: ReadableKind | null): Promise<unknown> {
  const thrown: unknown = await read(bytes, kind).then(
    () => 'read',
    (error: unknown) => error,
  );
  return thrown instanceof RedaksiError ? thrown.details?.['because'] : thrown;
}

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

describe('encodings', () => {
  const text = 'Café “Naïve” – Rp 5.000 dari Pemkot Klaten';
  const utf16 = (little: boolean, mark: boolean): Uint8Array => {
    const units = mark ? `\ufeff${text}` : text;
    const bytes = Buffer.from(units, 'utf16le');
    return new Uint8Array(little ? bytes : bytes.swap16());
  };
  const windows1252 = new Uint8Array(
    Array.from(
      text,
      (character) => ({ '“': 0x93, '”': 0x94, '–': 0x96 })[character] ?? character.charCodeAt(0),
    ),
  );
  test.each([
    ['UTF-8', bytesOf(text), 'utf-8'],
    ['UTF-8 with a mark', bytesOf(`\ufeff${text}`), 'utf-8'],
    ['UTF-16, little end first', utf16(true, true), 'utf-16le'],
    ['UTF-16, big end first', utf16(false, true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(true, false), 'utf-16le'],
    ['UTF-16 without a mark, big end first', utf16(false, false), 'utf-16be'],
    ['Windows-1252', windows1252, 'windows-1252'],
  ])('%s is read as what it is', (_name, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });
  test('a page says its own encoding, and is not believed when its bytes say another', async () => {
    const page = '<meta charset="ENCODING"><p>Kata “tegas” itu.</p>';
    const latin = Buffer.from(
      page.replace('ENCODING', 'windows-1252').replaceAll('“', '\u0093').replaceAll('”', '\u0094'),
      'latin1',
    );
    for (const bytes of [
      new Uint8Array(latin),
      bytesOf(page.replace('ENCODING', 'utf-8')),
      bytesOf(page.replace('ENCODING', 'shift_jis-nope')),
      bytesOf(page.replace('ENCODING', 'utf-16')),
    ]) {
      const { article } = await read(bytes, 'html');
      expect(article.blocks.map(blockText)).toEqual(['Kata “tegas” itu.']);
    }
  });
});

describe('a file that is no story says what it is', () => {
  test.each([
    ['an empty file', '', 'txt', 'empty'],
    ['blank lines', ' \n\n\t', 'txt', 'empty'],
    ['a PDF named as text', '%PDF-1.7 x', 'txt', 'pdf'],
    ['an RTF', '{\\rtf1 x}', null, 'rtf'],
    ['a text named as a Word file', 'bukan zip', 'docx', 'damaged'],
    ['an empty Word file', '', 'docx', 'empty'],
    ['a cut zip', 'PK\u0003\u0004abc', 'docx', 'damaged'],
  ] as const)('%s', async (_what, content, kind, because) => {
    expect(await refusal(bytesOf(content), kind)).toBe(because);
  });
  test('bytes of a program, a picture, an old and a locked Word file', async () => {
    const noise = new Uint8Array(4_000).map((_, at) => (at * 7_919) % 256);
    expect(await refusal(noise, 'txt')).toBe('binary');
    expect(await refusal(new Uint8Array([0xff, 0xd8, 0xff, 1]), 'txt')).toBe('picture');
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusal(new Uint8Array(ole), 'docx')).toBe('old-word');
    const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refusal(new Uint8Array(locked), 'docx')).toBe('locked');
    expect(await refusal(bytesOf('kata '.repeat(500_000)), 'txt')).toBe('too-large');
  });
  test('another program’s zip, and a Word file whose text is broken', async () => {
    const zipped = async (files: Readonly<Record<string, string>>) => {
      const zip = new JSZip();
      for (const [name, content] of Object.entries(files)) zip.file(name, content);
      return await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    };
    expect(await refusal(await zipped({ 'a.txt': 'x' }), 'docx')).toBe('unknown');
    const odt = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' };
    expect(await refusal(await zipped(odt), 'docx')).toBe('open-document');
    const whole = await wordFile({ body: paragraph(run('kata')) });
    const zip = await JSZip.loadAsync(whole);
    zip.file('word/document.xml', '<w:document><w:body><w:p>');
    expect(await refusal(await zip.generateAsync({ type: 'uint8array' }), 'docx')).toBe('damaged');
  });
  test('a zip that unfolds into too much is stopped, whatever its directory says', async () => {
    const zip = await JSZip.loadAsync(await wordFile({ body: paragraph(run('kata')) }));
    zip.file('word/document.xml', new Uint8Array(61_000_000));
    const bomb = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(bomb.byteLength).toBeLessThan(200_000);
    expect(await refusal(bomb, 'docx')).toBe('bomb');
    // The size in the directory (central header, offset 24) is a claim: here it is one byte.
    const lying = Buffer.from(bomb);
    for (
      let at = lying.indexOf('PK\u0001\u0002');
      at >= 0;
      at = lying.indexOf('PK\u0001\u0002', at + 4)
    )
      lying.writeUInt32LE(1, at + 24);
    expect(['bomb', 'damaged']).toContain(await refusal(new Uint8Array(lying), 'docx'));
  });
  test('nesting beyond any reason ends in a refusal, not in a crash', async () => {
    const deep = `${'<div>'.repeat(60_000)}kata${'</div>'.repeat(60_000)}`;
    expect(['damaged', 'read']).toContain(await refusal(bytesOf(deep), 'html'));
    const quotes = `${'> '.repeat(5_000)}kata`;
    expect(['damaged', 'read']).toContain(await refusal(bytesOf(quotes), 'md'));
  });
});

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

test('no word of a newsroom’s page is lost to its furniture, whatever stands where', async () => {
  let filedByWords = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...STORY_LINES), { minLength: 4, maxLength: 16 }),
      async (lines) => {
        const html = lines.join('\n');
        const words = storyWords(
          html.replaceAll(/<img[^>]*>/g, 'Dua orang').replaceAll(/<[^>]*>/g, ' '),
        );
        const file = await read(html, 'html');
        expect(missing(words, kept(file)), html).toEqual([]);
        expect(articleSchema.safeParse(file.article).error).toBeUndefined();
        if (file.article.dateline !== null && file.article.writers.length > 0) filedByWords += 1;
      },
    ),
    { numRuns: Number(process.env['FILES_RUNS'] ?? 200) },
  );
  expect(filedByWords).toBeGreaterThan(5);
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
