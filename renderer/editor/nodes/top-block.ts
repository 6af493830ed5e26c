import { $isRootNode, type LexicalNode } from 'lexical';

/** The block of the article that a node belongs to. A table's cell is a world of its own to Lexical, not to us. */
export function $topBlockOf(node: LexicalNode): LexicalNode | null {
  let at: LexicalNode | null = node;
  while (at !== null && !$isRootNode(at.getParent())) at = at.getParent();
  return at;
}
