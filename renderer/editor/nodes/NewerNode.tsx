import { DecoratorBlockNode } from '@lexical/react/LexicalDecoratorBlockNode';
import { $create, $getState, $setState, createState, type LexicalNode } from 'lexical';
import type { JSX } from 'react';
import { blockSchema, isNewerBlock, type NewerBlock } from '#shared/domain/article.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { BlockId } from '#shared/domain/ids.ts';
import { NewerBlockCard } from '../views/NewerBlockCard.tsx';

/** The block's own JSON, as text: nothing on the way can read it, so nothing can change it. */
const newerState = createState('newer', {
  parse: (value) => (typeof value === 'string' ? value : ''),
});

/** A block that a newer Redaksi wrote: kept as it came, moved and deleted as a whole. */
export class NewerNode extends DecoratorBlockNode {
  override $config() {
    return this.config('newer', {
      extends: DecoratorBlockNode,
      stateConfigs: [{ stateConfig: newerState, flat: true }],
    });
  }

  override decorate(): JSX.Element {
    return <NewerBlockCard kind={kindOf($getState(this, newerState))} nodeKey={this.getKey()} />;
  }

  override getTextContent(): string {
    return '';
  }
}

export function $createNewerNode(block: NewerBlock): NewerNode {
  return $setState($create(NewerNode), newerState, canonicalJson(block));
}

export function $isNewerNode(node: LexicalNode | null | undefined): node is NewerNode {
  return node instanceof NewerNode;
}

/** The block under its present id; null when the text is none (a foreign clipboard made it). */
export function $newerBlockOf(node: NewerNode, id: BlockId): NewerBlock | null {
  const json = parsed($getState(node, newerState));
  if (json === null) return null;
  const block = blockSchema.safeParse({ ...json, id });
  return block.success && isNewerBlock(block.data) ? block.data : null;
}

function kindOf(text: string): string {
  const kind = parsed(text)?.['kind'];
  return typeof kind === 'string' ? kind : '';
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? { ...json } : null;
  } catch {
    return null;
  }
}
