/**
 * XML as a small tree, printed in one place.
 * SECURITY: the only file that turns text into XML. Characters that XML 1.0 can't hold become U+FFFD.
 */

export interface XmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (string | XmlElement)[];
}

export function xml(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (string | XmlElement)[]
): XmlElement {
  return { tag, attributes, children };
}

export function printXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${print(root)}\n`;
}

function print(node: string | XmlElement): string {
  if (typeof node === 'string') return escapeXml(node);
  const attributes = Object.entries(node.attributes).map(
    ([name, value]) => ` ${name}="${escapeXml(value)}"`,
  );
  const open = `<${node.tag}${attributes.join('')}`;
  if (node.children.length === 0) return `${open}/>`;
  const nested = node.children.every((child) => typeof child === 'object');
  const inside = node.children.map(print);
  return nested
    ? `${open}>\n${inside.join('\n')}\n</${node.tag}>`
    : `${open}>${inside.join('')}</${node.tag}>`;
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
};

function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/[&<>"'\r]/g, (character) => REFERENCES[character] ?? '');
}
