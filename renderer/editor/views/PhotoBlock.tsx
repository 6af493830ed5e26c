import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, type NodeKey } from 'lexical';
import type { PhotoUseId } from '#shared/domain/ids.ts';
import { useManuscriptParts } from './parts.ts';

/** The card of a photo in the body. What it shows is the photo desk's affair: the screen draws it. */
export function PhotoBlock({
  use,
  nodeKey,
}: {
  readonly use: PhotoUseId;
  readonly nodeKey: NodeKey;
}) {
  const [editor] = useLexicalComposerContext();
  const { renderPhoto } = useManuscriptParts();
  const remove = (): void => {
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      if (node === null) return;
      node.selectNext();
      node.remove();
    });
    editor.focus();
  };
  return <>{renderPhoto(use, { remove })}</>;
}
