/** A pull quote's speaker and a table's caption are shown by CSS, from an attribute: text that no caret can get into. */
import { TableNode } from '@lexical/table';
import { $getNodeByKey, defineExtension, mergeRegister, type NodeKey } from 'lexical';
import { $isPullQuoteNode, $pullQuoteSpeakerOf, PullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { $tableFactsOf } from '../nodes/table.ts';

export const ShownDetailsExtension = defineExtension({
  name: 'redaksi/ShownDetails',
  register: (editor) => {
    const show = (changes: ReadonlyMap<NodeKey, string>): void =>
      editor.read(() => {
        for (const key of changes.keys()) {
          const node = $getNodeByKey(key);
          const element = editor.getElementByKey(key);
          if (node === null || element === null) continue;
          if ($isPullQuoteNode(node)) element.dataset['attribution'] = $pullQuoteSpeakerOf(node);
          if (node instanceof TableNode) element.dataset['caption'] = $tableFactsOf(node).caption;
        }
      });
    return mergeRegister(
      editor.registerMutationListener(PullQuoteNode, show),
      editor.registerMutationListener(TableNode, show),
    );
  },
});
