import { $getState, $setState, createState, type LexicalNode } from 'lexical';
import { blockIdSchema, type BlockId } from '#shared/domain/ids.ts';

/** The id of the article's block that a top-level node shows; empty until the node has one. */
export const blockIdState = createState('block', {
  parse: (value) => {
    const parsed = blockIdSchema.safeParse(value);
    return parsed.success ? parsed.data : ('' as BlockId);
  },
});

export function $blockIdOf(node: LexicalNode): BlockId | null {
  const id = $getState(node, blockIdState);
  return id.length === 0 ? null : id;
}

export function $setBlockId<Node extends LexicalNode>(node: Node, id: BlockId): Node {
  return $setState(node, blockIdState, id);
}
