/** Word files as Word and LibreOffice write them: structure kept, no word lost, nothing fetched. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { blockText } from '#shared/domain/article.ts';
import { parseStoryText, printStoryText, storyWords } from '#shared/domain/story-text/index.ts';
import { paragraph, run, wordFile, wordsOfWordFile, type WordParts } from '../testing/word-file.ts';
import { readDocx } from './docx.ts';
import type { FiledStory } from './filed.ts';
import { fileStory } from './file-story.ts';

const STYLES = ['Heading 1', 'Heading 2', 'Title', 'caption', 'Quote']
  .map(
    (name) =>
      `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`,
  )
  .join('');
const NUMBERING =
  ['bullet', 'decimal']
    .map(
      (format, at) =>
        `<w:abstractNum w:abstractNumId="${at}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>`,
    )
    .join('') +
  [0, 1]
    .map((at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`)
    .join('');

const style = (name: string) => `<w:pStyle w:val="${name}"/>`;
const item = (text: string, list: 1 | 2, level = 0) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const cell = (inside: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;

async function read(parts: WordParts): Promise<FiledStory & { readonly bytes: Uint8Array }> {
  const bytes = await wordFile(parts);
  return { ...fileStory(await readDocx(bytes)), bytes };
}

/** Words of the story and of what is left over, sorted: the places are other tests' matter. */
function kept({ article, leftOver }: FiledStory): readonly string[] {
  const text = [
    printStoryText(article),
    ...article.photoUses.map((use) => use.alt),
    ...leftOver.filter(({ why }) => why !== 'picture').map((left) => left.text),
  ].join('\n');
  return storyWords(text).toSorted();
}

async function expectAllWords(filed: FiledStory & { readonly bytes: Uint8Array }): Promise<void> {
  const wanted = (await wordsOfWordFile(filed.bytes)).toSorted();
  const left = [...kept(filed)];
  const missing = wanted.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  expect(missing).toEqual([]);
}

describe('as Word writes it', () => {
  test('words split over runs, smart tags and spelling marks are whole again, with their looks and links', async () => {
    const filed = await read({
      body:
        paragraph(
          `${run('Bupati ')}<w:proofErr w:type="spellStart"/>${run('Hame')}${run('nang', '<w:b/>')}<w:proofErr w:type="spellEnd"/>${run(' hadir di ')}` +
            `<w:smartTag w:element="place"><w:smartTag w:element="City">${run('Nan')}${run('jing')}</w:smartTag></w:smartTag>${run(', ')}` +
            `<w:hyperlink r:id="L1">${run('kata situs itu', '<w:i/>')}</w:hyperlink>${run('.')}`,
        ) + paragraph(`<w:sdt><w:sdtContent>${run('Isi kendali konten.')}</w:sdtContent></w:sdt>`),
      links: { L1: 'https://koran.example/a?b=1&amp;c=2' },
    });
    expect(filed.article.blocks.map(blockText)).toEqual([
      'Bupati Hamenang hadir di Nanjing, kata situs itu.',
      'Isi kendali konten.',
    ]);
    expect(filed.article.blocks[0]).toMatchObject({
      runs: expect.arrayContaining([
        { text: 'nang', bold: true },
        { text: 'kata situs itu', italic: true, link: 'https://koran.example/a?b=1&c=2' },
      ]),
    });
    await expectAllWords(filed);
  });

  test('a tracked insertion stands, a deletion is left over and told', async () => {
    const filed = await read({
      body: paragraph(
        `${run('Tamu itu ')}<w:ins w:id="1" w:author="A">${run('resmi ')}</w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>bukan </w:delText></w:r></w:del>${run('datang.')}`,
      ),
    });
    expect(filed.article.blocks.map(blockText)).toEqual(['Tamu itu resmi datang.']);
    expect(filed.leftOver).toEqual([{ text: 'bukan', why: 'deleted' }]);
    await expectAllWords(filed);
  });

  test('headings, lists of both kinds and tables keep their structure, spans their places', async () => {
    const filed = await read({
      styles: STYLES,
      numbering: NUMBERING,
      body:
        paragraph(run('Sebelum daftar ada kalimat ini.')) +
        paragraph(run('Rencana'), style('Heading2')) +
        item('bus', 1) +
        item('halte', 1) +
        item('atap', 1, 1) +
        item('satu', 2) +
        item('dua', 2) +
        `<w:tbl><w:tr>${cell(paragraph(run('Kota')), '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell(paragraph(run('Solo')))}${cell(paragraph(run('12')) + paragraph(run('orang')))}</w:tr></w:tbl>` +
        paragraph(run('Sesudah tabel juga ada.')),
    });
    expect(filed.article.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'heading',
      'list',
      'list',
      'table',
      'paragraph',
    ]);
    expect(filed.article.blocks[2]).toMatchObject({
      ordered: false,
      items: [[{ text: 'bus' }], [{ text: 'halte' }], [{ text: 'atap' }]],
    });
    expect(filed.article.blocks[3]).toMatchObject({
      ordered: true,
      items: [[{ text: 'satu' }], [{ text: 'dua' }]],
    });
    expect(filed.article.blocks[4]).toMatchObject({
      rows: [
        [[{ text: 'Kota' }], []],
        [[{ text: 'Solo' }], [{ text: '12' }, { text: '\n' }, { text: 'orang' }]],
      ],
    });
    await expectAllWords(filed);
  });

  test('a text box, a footnote, a header and a comment: in the story or told, each once', async () => {
    const box = `<w:txbxContent>${paragraph(run('Kotak di samping halaman.'))}</w:txbxContent>`;
    const filed = await read({
      body:
        paragraph(
          `${run('Kalimat dengan catatan')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}`,
        ) +
        paragraph(
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>` +
            `<mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
      footnotes: `<w:footnote w:id="2">${paragraph(run('Menurut data dinas.'))}</w:footnote>`,
      header: paragraph(run('RAHASIA redaksi')),
      comments: `<w:comment w:id="1" w:author="B">${paragraph(run('cek lagi angkanya'))}</w:comment>`,
    });
    const said = [printStoryText(filed.article), ...filed.leftOver.map(({ text }) => text)].join(
      '\n',
    );
    for (const words of [
      'Kotak di samping halaman',
      'Menurut data dinas',
      'RAHASIA redaksi',
      'cek lagi angkanya',
    ])
      expect(said.split(words)).toHaveLength(2);
    expect(filed.leftOver).toContainEqual({ text: 'RAHASIA redaksi', why: 'header' });
    expect(filed.leftOver).toContainEqual({ text: 'cek lagi angkanya', why: 'comment' });
    expect(said).not.toContain('↑');
    await expectAllWords(filed);
  });

  test('what the library leaves out, a formula here, is found and told', async () => {
    const filed = await read({
      body: paragraph(
        `${run('Luas lahan ')}<m:oMath><m:r><m:t>duabelas</m:t></m:r></m:oMath>${run(' hektare.')}`,
      ),
    });
    expect(filed.leftOver).toEqual([{ text: 'duabelas', why: 'other' }]);
    await expectAllWords(filed);
  });

  test('a picture is taken in with its alt text and its caption, a drawing that is no photo is told', async () => {
    const png = new Uint8Array(
      await sharp({ create: { width: 8, height: 6, channels: 3, background: '#c33' } })
        .png()
        .toBuffer(),
    );
    const drawing = (id: string, alt: string) =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const filed = await read({
      body:
        paragraph(run('Berita ini bergambar.')) +
        paragraph(drawing('foto', 'Dua orang berjabat tangan')) +
        paragraph(run('TANDATANGAN KERJASAMA: Bupati dan tamunya. (Dok/Prokopim)')) +
        paragraph(run('Kalimat sesudah gambar itu.')) +
        paragraph(drawing('gambar', 'Bagan')),
      media: { 'foto.png': png, 'gambar.emf': new Uint8Array([1, 2, 3]) },
    });
    expect(filed.article.photoUses).toMatchObject([
      {
        slug: 'TANDATANGAN KERJASAMA',
        caption: 'Bupati dan tamunya.',
        credit: 'Dok/Prokopim',
        alt: 'Dua orang berjabat tangan',
      },
    ]);
    expect([...filed.pictures.values()]).toEqual([0]);
    expect(filed.article.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'photo',
      'paragraph',
    ]);
    expect(filed.leftOver).toEqual([{ text: 'Bagan', why: 'picture' }]);
    await expectAllWords(filed);
  });
});

test('as LibreOffice writes it: language on every run, empty paragraphs, default styles, a frame for a heading', async () => {
  const rPr = '<w:rFonts w:ascii="Liberation Serif"/><w:lang w:val="id-ID" w:eastAsia="zh-CN"/>';
  const filed = await read({
    styles: `<w:style w:type="paragraph" w:styleId="TextBody"><w:name w:val="Body Text"/></w:style>${STYLES}`,
    body:
      paragraph(run('Judul bagian', rPr), style('Heading2')) +
      paragraph('', style('TextBody')) +
      paragraph(
        `${run('Kalimat', rPr)}<w:r><w:tab/></w:r>${run('pertama.', rPr)}`,
        style('TextBody'),
      ) +
      paragraph(
        `${run('Baris satu', rPr)}<w:r><w:br/></w:r>${run('baris dua', rPr)}`,
        style('TextBody'),
      ),
  });
  expect(filed.article.blocks.map((block) => [block.kind, blockText(block)])).toEqual([
    ['heading', 'Judul bagian'],
    ['paragraph', 'Kalimat pertama.'],
    ['paragraph', 'Baris satu\nbaris dua'],
  ]);
  await expectAllWords(filed);
});

test('a newsroom’s story in a Word file gets its furniture, as the same text would, and keeps its looks', async () => {
  const sample = await readFile(
    path.resolve(import.meta.dirname, '../../../../tests/fixtures/klaten-nanjing.txt'),
    'utf8',
  );
  const lines = sample.split('\n').filter((line) => line.trim() !== '');
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const filed = await read({
    body: lines
      .map((line) => {
        const at = line.indexOf('Nanjing');
        return at < 0
          ? paragraph(run(escape(line)))
          : paragraph(
              run(escape(line.slice(0, at))) +
                run('Nanjing', '<w:b/>') +
                run(escape(line.slice(at + 7))),
            );
      })
      .join(''),
  });
  const parsed = parseStoryText(lines.join('\n\n')).article;
  const { blocks: _blocks, photoUses: _uses, ...furniture } = parsed;
  expect(filed.article).toMatchObject(furniture);
  const unmarked = (text: string) => text.replaceAll('*', '');
  expect(unmarked(printStoryText(filed.article))).toBe(unmarked(printStoryText(parsed)));
  const bold = filed.article.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.runs.filter((each) => each.bold) : [],
  );
  expect(bold.length).toBeGreaterThan(0);
  await expectAllWords(filed);
});
