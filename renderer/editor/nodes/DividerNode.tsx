import { DecoratorBlockNode } from '@lexical/react/LexicalDecoratorBlockNode';
import { $create, type LexicalNode } from 'lexical';
import type { JSX } from 'react';
import { DividerBlock } from '../views/DividerBlock.tsx';

/** A rule between two parts of the story. */
export class DividerNode extends DecoratorBlockNode {
  override $config() {
    return this.config('divider', { extends: DecoratorBlockNode });
  }

  override decorate(): JSX.Element {
    return <DividerBlock nodeKey={this.getKey()} />;
  }

  override getTextContent(): string {
    return '';
  }
}

export function $createDividerNode(): DividerNode {
  return $create(DividerNode);
}

export function $isDividerNode(node: LexicalNode | null | undefined): node is DividerNode {
  return node instanceof DividerNode;
}
