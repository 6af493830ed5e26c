/** A manuscript's editor without a screen, for tests. */
import { buildEditorFromExtensions } from '@lexical/extension';
import { $getRoot, type LexicalEditor } from 'lexical';
import type { Block } from '#shared/domain/article.ts';
import { $readBody, $showBody, type BodyCache } from './converters/body.ts';
import { manuscriptExtension, type ManuscriptOptions } from './extensions/manuscript.ts';

export interface TestManuscript {
  readonly editor: LexicalEditor;
  readonly show: (blocks: readonly Block[]) => void;
  /** Reads every block anew, as if all were dirty. */
  readonly read: () => readonly Block[];
  readonly update: (change: () => void) => void;
  readonly texts: () => readonly string[];
}

export function openTestManuscript(options: ManuscriptOptions = {}): TestManuscript {
  const editor = buildEditorFromExtensions(
    manuscriptExtension({ theme: { tableScrollableWrapper: 'frame' }, ...options }),
  );
  const cache: BodyCache = new Map();
  return {
    editor,
    show: (blocks) => editor.update(() => $showBody(blocks, cache), { discrete: true }),
    read: () => editor.getEditorState().read(() => $readBody(new Map(), 'all')),
    update: (change) => editor.update(change, { discrete: true }),
    texts: () =>
      editor.getEditorState().read(() =>
        $getRoot()
          .getChildren()
          .map((node) => node.getTextContent()),
      ),
  };
}
