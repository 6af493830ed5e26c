/**
 * HTML as pieces. The page is parsed and never shown: nothing of it runs, nothing is fetched. Every text of the page is
 * either in a piece or left over with its reason.
 */
import { parse } from 'parse5';
import type { Run } from '#shared/domain/article.ts';
import { embedProvider } from '#shared/domain/embed.ts';
import {
  attribute,
  childrenOf,
  isElement,
  isHidden,
  plainText,
  type Element,
  type Node,
} from './dom.ts';
import { collectRuns, isInline, trimRuns } from './inline.ts';
import type { FileParts, SaidField } from './pieces.ts';
import { readRole } from './roles.ts';
import { readTable } from './table.ts';
import { hasAnything, leave, photo, wordsAlone, type HtmlDialect, type Walk } from './walk.ts';

/** Not for readers, whatever it holds. */
const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'link',
  'meta',
  'base',
]);

export function readHtml(html: string, dialect: HtmlDialect): Omit<FileParts, 'fields' | 'ours'> {
  const walk: Walk = { dialect, pieces: [], leftOver: [], pictures: [] };
  walkBlocks(walk, parse(html, { scriptingEnabled: false }).childNodes);
  return walk;
}

/** Walks over nodes: inline ones gather into a paragraph, until a block comes. */
function walkBlocks(walk: Walk, nodes: readonly Node[]): void {
  let inline: Node[] = [];
  const flush = (): void => {
    if (inline.length > 0) paragraph(walk, inline, null);
    inline = [];
  };
  for (const node of nodes) {
    if (isElement(node) && !isInline(node)) {
      flush();
      walkBlock(walk, node);
    } else inline.push(node);
  }
  flush();
}

function walkBlock(walk: Walk, element: Element): void {
  if (SILENT.has(element.tagName)) return;
  if (isHidden(element)) {
    leave(walk, plainText(element), 'hidden');
    return;
  }
  const role = walk.dialect.roleOf(element);
  if (role !== null) {
    if ('said' in role) paragraph(walk, childrenOf(element), role);
    else for (const block of readRole(walk, element, role)) walkBlock(walk, block);
    return;
  }
  const children = childrenOf(element);
  switch (element.tagName) {
    case 'title':
      leave(walk, plainText(element), 'title');
      return;
    case 'h1':
      paragraph(walk, children, { said: 'headline' });
      return;
    case 'h2':
      heading(walk, children, 2);
      return;
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      heading(walk, children, 3);
      return;
    case 'ul':
    case 'ol':
      list(walk, element);
      return;
    case 'blockquote':
      quote(walk, element);
      return;
    case 'table':
      readTable(walk, element, (nodes) => walkBlocks(walk, nodes));
      return;
    case 'figure':
      figure(walk, element);
      return;
    case 'img':
      photo(walk, element, [], 'auto');
      return;
    case 'hr':
      walk.pieces.push({ kind: 'divider' });
      return;
    case 'iframe':
    case 'video':
    case 'audio':
      frame(walk, element);
      return;
    default:
      walkBlocks(walk, children);
  }
}

/** One paragraph; pictures among its words stand before it, lines of a said field are one piece. */
function paragraph(
  walk: Walk,
  nodes: readonly Node[],
  role: { readonly said: SaidField } | null,
): void {
  const { runs, pictures, blocks } = collectRuns(nodes);
  for (const picture of pictures) photo(walk, picture, [], 'auto');
  const trimmed = trimRuns(runs);
  if (hasAnything(trimmed)) {
    const only = trimmed.length === 1 ? trimmed[0] : undefined;
    if (role !== null) walk.pieces.push({ kind: 'said', field: role.said, runs: trimmed });
    else if (only?.link !== undefined && only.text === only.link && embedProvider(only.link))
      walk.pieces.push({ kind: 'embed', url: only.link, title: '' });
    else walk.pieces.push({ kind: 'paragraph', runs: trimmed });
  }
  for (const block of blocks) walkBlock(walk, block);
}

function heading(walk: Walk, nodes: readonly Node[], level: 2 | 3): void {
  const { runs, pictures, blocks } = collectRuns(nodes);
  for (const picture of pictures) photo(walk, picture, [], 'auto');
  const trimmed = trimRuns(runs);
  if (hasAnything(trimmed)) walk.pieces.push({ kind: 'heading', level, runs: trimmed });
  for (const block of blocks) walkBlock(walk, block);
}

/** A list, flat: the lines of a list inside it follow the line that holds them. */
function list(walk: Walk, element: Element): void {
  const items: (readonly Run[])[] = [];
  const late: Element[] = [];
  const take = (nodes: readonly Node[]): void => {
    const lines: (readonly Run[])[] = [];
    const nested: Element[] = [];
    const gather = (inside: readonly Node[]): void => {
      const { runs, pictures, blocks } = collectRuns(inside);
      late.push(...pictures);
      lines.push(trimRuns(runs));
      for (const block of blocks) {
        if (block.tagName === 'ul' || block.tagName === 'ol') nested.push(block);
        else if (isHidden(block) || STANDS_ALONE.has(block.tagName)) late.push(block);
        else gather(childrenOf(block));
      }
    };
    gather(nodes);
    const joined = joinLines(lines.filter(hasAnything));
    if (joined.length > 0) items.push(joined);
    for (const inner of nested) takeAll(inner);
  };
  const takeAll = (of: Element): void => {
    for (const child of childrenOf(of)) {
      if (isElement(child) && (child.tagName === 'ul' || child.tagName === 'ol')) takeAll(child);
      else if (isElement(child) && child.tagName === 'li') take(childrenOf(child));
      else take([child]);
    }
  };
  takeAll(element);
  if (items.length > 0)
    walk.pieces.push({ kind: 'list', ordered: element.tagName === 'ol', items });
  for (const block of late) walkBlock(walk, block);
}

/** What can't be a line among lines: it follows the list or the quotation that holds it. */
const STANDS_ALONE: ReadonlySet<string> = new Set([
  'table',
  'figure',
  'img',
  'iframe',
  'video',
  'audio',
]);

function isApart({ tagName }: Element): boolean {
  return STANDS_ALONE.has(tagName) || ['ul', 'ol', 'blockquote'].includes(tagName);
}

function joinLines(lines: readonly (readonly Run[])[]): readonly Run[] {
  return lines.flatMap((runs, at) => (at === 0 ? runs : [{ text: '\n' }, ...runs]));
}

/** A quotation: its paragraphs are its lines; `cite` or a last line that begins with a dash names who says it. */
function quote(walk: Walk, element: Element): void {
  const lines: (readonly Run[])[] = [];
  const late: Element[] = [];
  let speaker = '';
  const take = (nodes: readonly Node[]): void => {
    const { runs, blocks, pictures } = collectRuns(nodes);
    late.push(...pictures);
    if (hasAnything(trimRuns(runs))) lines.push(trimRuns(runs));
    for (const block of blocks) {
      if (block.tagName === 'footer' && speaker === '') speaker = plainText(block).trim();
      else if (isHidden(block) || isApart(block)) late.push(block);
      else take(childrenOf(block));
    }
  };
  take(childrenOf(element));
  const last = lines.length > 1 ? lines.at(-1) : undefined;
  const said = last?.map((run) => run.text).join('') ?? '';
  const dashed = /^[—–-]\s*(?<who>[^\n]{2,200})$/u.exec(said)?.groups?.['who'];
  if (speaker === '' && dashed !== undefined) {
    lines.pop();
    speaker = dashed;
  }
  if (lines.length > 0)
    walk.pieces.push({
      kind: 'quote',
      runs: joinLines(lines),
      speaker: speaker.slice(0, 500),
      verb: '',
    });
  else if (speaker !== '') walk.pieces.push({ kind: 'paragraph', runs: [{ text: speaker }] });
  for (const block of late) walkBlock(walk, block);
}

function figure(walk: Walk, element: Element): void {
  const images: Element[] = [];
  const others: Node[] = [];
  const words: string[] = [];
  const look = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (!isElement(node)) others.push(node);
      else if (node.tagName === 'img') images.push(node);
      else if (node.tagName === 'figcaption') words.push(...linesOf(childrenOf(node)));
      else if (['a', 'picture', 'div', 'span'].includes(node.tagName)) look(childrenOf(node));
      else others.push(node);
    }
  };
  look(childrenOf(element));
  const [first, ...more] = images;
  // A figure may hold a table or a quotation: its caption is then a paragraph.
  if (first === undefined && others.some((node) => isElement(node) && !isInline(node))) {
    walkBlocks(walk, others);
    for (const text of words) walk.pieces.push({ kind: 'paragraph', runs: [{ text }] });
    return;
  }
  walkBlocks(walk, others);
  if (first !== undefined) photo(walk, first, words, 'auto');
  else if (words.length > 0) wordsAlone(walk, words);
  for (const image of more) photo(walk, image, [], 'auto');
}

function linesOf(nodes: readonly Node[]): readonly string[] {
  const { runs, blocks } = collectRuns(nodes);
  const own = runs.map((run) => run.text).join('');
  return [...own.split('\n'), ...blocks.flatMap((block) => linesOf(childrenOf(block)))]
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** What plays elsewhere: a known site's post becomes a card, anything else is left over by its address. */
function frame(walk: Walk, element: Element): void {
  const address = attribute(element, 'src') ?? '';
  const url = address.startsWith('//') ? `https:${address}` : address;
  if (embedProvider(url) !== null) {
    const title = (attribute(element, 'title') ?? '').trim().slice(0, 500);
    walk.pieces.push({ kind: 'embed', url, title });
  } else if (url !== '') leave(walk, url.slice(0, 500), 'picture');
  walkBlocks(walk, childrenOf(element));
}
