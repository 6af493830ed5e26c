import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_EDITOR, mergeRegister, type NodeKey } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { deleteAnyway } from '../extensions/block-changes.ts';
import { ASK_TO_DELETE_COMMAND } from '../extensions/card-commands.ts';
import { FORM_NAMES } from '../extensions/forms.ts';
import { SAY_COMMAND, type Said } from '../extensions/say.ts';
import { $selectedBlocks } from '../extensions/select-block.ts';

/** Says what happens to blocks, shows which are selected as wholes, and asks before one goes that can't come again. */
export function BlockVoice() {
  const [editor] = useLexicalComposerContext();
  const { t } = useWords();
  const [said, setSaid] = useState<Said | null>(null);
  const [asking, setAsking] = useState<readonly NodeKey[] | null>(null);
  const marked = useRef<readonly HTMLElement[]>([]);

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          SAY_COMMAND,
          (next) => {
            setSaid(next);
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          ASK_TO_DELETE_COMMAND,
          (keys) => {
            setAsking(keys);
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerUpdateListener(({ editorState }) => {
          const keys = editorState.read(() => $selectedBlocks().map((block) => block.getKey()));
          if (keys.length === 0 && marked.current.length === 0) return;
          const elements = keys.flatMap((key) => editor.getElementByKey(key) ?? []);
          for (const element of marked.current) {
            if (!elements.includes(element)) delete element.dataset['chosen'];
          }
          for (const element of elements) element.dataset['chosen'] = '';
          marked.current = elements;
          editor.getRootElement()?.toggleAttribute('data-choosing', elements.length > 0);
        }),
      ),
    [editor],
  );
  return (
    <>
      <span className="unseen" role="status">
        {said !== null &&
          t(`said.${said.what}`, { form: t(FORM_NAMES[said.form]), count: said.count ?? 1 })}
      </span>
      {asking !== null && (
        <Dialog
          open
          onClose={() => setAsking(null)}
          title={t('newer.ask')}
          lead={t('newer.ask-why')}
          closeName={t('close')}
          width="narrow"
          actions={
            <>
              <Button data-first="" onClick={() => setAsking(null)}>
                {t('newer.keep')}
              </Button>
              <Button
                look="danger"
                onClick={() => {
                  setAsking(null);
                  deleteAnyway(editor, asking);
                }}
              >
                {t('newer.remove')}
              </Button>
            </>
          }
        >
          {null}
        </Dialog>
      )}
    </>
  );
}
