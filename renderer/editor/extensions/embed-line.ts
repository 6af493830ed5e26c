/** The address of a post, alone on its line, becomes its card with Enter. Undo gives the line back. */
import {
  $addUpdateTag,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  COMMAND_PRIORITY_BEFORE_EDITOR,
  defineExtension,
  HISTORY_PUSH_TAG,
  KEY_ENTER_COMMAND,
} from 'lexical';
import { linkSchema } from '#shared/domain/article.ts';
import { embedProvider } from '#shared/domain/embed.ts';
import { $blockIdOf, $setBlockId } from '../nodes/block-id.ts';
import { $createEmbedNode } from '../nodes/EmbedNode.tsx';
import { $topBlockOf } from '../nodes/top-block.ts';
import { $caretAtEdge } from './block-walk.ts';
import { SAY_COMMAND } from './say.ts';
import { $lineBelow } from './select-block.ts';

export const EmbedLineExtension = defineExtension({
  name: 'redaksi/EmbedLine',
  register: (editor) =>
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const selection = $getSelection();
        if (event === null || event.shiftKey || !$isRangeSelection(selection)) return false;
        const line = $topBlockOf(selection.anchor.getNode());
        if (!$isParagraphNode(line) || !$isRootNode(line.getParent())) return false;
        const url = line.getTextContent().trim();
        if (embedProvider(url) === null || !linkSchema.safeParse(url).success) return false;
        if (!selection.isCollapsed() || !$caretAtEdge(selection, line, 'end')) return false;
        event.preventDefault();
        $addUpdateTag(HISTORY_PUSH_TAG);
        const card = $createEmbedNode({ url, title: '' });
        const id = $blockIdOf(line);
        if (id !== null) $setBlockId(card, id);
        line.replace(card);
        $lineBelow(card);
        editor.dispatchCommand(SAY_COMMAND, { what: 'inserted', form: 'embed' });
        return true;
      },
      COMMAND_PRIORITY_BEFORE_EDITOR,
    ),
});
