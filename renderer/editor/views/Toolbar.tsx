import { $isLinkNode } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  Bold,
  ChevronDown,
  ClipboardPaste,
  ImagePlus,
  Italic,
  Link,
  Newspaper,
  Redo2,
  Undo2,
} from 'lucide-react';
import { $getSelection, $isRangeSelection, FORMAT_TEXT_COMMAND } from 'lexical';
import { useEffect, useState } from 'react';
import { runCommand, useCommandState, useShortcut } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Button, IconButton, Menu } from '../../ui/index.ts';
import { FORM_NAMES, LOOKS, type BlockForm } from '../extensions/forms.ts';
import { $formAtCaret, changeLook } from '../extensions/looks.ts';
import { InsertMenu } from './InsertMenu.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { useWritingShortcuts } from './shortcuts.ts';
import styles from './Toolbar.module.css';

interface AtCaret {
  readonly form: BlockForm;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: boolean;
}
const NOWHERE: AtCaret = { form: 'paragraph', bold: false, italic: false, link: false };

/** What the caret stands in, and what can be done there. */
export function Toolbar({ onPasteStory }: { readonly onPasteStory: () => void }) {
  const { t } = useWords();
  const [editor] = useLexicalComposerContext();
  const [at, setAt] = useState<AtCaret>(NOWHERE);
  const [linking, setLinking] = useState(false);
  const undo = useCommandState('edit.undo');
  const redo = useCommandState('edit.redo');
  const pasteKeys = useShortcut('story.paste');
  const undoKeys = useShortcut('edit.undo');
  const boldKeys = useShortcut('format.bold');
  const italicKeys = useShortcut('format.italic');
  const linkKeys = useShortcut('format.link');
  const redoKeys = useShortcut('edit.redo');
  const photoKeys = useShortcut('insert.photo');
  const relatedKeys = useShortcut('insert.related');
  useWritingShortcuts(editor, () => setLinking(true));

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($readCaret);
        setAt((before) =>
          before.form === next.form &&
          before.bold === next.bold &&
          before.italic === next.italic &&
          before.link === next.link
            ? before
            : next,
        );
      }),
    [editor],
  );

  // The caret stays in the text while a button is pressed.
  const keepFocus = (event: { preventDefault: () => void }): void => event.preventDefault();
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('toolbar.name')} data-chrome>
      <Menu
        align="start"
        leavesFocus
        trigger={
          <Button
            look="quiet"
            className={styles.look}
            aria-label={`${t('toolbar.block')}: ${t(FORM_NAMES[at.form])}`}
          >
            {t(FORM_NAMES[at.form])}
            <ChevronDown aria-hidden="true" />
          </Button>
        }
        choices={LOOKS.map((look) => ({
          key: look,
          name: t(FORM_NAMES[look]),
          run: () => {
            changeLook(editor, look);
            editor.focus();
          },
        }))}
      />
      <span className={styles.gap} />
      <IconButton
        name={t('toolbar.bold')}
        shortcut={boldKeys}
        icon={<Bold />}
        aria-pressed={at.bold}
        onMouseDown={keepFocus}
        onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')}
      />
      <IconButton
        name={t('toolbar.italic')}
        shortcut={italicKeys}
        icon={<Italic />}
        aria-pressed={at.italic}
        onMouseDown={keepFocus}
        onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic')}
      />
      <IconButton
        name={t('toolbar.link')}
        shortcut={linkKeys}
        icon={<Link />}
        aria-pressed={at.link}
        onMouseDown={keepFocus}
        onClick={() => setLinking(true)}
      />
      <span className={styles.gap} />
      <InsertMenu />
      <IconButton
        name={t('toolbar.photo')}
        {...(photoKeys !== undefined && { shortcut: photoKeys })}
        icon={<ImagePlus />}
        onMouseDown={keepFocus}
        onClick={() => void runCommand('insert.photo')}
      />
      <IconButton
        name={t('toolbar.related')}
        {...(relatedKeys !== undefined && { shortcut: relatedKeys })}
        icon={<Newspaper />}
        onMouseDown={keepFocus}
        onClick={() => void runCommand('insert.related')}
      />
      <Button
        look="quiet"
        icon={<ClipboardPaste />}
        onClick={onPasteStory}
        {...(pasteKeys !== undefined && { shortcut: pasteKeys })}
      >
        {t('toolbar.paste-story')}
      </Button>
      <span className={styles.rest} />
      <IconButton
        name={t('toolbar.undo')}
        {...(undoKeys !== undefined && { shortcut: undoKeys })}
        icon={<Undo2 />}
        refusal={undo.refusal}
        onMouseDown={keepFocus}
        onClick={() => void runCommand('edit.undo')}
      />
      <IconButton
        name={t('toolbar.redo')}
        {...(redoKeys !== undefined && { shortcut: redoKeys })}
        icon={<Redo2 />}
        refusal={redo.refusal}
        onMouseDown={keepFocus}
        onClick={() => void runCommand('edit.redo')}
      />
      {linking && <LinkDialog onClose={() => setLinking(false)} />}
    </div>
  );
}

function $readCaret(): AtCaret {
  const selection = $getSelection();
  const form = $formAtCaret() ?? 'paragraph';
  if (!$isRangeSelection(selection)) return { ...NOWHERE, form };
  return {
    form,
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    link: selection.getNodes().some((node) => $isLinkNode(node) || $isLinkNode(node.getParent())),
  };
}
