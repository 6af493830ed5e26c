/**
 * Which paragraphs show the dateline before them and the sign-off after them. CSS could find them by their places, but
 * then each new line makes the browser ask about every block of the story: 40 ms a line at 50,000 words.
 */
import {
  $getRoot,
  $isParagraphNode,
  defineExtension,
  mergeRegister,
  type LexicalNode,
  type NodeKey,
} from 'lexical';

export const PrintedEndsExtension = defineExtension({
  name: 'redaksi/PrintedEnds',
  register: (editor) => {
    const marked = new Map<'dateline' | 'signoff', HTMLElement>();
    const mark = (name: 'dateline' | 'signoff', key: NodeKey | null): void => {
      const element = key === null ? null : editor.getElementByKey(key);
      const before = marked.get(name);
      if (element === before) return;
      if (before !== undefined) delete before.dataset[name];
      if (element === null) {
        marked.delete(name);
        return;
      }
      element.dataset[name] = '';
      marked.set(name, element);
    };
    const markEnds = (): void => {
      const { first, last } = editor.getEditorState().read($printedEnds);
      mark('dateline', first);
      mark('signoff', last);
    };
    return mergeRegister(
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size > 0 || dirtyLeaves.size > 0) markEnds();
      }),
      editor.registerRootListener(markEnds),
    );
  },
});

/** The first paragraph, and the last with words in it: the empty line below a card is no place for a sign-off. */
function $printedEnds(): { readonly first: NodeKey | null; readonly last: NodeKey | null } {
  let first: LexicalNode | null = $getRoot().getFirstChild();
  while (first !== null && !$isParagraphNode(first)) first = first.getNextSibling();
  let last: LexicalNode | null = $getRoot().getLastChild();
  while (last !== null && !($isParagraphNode(last) && !last.isEmpty()))
    last = last.getPreviousSibling();
  return { first: first?.getKey() ?? null, last: last?.getKey() ?? null };
}
