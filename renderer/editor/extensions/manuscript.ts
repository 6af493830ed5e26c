/** The editor of a story's body, put together. Headless: the screen adds only what shows. */
import { HistoryExtension } from '@lexical/history';
import { LinkExtension } from '@lexical/link';
import { ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import { configExtension, defineExtension, type EditorThemeClasses } from 'lexical';
import { linkSchema } from '#shared/domain/article.ts';
import { PhotoNode } from '../nodes/PhotoNode.tsx';
import { RelatedNode } from '../nodes/RelatedNode.tsx';
import { BlockIdsExtension, type BlockIdsConfig } from './block-ids.ts';
import { CardFieldsExtension } from './card-fields.ts';
import { PlainLookExtension } from './plain-look.ts';

export interface ManuscriptOptions extends Partial<BlockIdsConfig> {
  readonly theme?: EditorThemeClasses;
  readonly editable?: boolean;
}

/** One editor for one story: its history ends with it. */
export function manuscriptExtension({
  theme,
  editable = true,
  ...blockIds
}: ManuscriptOptions = {}) {
  return defineExtension({
    name: 'redaksi/Manuscript',
    namespace: 'redaksi',
    nodes: () => [PhotoNode, RelatedNode],
    editable,
    ...(theme !== undefined && { theme }),
    // The story's blocks come in by $showBody, which is no step to undo.
    $initialEditorState: null,
    dependencies: [
      RichTextExtension,
      HistoryExtension,
      ListExtension,
      configExtension(LinkExtension, {
        validateUrl: (url: string) => linkSchema.safeParse(url).success,
        attributes: { rel: null, target: null },
      }),
      configExtension(BlockIdsExtension, blockIds),
      PlainLookExtension,
      CardFieldsExtension,
    ],
    onError: (error) => {
      throw error;
    },
  });
}
