/** A newsroom's text has bold, italic and links, and no other look. Whatever is pasted keeps its words and loses the rest. */
import { LinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode, ListNode } from '@lexical/list';
import { $createHeadingNode, HeadingNode } from '@lexical/rich-text';
import {
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  mergeRegister,
  TEXT_TYPE_TO_FORMAT,
  TextNode,
} from 'lexical';
import { linkSchema } from '#shared/domain/article.ts';
import { $blockIdOf, $setBlockId } from '../nodes/block-id.ts';

const KEPT = (TEXT_TYPE_TO_FORMAT['bold'] ?? 0) | (TEXT_TYPE_TO_FORMAT['italic'] ?? 0);

export const PlainLookExtension = defineExtension({
  name: 'redaksi/PlainLook',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        FORMAT_TEXT_COMMAND,
        (format) => format !== 'bold' && format !== 'italic',
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(INDENT_CONTENT_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
      editor.registerNodeTransform(TextNode, (node) => {
        // An input method owns the text that it is composing: hands off until it is done.
        if (node.isComposing()) return;
        if ((node.getFormat() & ~KEPT) !== 0) node.setFormat(node.getFormat() & KEPT);
        if (node.getStyle() !== '') node.setStyle('');
      }),
      editor.registerNodeTransform(HeadingNode, (node) => {
        const tag = node.getTag();
        if (tag === 'h2' || tag === 'h3') return;
        const heading = $createHeadingNode(tag === 'h1' ? 'h2' : 'h3');
        const id = $blockIdOf(node);
        node.replace(heading, true);
        if (id !== null) $setBlockId(heading, id);
      }),
      editor.registerNodeTransform(LinkNode, (node) => {
        if (linkSchema.safeParse(node.getURL()).success) return;
        // SECURITY: a link that a reader could not follow safely keeps its words and nothing else.
        for (const child of node.getChildren()) node.insertBefore(child);
        node.remove();
      }),
      editor.registerNodeTransform(ListNode, (node) => {
        // Lists are flat: the items of an inner list follow the item that holds it.
        const holder = node.getParent();
        if (!$isListItemNode(holder) || !$isListNode(holder.getParent())) return;
        for (const item of node.getChildren().toReversed()) holder.insertAfter(item);
        node.remove();
        if (holder.isEmpty()) holder.remove();
      }),
    ),
});
