/** A story as a Word file: real headings, lists, tables and links, every field in a style of its own. */
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx';
import type { Article, PhotoUse, RelatedLink, Run } from '#shared/domain/article.ts';
import type { PhotoHash } from '#shared/domain/ids.ts';
import { printCaption } from '#shared/domain/story-text/caption.ts';
import { storyParts, type StoryPart, type WordBlock } from '#shared/export/parts.ts';
import { joinRuns } from '#shared/render/runs.ts';
import type { OwnStyle } from '../read/docx-styles.ts';
import { paragraphStyles, styleId } from './docx-styles.ts';

export interface DocxPicture {
  readonly bytes: Uint8Array;
  readonly type: 'jpg' | 'png';
  readonly width: number;
  readonly height: number;
}

export interface DocxOptions {
  readonly article: Article;
  readonly pictures: ReadonlyMap<PhotoHash, DocxPicture>;
  /** At the foot of every page: where the story stands. */
  readonly state: string;
  /** When it is written; a fixed time gives the same bytes twice. */
  readonly creator: string;
}

/** The file's bytes. */
export async function writeDocx(options: DocxOptions): Promise<Uint8Array> {
  const { article, state, creator } = options;
  const children = storyParts(article).flatMap((part, at) => partChildren(part, options, at));
  const document = new Document({
    creator,
    title: article.headline,
    styles: {
      default: {
        document: {
          run: {
            font: 'Georgia',
            size: 22,
            language: { value: article.language === 'id' ? 'id-ID' : 'en-GB' },
          },
          paragraph: { spacing: { after: 160, line: 320 } },
        },
        heading2: {
          run: { font: 'Georgia', size: 27, bold: true, color: '000000' },
          paragraph: { spacing: { before: 280, after: 100 } },
        },
        heading3: {
          run: { font: 'Georgia', size: 23, bold: true, color: '000000' },
          paragraph: { spacing: { before: 240, after: 80 } },
        },
        hyperlink: { run: { color: '14549C', underline: {} } },
      },
      paragraphStyles: paragraphStyles(),
    },
    numbering: { config: numberings(article) },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        footers: { default: footer(state) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function footer(state: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: `${state}  `, size: 16, font: 'Arial' }),
          new TextRun({ children: [PageNumber.CURRENT], size: 16, font: 'Arial' }),
        ],
      }),
    ],
  });
}

/** One numbering a list, so that each begins at 1. */
function numberings(article: Article) {
  return storyParts(article).flatMap((part, at) =>
    part.part === 'block' && part.block.kind === 'list'
      ? [
          {
            reference: listName(at),
            levels: [
              {
                level: 0,
                format: part.block.ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
                text: part.block.ordered ? '%1.' : '•',
                alignment: AlignmentType.LEFT,
                style: { paragraph: { indent: { left: 480, hanging: 280 } } },
              },
            ],
          },
        ]
      : [],
  );
}

function listName(at: number): string {
  return `list-${at}`;
}

type Child = Paragraph | Table;

function partChildren(part: StoryPart, options: DocxOptions, at: number): readonly Child[] {
  switch (part.part) {
    case 'line':
      return [styled(part.name, textRuns([{ text: part.text }]))];
    case 'photo':
      return photoChildren(part.use, part.lead, options);
    case 'links':
      return [
        styled('list-title', textRuns([{ text: part.heading }])),
        ...part.links.map((link) => styled(part.name, textRuns([titleRun(link)]))),
      ];
    case 'block':
      return blockChildren(part, at);
    default:
      return part satisfies never;
  }
}

function styled(style: OwnStyle, children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ style: styleId(style), children: [...children] });
}

function photoChildren(
  use: PhotoUse,
  lead: boolean,
  { pictures }: DocxOptions,
): readonly Paragraph[] {
  const picture = use.photo === null ? undefined : pictures.get(use.photo);
  const caption = printCaption(use, 'brackets');
  return [
    // Without its picture the paragraph stands all the same: it is the photo's place.
    styled(
      lead ? 'lead-photo' : 'photo',
      picture === undefined ? [] : [pictureRun(picture, use.alt)],
    ),
    ...(use.creditLead === '' ? [] : [styled('credit-lead', textRuns([{ text: use.creditLead }]))]),
    ...(caption === '' ? [] : [styled('caption', textRuns([{ text: caption }]))]),
  ];
}

/** The column's width in pixels of 1/96 inch. */
const COLUMN = 600;

function pictureRun({ bytes, type, width, height }: DocxPicture, alt: string): ImageRun {
  const scale = Math.min(1, COLUMN / width, COLUMN / height);
  return new ImageRun({
    type,
    data: bytes,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: 'foto', title: '', description: alt },
  });
}

function blockChildren(
  { block, dateline, signoff }: Extract<StoryPart, { part: 'block' }>,
  at: number,
): readonly Child[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        new Paragraph({
          children: textRuns([
            ...(dateline === '' ? [] : [{ text: `${dateline} ` }]),
            ...block.runs,
            ...(signoff === '' ? [] : [{ text: ` ${signoff}` }]),
          ]),
        }),
      ];
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          children: textRuns(block.runs),
        }),
      ];
    case 'quote': {
      const speaker = [
        ...(block.verb === '' ? [] : [{ text: `${block.verb} ` }]),
        ...(block.speaker === '' ? [] : [{ text: block.speaker, bold: true as const }]),
      ];
      return [
        styled('quote', textRuns(block.runs)),
        ...(speaker.length === 0
          ? []
          : [styled('quote-speaker', textRuns([{ text: '— ' }, ...speaker]))]),
      ];
    }
    case 'pull-quote':
      return [
        styled('pull-quote', textRuns(block.runs)),
        ...(block.speaker === ''
          ? []
          : [styled('pull-speaker', textRuns([{ text: `— ${block.speaker}` }]))]),
      ];
    case 'info-box':
      return [
        styled('box-title', textRuns([{ text: block.title }])),
        ...block.paragraphs.map((runs) => styled('box', textRuns(runs))),
      ];
    case 'list':
      return [
        ...block.items.map(
          (item) =>
            new Paragraph({
              numbering: { reference: listName(at), level: 0 },
              spacing: { after: 60 },
              children: textRuns(item),
            }),
        ),
        // Ends the list, so that a list right after it stays one of its own.
        new Paragraph({ spacing: { after: 0, line: 120 } }),
      ];
    case 'table':
      return tableChildren(block);
    case 'embed':
      return [
        styled('embed', [
          ...(block.title === '' ? [] : textRuns([{ text: `${block.title} ` }])),
          ...textRuns([{ text: block.url, link: block.url }]),
        ]),
      ];
    case 'related':
      return [
        styled(
          'related-inline',
          textRuns([
            ...(block.label === ''
              ? []
              : [{ text: `${block.label}:`, bold: true as const }, { text: ' ' }]),
            titleRun(block.link),
          ]),
        ),
      ];
    case 'divider':
      return [styled('divider', textRuns([{ text: '* * *' }]))];
    default:
      return block satisfies never;
  }
}

function tableChildren({ caption, header, rows }: Extract<WordBlock, { kind: 'table' }>) {
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          tableHeader: header && at === 0,
          cantSplit: true,
          children: cells.map(
            (runs) =>
              new TableCell({
                margins: { top: 60, bottom: 60, left: 80, right: 80 },
                children: [new Paragraph({ spacing: { after: 0 }, children: textRuns(runs) })],
              }),
          ),
        }),
    ),
  });
  return [
    ...(caption === '' ? [] : [styled('table-caption', textRuns([{ text: caption }]))]),
    table,
    // Word joins two tables with nothing between them.
    new Paragraph({ spacing: { after: 0, line: 120 } }),
  ];
}

function titleRun({ title, url }: RelatedLink): Run {
  const text = title === '' ? (url ?? '') : title;
  return url === undefined ? { text } : { text, link: url };
}

function textRuns(runs: readonly Run[]): ParagraphChild[] {
  return joinRuns(runs)
    .map((run) => {
      const children = lineRuns(run);
      return run.link === undefined
        ? children
        : [new ExternalHyperlink({ link: run.link, children })];
    })
    .flat();
}

/** A run's lines, with breaks between them. SECURITY: characters that XML forbids would make a file that nothing opens. */
function lineRuns(run: Run): TextRun[] {
  return run.text
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '\uFFFD')
    .split(/\r\n|[\r\n]/)
    .map(
      (text, at) =>
        new TextRun({
          text,
          ...(at > 0 && { break: 1 }),
          ...(run.bold && { bold: true }),
          ...(run.italic && { italics: true }),
          ...(run.link !== undefined && { style: 'Hyperlink' }),
        }),
    );
}
