import {
  $create,
  $createParagraphNode,
  $getDocument,
  addClassNamesToElement,
  ElementNode,
  type EditorConfig,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';

/** A box of facts beside the story: a title, then paragraphs. What else comes into it, info-box.ts puts right. */
export class InfoBoxNode extends ElementNode {
  override $config() {
    return this.config('info-box', { extends: ElementNode });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    return themed('div', config, 'infoBox');
  }

  override updateDOM(): boolean {
    return false;
  }

  override canBeEmpty(): boolean {
    return false;
  }
}

/** The first line of a box. It has words and no look. */
export class InfoTitleNode extends ElementNode {
  override $config() {
    return this.config('info-title', { extends: ElementNode });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    return themed('p', config, 'infoTitle');
  }

  override updateDOM(): boolean {
    return false;
  }

  override insertNewAfter(_: RangeSelection, restoreSelection = true): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }
}

function themed(tag: 'div' | 'p', config: EditorConfig, look: string): HTMLElement {
  const element = $getDocument().createElement(tag);
  addClassNamesToElement(element, config.theme[look] as string | undefined);
  return element;
}

export function $createInfoBoxNode(): InfoBoxNode {
  return $create(InfoBoxNode);
}

export function $createInfoTitleNode(): InfoTitleNode {
  return $create(InfoTitleNode);
}

export function $isInfoBoxNode(node: LexicalNode | null | undefined): node is InfoBoxNode {
  return node instanceof InfoBoxNode;
}

export function $isInfoTitleNode(node: LexicalNode | null | undefined): node is InfoTitleNode {
  return node instanceof InfoTitleNode;
}
