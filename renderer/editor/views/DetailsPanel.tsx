import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalEditable } from '@lexical/react/useLexicalEditable';
import { $getNodeByKey, SKIP_DOM_SELECTION_TAG, type LexicalNode } from 'lexical';
import { ChevronDown } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { runCommand, useCommand } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Button, Menu } from '../../ui/index.ts';
import { $detailsAtCaret, type Details, type DetailsAt } from './details.ts';
import styles from './DetailsPanel.module.css';

/** What a block has besides its text, at its foot while the caret is in it: a quote's speaker, a table's caption. */
export function DetailsPanel() {
  const { t } = useWords();
  const [editor] = useLexicalComposerContext();
  const editable = useLexicalEditable();
  const [at, setAt] = useState<DetailsAt | null>(null);
  const panel = useRef<HTMLDivElement>(null);

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read(() => $detailsAtCaret(editor));
        if (next === null && panel.current?.contains(document.activeElement) === true) return;
        setAt((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
      }),
    [editor],
  );
  useCommand(
    'blocks.details',
    () => panel.current?.querySelector<HTMLElement>('input, button')?.focus(),
    { when: () => panel.current !== null },
  );

  if (at === null || !editable) return null;
  const change = ($change: (node: LexicalNode) => void): void =>
    editor.update(
      () => {
        const node = $getNodeByKey(at.key);
        if (node !== null) $change(node);
      },
      // The field keeps the focus.
      { tag: SKIP_DOM_SELECTION_TAG },
    );
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    // Else the same key press would go on into the text.
    event.preventDefault();
    editor.focus();
  };
  const fields = at.details.map((detail) => (
    <Detail
      key={detail.name}
      detail={detail}
      onKeyDown={leave}
      onChange={(value) => {
        change((node) => detail.$set(node, value));
        setAt({
          ...at,
          details: at.details.map((each) => (each === detail ? { ...each, value } : each)),
        });
      }}
    />
  ));
  return (
    <div
      ref={panel}
      className={styles.panel}
      style={{ top: at.top + 4 }}
      role="group"
      aria-label={t('details.name')}
    >
      {fields}
      {at.table && (
        <Menu
          align="start"
          leavesFocus
          trigger={
            <Button size="small" className={styles.opens}>
              {t('table.rows')}
              <ChevronDown aria-hidden="true" />
            </Button>
          }
          choices={TABLE_CHOICES.map((change) => ({
            key: change,
            name: t(`table.${change}`),
            startsGroup: change === 'delete-row',
            run: () => {
              runCommand(`table.${change}`);
              editor.focus();
            },
          }))}
        />
      )}
    </div>
  );
}

const TABLE_CHOICES = [
  'row-above',
  'row-below',
  'column-left',
  'column-right',
  'delete-row',
  'delete-column',
] as const;

function Detail({
  detail,
  onChange,
  onKeyDown,
}: {
  readonly detail: Details;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useWords();
  if (detail.name === 'header') {
    return (
      <label>
        <input
          type="checkbox"
          className={styles.switch}
          onKeyDown={onKeyDown}
          checked={detail.value !== ''}
          onChange={(event) => onChange(event.target.checked ? 'yes' : '')}
        />
        {t('details.header')}
      </label>
    );
  }
  return (
    <label>
      {t(WORDS[detail.name].label)}
      <input
        value={detail.value}
        className={detail.name === 'verb' ? styles.short : undefined}
        onKeyDown={onKeyDown}
        list={detail.name === 'verb' ? 'quote-verbs' : undefined}
        placeholder={t(WORDS[detail.name].here)}
        onChange={(event) => onChange(event.target.value)}
      />
      {detail.name === 'verb' && (
        <datalist id="quote-verbs">
          {t('quote.verbs')
            .split(',')
            .map((verb) => (
              <option key={verb}>{verb.trim()}</option>
            ))}
        </datalist>
      )}
    </label>
  );
}

const WORDS = {
  speaker: { label: 'quote.speaker', here: 'quote.speaker-here' },
  verb: { label: 'quote.verb', here: 'quote.verb-here' },
  caption: { label: 'details.caption', here: 'details.caption-here' },
} as const;
