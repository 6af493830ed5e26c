import { $getRoot, type LexicalEditor } from 'lexical';
import type { BlockId } from '#shared/domain/ids.ts';
import { $blockIdOf } from '../nodes/block-id.ts';

/** The element of each block, as the page shows it now. */
export function blockElements(editor: LexicalEditor): ReadonlyMap<BlockId, HTMLElement> {
  const elements = new Map<BlockId, HTMLElement>();
  editor.getEditorState().read(() => {
    for (const node of $getRoot().getChildren()) {
      const id = $blockIdOf(node);
      const element = id === null ? null : editor.getElementByKey(node.getKey());
      if (id !== null && element !== null) elements.set(id, element);
    }
  });
  return elements;
}
