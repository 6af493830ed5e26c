import { DecoratorBlockNode } from '@lexical/react/LexicalDecoratorBlockNode';
import { $create, $getState, $setState, type LexicalNode } from 'lexical';
import type { JSX } from 'react';
import { Card } from '../views/Card.tsx';
import { RelatedBlock } from '../views/RelatedBlock.tsx';
import { noRelated, relatedState, type Related } from './related.ts';

/** "Baca juga: title", a paragraph of its own. */
export class RelatedNode extends DecoratorBlockNode {
  override $config() {
    return this.config('related', {
      extends: DecoratorBlockNode,
      stateConfigs: [{ stateConfig: relatedState, flat: true }],
    });
  }

  override decorate(): JSX.Element {
    return (
      <Card nodeKey={this.getKey()}>
        <RelatedBlock related={$getState(this, relatedState)} nodeKey={this.getKey()} />
      </Card>
    );
  }

  override getTextContent(): string {
    const { label, link } = $getState(this, relatedState);
    return `${label}: ${link.title}`;
  }
}

export function $createRelatedNode(related: Related = noRelated): RelatedNode {
  return $setState($create(RelatedNode), relatedState, related);
}

export function $isRelatedNode(node: LexicalNode | null | undefined): node is RelatedNode {
  return node instanceof RelatedNode;
}

export function $relatedOf(node: RelatedNode): Related {
  return $getState(node, relatedState);
}
