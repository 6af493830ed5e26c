/** parse5's tree, as little of it as the readers need. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Node = Tree.ChildNode;
export type Element = Tree.Element;

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function textOf(node: Node): string | null {
  return node.nodeName === '#text' && 'value' in node ? node.value : null;
}

/** What it holds; of a template, what it would put into a page. */
export function childrenOf(element: Element): readonly Node[] {
  return element.childNodes;
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}

/** All text below, in order, with a space between blocks. */
export function plainText(element: Element): string {
  const parts: string[] = [];
  const stack: Node[] = [...childrenOf(element)].toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const text = textOf(node);
    if (text !== null) parts.push(text);
    else if (isElement(node)) {
      parts.push(' ');
      stack.push(...[...childrenOf(node)].toReversed());
    }
  }
  return parts.join('');
}

/** Not shown by a browser, by its own attribute or style. */
export function isHidden(element: Element): boolean {
  if (attribute(element, 'hidden') !== null) return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(
    attribute(element, 'style') ?? '',
  );
}
