import { $isLinkNode, $toggleLink } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $createTextNode, $getSelection, $isRangeSelection, $setSelection } from 'lexical';
import { useState, type FormEvent } from 'react';
import { linkSchema } from '#shared/domain/article.ts';
import { useWords } from '../../i18n/index.ts';
import { Button, Dialog, TextField } from '../../ui/index.ts';

/** Puts a link on the selected words, changes it, or takes it away. */
export function LinkDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const [editor] = useLexicalComposerContext();
  // The selection as it was: a dialog has the focus meanwhile.
  const [before] = useState(() =>
    editor.read(() => {
      const selection = $getSelection();
      const node = $isRangeSelection(selection) ? selection.anchor.getNode() : null;
      const link = node === null ? null : $isLinkNode(node) ? node : node.getParent();
      return { selection: selection?.clone() ?? null, url: $isLinkNode(link) ? link.getURL() : '' };
    }),
  );
  const [url, setUrl] = useState(before.url);
  const [problem, setProblem] = useState<string>();

  const finish = (address: string | null): void => {
    onClose();
    editor.update(() => {
      if (before.selection === null) return;
      $setSelection(before.selection.clone());
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      if (address !== null && selection.isCollapsed() && before.url === '') {
        const text = $createTextNode(address);
        selection.insertNodes([text]);
        text.select(0, address.length);
      }
      $toggleLink(address);
    });
    setTimeout(() => editor.focus(), 0);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = url.trim();
    const address = /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`;
    if (linkSchema.safeParse(address).success && typed !== '') finish(address);
    else setProblem(t('link.problem'));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('link.title')}
      closeName={t('close')}
      width="narrow"
      actions={
        <>
          {before.url !== '' && (
            <Button look="danger" onClick={() => finish(null)}>
              {t('link.remove')}
            </Button>
          )}
          <Button look="main" type="submit" form="link-form">
            {t('link.set')}
          </Button>
        </>
      }
    >
      <form id="link-form" onSubmit={submit}>
        <TextField
          label={t('link.address')}
          hint={t('link.hint')}
          problem={problem}
          value={url}
          spellCheck={false}
          placeholder="https://"
          onChange={(event) => {
            setUrl(event.target.value);
            setProblem(undefined);
          }}
        />
      </form>
    </Dialog>
  );
}
