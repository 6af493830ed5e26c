/** Markdown as pieces: CommonMark with tables and footnotes, front matter, callouts; what Redaksi writes comes back as it was. */
import type { Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { LIMITS, type Run } from '#shared/domain/article.ts';
import { embedProvider } from '#shared/domain/embed.ts';
import { SILENT_MARK, PHOTO_ADDRESS } from '#shared/export/markdown/markdown.ts';
import { readLabel } from '#shared/domain/story-text/labels.ts';
import { readFrontMatter } from './front-matter.ts';
import { readHtml } from './html.ts';
import { relatedOf, speakerOf } from './roles.ts';
import { leave } from './walk.ts';
import { markdownRuns, type MarkdownRuns } from './markdown-inline.ts';
import { trimRuns } from './inline.ts';
import type { FileParts, LeftOverPiece, PhotoPiece, Piece } from './pieces.ts';

interface Reading {
  readonly source: string;
  readonly pieces: Piece[];
  readonly leftOver: LeftOverPiece[];
}

export function readMarkdown(text: string): FileParts {
  const { fields, ours, leftOver, body } = readFrontMatter(text);
  const tree = fromMarkdown(body, {
    extensions: [gfmTable(), gfmFootnote()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  });
  const reading: Reading = { source: body, pieces: [], leftOver: [...leftOver] };
  for (const node of tree.children) readBlock(reading, node);
  const { pieces } = reading;
  return { pieces, fields, leftOver: reading.leftOver, pictures: [], ours };
}

function readBlock(reading: Reading, node: RootContent): void {
  const { pieces } = reading;
  switch (node.type) {
    case 'paragraph':
      readParagraph(reading, node.children, node);
      return;
    case 'heading': {
      const { runs } = markdownRuns(node.children);
      if (node.depth === 1) pieces.push({ kind: 'said', field: 'headline', runs });
      else if (runs.length > 0)
        pieces.push({ kind: 'heading', level: node.depth === 2 ? 2 : 3, runs });
      return;
    }
    case 'blockquote':
      readQuote(reading, node.children);
      return;
    case 'list':
      pieces.push({
        kind: 'list',
        ordered: node.ordered === true,
        items: node.children.flatMap((item) => listItems(reading, item.children)),
      });
      return;
    case 'table':
      pieces.push(readTable(node));
      return;
    case 'thematicBreak':
      pieces.push({ kind: 'divider' });
      return;
    case 'code':
      if (node.value !== '') pieces.push({ kind: 'paragraph', runs: [{ text: node.value }] });
      return;
    case 'html':
      readHtmlBlock(reading, node.value);
      return;
    case 'footnoteDefinition':
      for (const child of node.children) readBlock(reading, child);
      return;
    case 'definition':
      // The address of a link that is used elsewhere in the text, or of nothing.
      leave(reading, `${node.label ?? node.identifier} ${node.url} ${node.title ?? ''}`, 'other');
      return;
    default:
      leave(reading, reading.source.slice(...places(node)), 'other');
  }
}

function places(node: Nodes): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

function readParagraph(reading: Reading, children: PhrasingContent[], node: Nodes): void {
  const { pieces, source } = reading;
  const [start, end] = places(node);
  const last = pieces.at(-1);
  const found = markdownRuns(children);
  if (found.images.length > 0) {
    readPhoto(reading, found);
    return;
  }
  const runs = trimRuns(found.runs);
  if (runs.length === 0) return;
  const text = runs.map((run) => run.text).join('');
  // The caption of the table above, as Pandoc writes it; our own printer escapes a colon that opens a paragraph.
  if (source.charAt(start) === ':' && last?.kind === 'table' && last.caption === '') {
    pieces.splice(-1, 1, { ...last, caption: text.slice(1).trim().slice(0, LIMITS.line) });
    return;
  }
  const [only] = runs;
  if (runs.length === 1 && only?.link !== undefined && embedProvider(only.link) !== null) {
    if (!source.slice(start, end).endsWith(SILENT_MARK)) {
      const title = only.text === only.link && source.charAt(start) === '<' ? '' : only.text;
      pieces.push({ kind: 'embed', url: only.link, title });
      return;
    }
  }
  const related = relatedParagraph(runs, found.stories);
  pieces.push(related ?? { kind: 'paragraph', runs });
}

/** `**Baca juga:** [title](address)`: a bold label that newsrooms use, and one title. */
function relatedParagraph(
  runs: readonly Run[],
  stories: MarkdownRuns['stories'],
): Extract<Piece, { kind: 'related' }> | null {
  const [first] = runs;
  if (first?.bold !== true || first.link !== undefined || !/:\s*$/.test(first.text)) return null;
  if (readLabel(`${first.text.trimEnd()} x`)?.field !== 'related-inline') return null;
  const related = relatedOf(runs);
  const [story] = stories;
  return story === undefined ? related : { ...related, link: { title: related.link.title, story } };
}

function readPhoto({ pieces, leftOver }: Reading, { runs, images }: MarkdownRuns): void {
  const lines = runs
    .map((run) => run.text)
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first, ...more] = images;
  for (const [at, image] of [first, ...more].entries()) {
    if (image === undefined) continue;
    const ours = image.url.startsWith(PHOTO_ADDRESS);
    const hash = ours ? image.url.slice(PHOTO_ADDRESS.length) : '';
    const photo: PhotoPiece = {
      kind: 'photo',
      picture: null,
      hash: /^[0-9a-f]{64}$/.test(hash) ? hash : null,
      alt: image.alt,
      words: at === 0 ? lines : [],
      place: image.title === 'body' ? 'body' : 'auto',
    };
    // A picture elsewhere is not fetched: its words stay, and its address is told.
    if (!ours) leave({ leftOver }, image.url, 'picture');
    if (ours || image.alt !== '' || photo.words.length > 0) pieces.push(photo);
    if (image.title !== '' && image.title !== 'body') leave({ leftOver }, image.title, 'other');
  }
}

const CALLOUT = /^\[!(?<kind>[A-Za-z-]+)\][+-]?\s*(?<title>.*)$/s;

function readQuote(reading: Reading, children: readonly RootContent[]): void {
  const { pieces } = reading;
  const paragraphs = children.flatMap((child) =>
    child.type === 'paragraph' ? [trimRuns(markdownRuns(child.children).runs)] : [],
  );
  const pictures = children.some(
    (child) => child.type === 'paragraph' && markdownRuns(child.children).images.length > 0,
  );
  // What holds lists, tables or pictures is no quotation of ours: read as what is in it.
  if (pictures || paragraphs.length !== children.length) {
    for (const child of children) readBlock(reading, child);
    return;
  }
  const [first = [], ...others] = paragraphs;
  const callout = CALLOUT.exec(textOf(first))?.groups;
  if (callout !== undefined && reading.source.charAt(places(firstOf(children))[0]) === '[') {
    const [title = '', ...below] = (callout['title'] ?? '').split('\n');
    const own = below.length === 0 ? [] : [[{ text: below.join('\n') }]];
    const lines = [...own, ...others];
    if (callout['kind'] === 'quote') {
      pieces.push({ kind: 'pull-quote', runs: joinParagraphs(lines), speaker: title.trim() });
    } else {
      const known = ['info', 'note'].includes((callout['kind'] ?? '').toLowerCase());
      const heading = title.trim() === '' && !known ? (callout['kind'] ?? '') : title.trim();
      pieces.push({ kind: 'info-box', title: heading, paragraphs: lines });
    }
    return;
  }
  const last = others.at(-1);
  if (last !== undefined && /^[—–]\s/.test(textOf(last))) {
    const said = joinParagraphs([first, ...others.slice(0, -1)]);
    pieces.push({ kind: 'quote', runs: said, ...speakerOf(last) });
  } else pieces.push({ kind: 'quote', runs: joinParagraphs(paragraphs), speaker: '', verb: '' });
}

/** The node whose source tells a callout from a text that only looks like one. */
function firstOf(children: readonly RootContent[]): Nodes {
  return children[0] ?? { type: 'root', children: [] };
}

function joinParagraphs(paragraphs: readonly (readonly Run[])[]): readonly Run[] {
  return paragraphs.flatMap((runs, at) => (at === 0 ? runs : [{ text: '\n' }, ...runs]));
}

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** The lines of a list, flat: a list inside a line follows it. */
function listItems(
  reading: Reading,
  children: readonly RootContent[],
): readonly (readonly Run[])[] {
  const own: (readonly Run[])[] = [];
  const nested: (readonly Run[])[] = [];
  for (const child of children) {
    if (child.type === 'paragraph') own.push(trimRuns(markdownRuns(child.children).runs));
    else if (child.type === 'list')
      nested.push(...child.children.flatMap((item) => listItems(reading, item.children)));
    else {
      const inside: Reading = { source: reading.source, pieces: [], leftOver: reading.leftOver };
      readBlock(inside, child);
      own.push(...inside.pieces.flatMap(runsOf));
    }
  }
  return [joinParagraphs(own), ...nested];
}

function runsOf(piece: Piece): readonly (readonly Run[])[] {
  switch (piece.kind) {
    case 'list':
      return piece.items;
    case 'table':
      return piece.rows.map((row) =>
        row.flatMap((cell, at) => (at === 0 ? cell : [{ text: ' ' }, ...cell])),
      );
    case 'photo':
      return piece.words.map((text) => [{ text }]);
    case 'embed':
      return [[{ text: piece.title === '' ? piece.url : piece.title, link: piece.url }]];
    case 'info-box':
      return [[{ text: piece.title }], ...piece.paragraphs];
    case 'related':
      return [[{ text: `${piece.label}: ${piece.link.title}` }]];
    case 'divider':
      return [];
    default:
      return [piece.runs];
  }
}

function readTable(node: Table): Piece {
  const rows = node.children.map((row) =>
    row.children.map((cell) => trimRuns(markdownRuns(cell.children).runs)),
  );
  const width = Math.max(1, ...rows.map((row) => row.length));
  const even = rows.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, (): readonly Run[] => []),
  ]);
  const [first = [], ...others] = even;
  // Markdown's tables always have a header; an empty one stands for none.
  const header = others.length === 0 || first.some((cell) => textOf(cell) !== '');
  return { kind: 'table', caption: '', header, rows: header ? even : others };
}

/** A block of HTML inside Markdown; comments say nothing to a reader. */
function readHtmlBlock(reading: Reading, html: string): void {
  const parts = readHtml(html, { roleOf: () => null, pictureOf: () => null });
  reading.pieces.push(...parts.pieces);
  reading.leftOver.push(...parts.leftOver);
}
