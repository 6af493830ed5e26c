/** A page taken apart: every element with its own text and attributes, as a browser would build it. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { runsText, type Run } from '../../domain/article.ts';
import { joinRuns } from '../runs.ts';

/** One element of a page. Bold, italic, plain links and line breaks are the look of its text, not parts of their own. */
export interface PagePart {
  readonly tag: string;
  /** Its class, or its tag where it has none. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text, without that of the parts inside it. */
  readonly runs: readonly Run[];
  /** How much of its parent's own text stands before it: a part that moves inside a sentence has changed. */
  readonly offset: number;
  readonly children: readonly PagePart[];
}

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Look = Omit<Run, 'text'>;

/** Where white space is the layout of the source and no text. */
const CONTAINERS = new Set(
  'html head body header main article section nav footer figure figcaption picture blockquote aside div ul ol table thead tbody tr'.split(
    ' ',
  ),
);

/** Parses a page. Never throws: broken HTML gives what a browser would show of it. */
export function readParts(html: string): PagePart {
  const document = parse(html);
  const root = document.childNodes.find(isElement);
  if (root === undefined)
    return { tag: 'html', name: 'html', attributes: {}, runs: [], offset: 0, children: [] };
  return readElement(root, 0);
}

function readElement(element: Element, offset: number): PagePart {
  const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
  const runs: Run[] = [];
  const children: PagePart[] = [];
  collect(element, {}, runs, children);
  return {
    tag: element.tagName,
    name: attributes['class'] ?? element.tagName,
    attributes,
    runs: joinRuns(runs),
    offset,
    children,
  };
}

function collect(parent: Element, look: Look, runs: Run[], children: PagePart[]): void {
  for (const node of parent.childNodes) {
    if (isText(node)) {
      const layout = CONTAINERS.has(parent.tagName) && /^[\n ]*$/.test(node.value);
      if (!layout) runs.push({ text: node.value, ...look });
      continue;
    }
    if (!isElement(node)) continue;
    const inside = inlineLook(node, look);
    if (inside === 'break') runs.push({ text: '\n', ...look });
    else if (inside === null) children.push(readElement(node, runsText(runs).length));
    else collect(node, inside, runs, children);
  }
}

/** The look that an inline element gives to its text; null for an element that is a part. */
function inlineLook({ tagName, attrs }: Element, look: Look): Look | 'break' | null {
  const first = attrs[0];
  if (tagName === 'a') {
    const plain = attrs.length === 1 && first?.name === 'href' && look.link === undefined;
    return plain ? { ...look, link: first.value } : null;
  }
  // Any other attribute may hide the text: then it is no mere look.
  if (attrs.length > 0) return null;
  if (tagName === 'br') return 'break';
  if (tagName === 'strong') return { ...look, bold: true };
  if (tagName === 'em') return { ...look, italic: true };
  return null;
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

/** What a reader sees of formatting, one line a stretch: `0-8 bold`, `9-20 link https://…`. Empty for plain text. */
export function looksText(runs: readonly Run[]): string {
  const looks: string[] = [];
  let at = 0;
  for (const { text, bold, italic, link } of joinRuns(runs)) {
    const look = [bold && 'bold', italic && 'italic', link !== undefined && `link ${link}`];
    const shown = look.filter((word) => typeof word === 'string');
    if (shown.length > 0) looks.push(`${at}-${at + text.length} ${shown.join(' ')}`);
    at += text.length;
  }
  return looks.join('\n');
}
