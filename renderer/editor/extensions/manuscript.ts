/** The editor of a story's body, put together. Headless: the screen adds only what shows. */
import { LinkExtension } from '@lexical/link';
import { ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import { configExtension, defineExtension, type EditorThemeClasses } from 'lexical';
import { linkSchema } from '#shared/domain/article.ts';
import { TableExtension } from '@lexical/table';
import { DividerNode } from '../nodes/DividerNode.tsx';
import { EmbedNode } from '../nodes/EmbedNode.tsx';
import { InfoBoxNode, InfoTitleNode } from '../nodes/InfoBoxNode.ts';
import { NewerNode } from '../nodes/NewerNode.tsx';
import { PhotoNode } from '../nodes/PhotoNode.tsx';
import { PullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { RelatedNode } from '../nodes/RelatedNode.tsx';
import { CLIPBOARD_EXTENSIONS } from '../paste/copy.ts';
import { BlockDeleteExtension } from './block-delete.ts';
import { BlockIdsExtension, type BlockIdsConfig } from './block-ids.ts';
import { BlockWalkExtension } from './block-walk.ts';
import { CardFieldsExtension } from './card-fields.ts';
import { EmbedLineExtension } from './embed-line.ts';
import { InsidesExtension } from './insides.ts';
import { PlainLookExtension } from './plain-look.ts';
import { PrintedEndsExtension } from './printed-ends.ts';
import { ShownDetailsExtension } from './shown-details.ts';
import { TableKeysExtension } from './table-keys.ts';

export interface ManuscriptOptions extends Partial<BlockIdsConfig> {
  readonly theme?: EditorThemeClasses;
  readonly editable?: boolean;
}

/** One editor for one story. It has no history: the story has one, over body and fields (features/story/undo). */
export function manuscriptExtension({
  theme,
  editable = true,
  ...blockIds
}: ManuscriptOptions = {}) {
  return defineExtension({
    name: 'redaksi/Manuscript',
    namespace: 'redaksi',
    nodes: () => [
      PhotoNode,
      RelatedNode,
      EmbedNode,
      DividerNode,
      NewerNode,
      PullQuoteNode,
      InfoBoxNode,
      InfoTitleNode,
    ],
    editable,
    ...(theme !== undefined && { theme }),
    // The story's blocks come in by $showBody, which is no step to undo.
    $initialEditorState: null,
    dependencies: [
      RichTextExtension,
      ListExtension,
      configExtension(LinkExtension, {
        validateUrl: (url: string) => linkSchema.safeParse(url).success,
        attributes: { rel: null, target: null },
      }),
      configExtension(BlockIdsExtension, blockIds),
      // Tab is ours (table-keys.ts): it goes through the cells and out at the end.
      configExtension(TableExtension, {
        hasCellMerge: false,
        hasCellBackgroundColor: false,
        hasTabHandler: false,
      }),
      ...CLIPBOARD_EXTENSIONS,
      InsidesExtension,
      TableKeysExtension,
      EmbedLineExtension,
      ShownDetailsExtension,
      PrintedEndsExtension,
      BlockWalkExtension,
      BlockDeleteExtension,
      PlainLookExtension,
      CardFieldsExtension,
    ],
    onError: (error) => {
      throw error;
    },
  });
}
