import {
  $applyNodeReplacement,
  $create,
  $createParagraphNode,
  $getDocument,
  $getState,
  $setState,
  addClassNamesToElement,
  ElementNode,
  type EditorConfig,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';
import { speakerState } from './quote.ts';

/** Words of the story, set large beside it. */
export class PullQuoteNode extends ElementNode {
  override $config() {
    return this.config('pull-quote', {
      extends: ElementNode,
      stateConfigs: [{ stateConfig: speakerState, flat: true }],
    });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = $getDocument().createElement('blockquote');
    addClassNamesToElement(element, config.theme['pullQuote'] as string | undefined);
    return element;
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

export function $createPullQuoteNode(speaker = ''): PullQuoteNode {
  return $setState($applyNodeReplacement($create(PullQuoteNode)), speakerState, speaker);
}

export function $isPullQuoteNode(node: LexicalNode | null | undefined): node is PullQuoteNode {
  return node instanceof PullQuoteNode;
}

export function $pullQuoteSpeakerOf(node: PullQuoteNode): string {
  return $getState(node, speakerState);
}

export function $setPullQuoteSpeaker(node: PullQuoteNode, speaker: string): PullQuoteNode {
  return $setState(node, speakerState, speaker);
}
