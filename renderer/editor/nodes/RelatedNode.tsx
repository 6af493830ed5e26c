import { DecoratorBlockNode } from '@lexical/react/LexicalDecoratorBlockNode';
import { $create, $getState, $setState, createState, type LexicalNode } from 'lexical';
import type { JSX } from 'react';
import { z } from 'zod';
import { relatedLinkSchema, type RelatedLink } from '#shared/domain/article.ts';
import { RelatedBlock } from '../views/RelatedBlock.tsx';

const relatedSchema = z.strictObject({ label: z.string(), link: relatedLinkSchema });
/** `Baca juga` and the story that it points to. */
export interface Related {
  readonly label: string;
  readonly link: RelatedLink;
}

const nothing: Related = { label: 'Baca juga', link: { title: '' } };

export const relatedState = createState('related', {
  parse: (value): Related => {
    const parsed = relatedSchema.safeParse(value);
    return parsed.success ? parsed.data : nothing;
  },
  isEqual: (a, b) => JSON.stringify(a) === JSON.stringify(b),
});

/** "Baca juga: title", a paragraph of its own. */
export class RelatedNode extends DecoratorBlockNode {
  override $config() {
    return this.config('related', {
      extends: DecoratorBlockNode,
      stateConfigs: [{ stateConfig: relatedState, flat: true }],
    });
  }

  override decorate(): JSX.Element {
    return <RelatedBlock related={$getState(this, relatedState)} nodeKey={this.getKey()} />;
  }

  override getTextContent(): string {
    const { label, link } = $getState(this, relatedState);
    return `${label}: ${link.title}`;
  }
}

export function $createRelatedNode(related: Related = nothing): RelatedNode {
  return $setState($create(RelatedNode), relatedState, related);
}

export function $isRelatedNode(node: LexicalNode | null | undefined): node is RelatedNode {
  return node instanceof RelatedNode;
}

export function $relatedOf(node: RelatedNode): Related {
  return $getState(node, relatedState);
}

export function $setRelated(node: RelatedNode, related: Related): RelatedNode {
  return $setState(node, relatedState, related);
}
