/**
 * HTML as a small tree, printed in one place.
 * SECURITY: this is the only file that turns text into markup. Everything is escaped here, attributes are quoted,
 * tag and attribute names come from our own code, and addresses pass `safeAddress`.
 */

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly children: readonly Markup[];
}
/** A string is text, never markup. */
export type Markup = string | Element;

/** An element. An attribute that is null is left out; an empty string stands as `name=""`. */
export function el(
  tag: string,
  attributes: Readonly<Record<string, string | null>> = {},
  ...children: readonly Markup[]
): Element {
  return { tag, attributes, children };
}

/** Elements that have no end tag. */
const VOID_TAGS = new Set(['br', 'hr', 'img', 'link', 'meta', 'source']);
/** Whose text a browser does not unescape: only `rawElement` may make them. */
const RAW_TAGS = new Set(['script', 'style']);
/** White space between these changes nothing for a reader, and makes the source readable. */
const BLOCK_TAGS = new Set(
  'html head body header main article section nav footer div figure figcaption blockquote aside ul ol li p h1 h2 h3 hr table caption thead tbody tr th td meta link title script style picture source'.split(
    ' ',
  ),
);

/** A whole document. */
export function printDocument(html: Element): string {
  return `<!doctype html>\n${print(html)}\n`;
}

/** Some nodes without a document around them, one block a line. */
export function printFragment(nodes: readonly Markup[]): string {
  return nodes.map(print).join('\n');
}

function print(node: Markup): string {
  if (typeof node === 'string') return escapeText(node);
  const open = `<${node.tag}${printAttributes(node.attributes)}>`;
  if (VOID_TAGS.has(node.tag)) return open;
  const raw = RAW_TAGS.has(node.tag);
  const inside = node.children.map((child, at) => {
    // SECURITY: the text of a raw element was made safe by `rawElement`.
    const printed = raw && typeof child === 'string' ? child : print(child);
    const previous = node.children[at - 1];
    return isBlock(child) && (previous === undefined || isBlock(previous))
      ? `\n${printed}`
      : printed;
  });
  const last = node.children.at(-1);
  return `${open}${inside.join('')}${isBlock(last) && isBlock(node) ? '\n' : ''}</${node.tag}>`;
}

function isBlock(node: Markup | undefined): boolean {
  return typeof node === 'object' && BLOCK_TAGS.has(node.tag);
}

function printAttributes(attributes: Element['attributes']): string {
  return Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([name, value]) => {
      // SECURITY: an address that a browser would run is dropped wherever it comes from.
      const address = name === 'href' || name === 'src';
      if (address && safeAddress(value) === null) return '';
      return ` ${name}="${escapeAttribute(value)}"`;
    })
    .join('');
}

/** CR is written as a reference, because a parser reads a bare one as LF. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

function escapeText(text: string): string {
  return text.replaceAll(/[&<>\r]/g, (character) => REFERENCES[character] ?? '');
}

function escapeAttribute(text: string): string {
  return text.replaceAll(/[&<>"'\r]/g, (character) => REFERENCES[character] ?? '');
}

/** The address when a reader may safely follow it: http, https, mailto, or a path of ours; else null. */
export function safeAddress(address: string): string | null {
  const own = /^(?:\/(?!\/)|\?|#)[^\s<>"\\]*$/;
  return /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i.test(address) || own.test(address) ? address : null;
}

/** JSON inside a page. SECURITY: `<` is written as an escape, so no value can close the script or open a comment. */
export function jsonElement(type: string, value: unknown): Element {
  const json = JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, escapeInJson);
  return { tag: 'script', attributes: { type }, children: [json] };
}

function escapeInJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A stylesheet inside a page. Only for constants of ours: throws on what could close the element. */
export function styleElement(css: string): Element {
  if (css.includes('<')) throw new TypeError('a stylesheet has no "<"');
  return { tag: 'style', attributes: {}, children: [css] };
}
