import { DecoratorBlockNode } from '@lexical/react/LexicalDecoratorBlockNode';
import { $create, $getState, $setState, type LexicalNode } from 'lexical';
import type { JSX } from 'react';
import { EmbedBlock } from '../views/EmbedBlock.tsx';
import { embedState, type Embed } from './embed.ts';

/** A post or film of another site, as a link. */
export class EmbedNode extends DecoratorBlockNode {
  override $config() {
    return this.config('embed', {
      extends: DecoratorBlockNode,
      stateConfigs: [{ stateConfig: embedState, flat: true }],
    });
  }

  override decorate(): JSX.Element {
    return <EmbedBlock embed={$getState(this, embedState)} nodeKey={this.getKey()} />;
  }

  override getTextContent(): string {
    const { title, url } = $getState(this, embedState);
    return title === '' ? url : `${title}\n${url}`;
  }
}

export function $createEmbedNode(embed: Embed): EmbedNode {
  return $setState($create(EmbedNode), embedState, embed);
}

export function $isEmbedNode(node: LexicalNode | null | undefined): node is EmbedNode {
  return node instanceof EmbedNode;
}

export function $embedOf(node: EmbedNode): Embed {
  return $getState(node, embedState);
}
