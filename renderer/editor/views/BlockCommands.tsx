import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getRoot } from 'lexical';
import { useEffect, useState } from 'react';
import { useCommand, type CommandId } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import {
  deleteBlocks,
  duplicateBlocks,
  insertDivider,
  insertEmbed,
  insertInfoBox,
  insertTable,
  moveBlocks,
} from '../extensions/block-changes.ts';
import { $chooseBlock } from '../extensions/block-walk.ts';
import { LOOKS } from '../extensions/forms.ts';
import { changeLook } from '../extensions/looks.ts';
import { $blocksInHand } from '../extensions/select-block.ts';
import { $tablePlace, changeTable, type TableChange } from '../extensions/table-changes.ts';
import { EmbedDialog } from './EmbedDialog.tsx';

const TABLE_CHANGES: readonly TableChange[] = [
  'row-above',
  'row-below',
  'column-left',
  'column-right',
  'delete-row',
  'delete-column',
  'header',
];

/** Makes the commands about blocks work as long as the text can be written. */
export function BlockCommands() {
  const [editor] = useLexicalComposerContext();
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [inTable, setInTable] = useState(false);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) =>
        setInTable(editorState.read(() => $tablePlace() !== null)),
      ),
    [editor],
  );
  const root = (): HTMLElement | null => editor.getRootElement();
  const inText = (): boolean => document.activeElement === root();
  // Also from a card's field: the card is the block in hand.
  const inBody = (): boolean => root()?.contains(document.activeElement) === true;
  const offers: readonly Offered[] = [
    ...LOOKS.map((look): Offered => ({
      id: `block.${look}`,
      run: () => {
        changeLook(editor, look);
        editor.focus();
      },
      when: inText,
    })),
    { id: 'insert.table', run: () => insertTable(editor) },
    { id: 'insert.info-box', run: () => insertInfoBox(editor) },
    { id: 'insert.divider', run: () => insertDivider(editor) },
    { id: 'insert.embed', run: () => setAsking(true) },
    { id: 'blocks.move-up', run: () => moveBlocks(editor, 'up'), when: inBody },
    { id: 'blocks.move-down', run: () => moveBlocks(editor, 'down'), when: inBody },
    { id: 'blocks.duplicate', run: () => duplicateBlocks(editor), when: inBody },
    { id: 'blocks.delete', run: () => deleteBlocks(editor), when: inBody },
    {
      id: 'blocks.select',
      run: () => {
        root()?.focus({ preventScroll: true });
        editor.update(() => {
          const block = $blocksInHand()[0] ?? $getRoot().getFirstChild();
          if (block !== null) $chooseBlock(editor, block);
        });
      },
    },
    ...TABLE_CHANGES.map((change): Offered => ({
      id: `table.${change}`,
      run: () => changeTable(editor, change),
      refusal: inTable ? undefined : t('table.none'),
    })),
  ];
  return (
    <>
      {offers.map((offer) => (
        <Offer key={offer.id} {...offer} />
      ))}
      {asking && (
        <EmbedDialog onClose={() => setAsking(false)} onUrl={(url) => insertEmbed(editor, url)} />
      )}
    </>
  );
}

interface Offered {
  readonly id: CommandId;
  readonly run: () => void;
  readonly when?: () => boolean;
  readonly refusal?: string | undefined;
}

function Offer({ id, run, when, refusal }: Offered) {
  useCommand(id, run, { refusal, ...(when !== undefined && { when }) });
  return null;
}
