/** The inside of a paragraph of HTML as runs: white space as a browser shows it, looks, links, line breaks. */
import { linkSchema, type Run } from '#shared/domain/article.ts';
import { holdableText } from '#shared/domain/story-text/words.ts';
import {
  attribute,
  childrenOf,
  isElement,
  isHidden,
  textOf,
  type Element,
  type Node,
} from './dom.ts';

const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big br button center cite code data del dfn em font i ins kbd label mark meter nobr o:p output ' +
    'progress q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr input select option textarea svg math'
  ).split(' '),
);

/** Does it stand among words? An element with a block or a picture of its own inside is looked into by its parent. */
export function isInline(element: Element): boolean {
  return INLINE.has(element.tagName) || (element.tagName.includes('-') && !holdsBlock(element));
}

function holdsBlock(element: Element): boolean {
  return childrenOf(element).some((child) => isElement(child) && !isInline(child));
}

interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string | null;
  readonly pre: boolean;
}

export interface Collected {
  readonly runs: Run[];
  readonly pictures: Element[];
  /** Blocks that stood among the words (a division inside a link): they follow. */
  readonly blocks: Element[];
}

/** Runs of these nodes, white space folded but not yet trimmed. `pictures` may be given to be filled. */
export function collectRuns(nodes: readonly Node[], pictures: Element[] = []): Collected {
  const collected: Collected = { runs: [], pictures, blocks: [] };
  const look: Look = { bold: false, italic: false, link: null, pre: false };
  for (const node of nodes) collect(collected, node, look);
  return { ...collected, runs: foldSpaces(collected.runs) };
}

function collect(into: Collected, node: Node, look: Look): void {
  const text = textOf(node);
  if (text !== null) {
    const kept = look.pre ? text : text.replaceAll(/[ \t\n\f\r]+/g, ' ');
    push(into.runs, kept, look);
    return;
  }
  if (!isElement(node)) return;
  const { tagName } = node;
  if (tagName === 'br') push(into.runs, '\n', look);
  else if (tagName === 'img') into.pictures.push(node);
  else if (tagName === 'script' || tagName === 'style') return;
  else if (!isInline(node) || isHidden(node)) into.blocks.push(node);
  else if (tagName === 'input') push(into.runs, visibleValue(node), look);
  else {
    const inside = innerLook(node, look);
    // What is cited, quoted or small stays in its sentence; a `q` brings marks that only a style sheet shows.
    if (tagName === 'q') push(into.runs, '“', inside);
    for (const child of childrenOf(node)) collect(into, child, inside);
    if (tagName === 'q') push(into.runs, '”', inside);
    if (tagName === 'option') push(into.runs, ' ', inside);
  }
}

function visibleValue(element: Element): string {
  const kind = attribute(element, 'type') ?? 'text';
  return ['hidden', 'checkbox', 'radio', 'password'].includes(kind)
    ? ''
    : ` ${attribute(element, 'value') ?? ''} `;
}

function innerLook(element: Element, look: Look): Look {
  const style = attribute(element, 'style') ?? '';
  switch (element.tagName) {
    case 'b':
    case 'strong':
      return { ...look, bold: !/font-weight\s*:\s*(?:normal|400)/i.test(style) };
    case 'i':
    case 'em':
    case 'cite':
      return { ...look, italic: true };
    case 'a':
      return { ...look, link: safeLink(attribute(element, 'href')) ?? look.link };
    case 'span':
    case 'font':
      return {
        ...look,
        bold: look.bold || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style),
        italic: look.italic || /font-style\s*:\s*(?:italic|oblique)/i.test(style),
      };
    default:
      return look;
  }
}

/** The address when a story may hold it, else null; the words stay in any case. */
export function safeLink(address: string | null): string | null {
  const trimmed = address?.trim() ?? '';
  // A mark of a footnote is a place in the file, no address.
  const encoded = trimmed.replaceAll(' ', '%20');
  return linkSchema.safeParse(encoded).success ? encoded : null;
}

function push(runs: Run[], text: string, { bold, italic, link }: Look): void {
  if (text === '') return;
  const run: Run = {
    text: holdableText(text),
    ...(bold && { bold: true as const }),
    ...(italic && { italic: true as const }),
    ...(link !== null && { link }),
  };
  const last = runs.at(-1);
  if (last && last.bold === run.bold && last.italic === run.italic && last.link === run.link)
    runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}

/** One space where several meet, none beside a line break: as a browser shows them. */
function foldSpaces(runs: readonly Run[]): Run[] {
  const folded: Run[] = [];
  let before = '\n';
  for (const run of runs) {
    let text = run.text.replaceAll(/ {2,}/g, ' ').replaceAll(/ ?\n ?/g, '\n');
    if (/[ \n]$/.test(before)) text = text.replace(/^ /, '');
    if (text === '') continue;
    const last = folded.at(-1);
    if (text.startsWith('\n') && last?.text.endsWith(' ') === true)
      folded[folded.length - 1] = { ...last, text: last.text.slice(0, -1) };
    folded.push({ ...run, text });
    before = text;
  }
  return folded.filter((run) => run.text !== '');
}

/** Without white space at the ends and without empty runs. */
export function trimRuns(runs: readonly Run[]): readonly Run[] {
  const kept = [...runs];
  while (kept.length > 0) {
    const first = kept[0];
    const text = first?.text.replace(/^[ \n\t]+/, '') ?? '';
    if (first === undefined || text === first.text) break;
    if (text === '') kept.shift();
    else kept[0] = { ...first, text };
  }
  while (kept.length > 0) {
    const last = kept.at(-1);
    const text = last?.text.replace(/[ \n\t]+$/, '') ?? '';
    if (last === undefined || text === last.text) break;
    if (text === '') kept.pop();
    else kept[kept.length - 1] = { ...last, text };
  }
  return kept;
}
