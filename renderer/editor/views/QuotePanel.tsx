import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalEditable } from '@lexical/react/useLexicalEditable';
import { $isQuoteNode } from '@lexical/rich-text';
import { $getNodeByKey, $getSelection, $isRangeSelection, type NodeKey } from 'lexical';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../i18n/index.ts';
import { $attributionOf, $setAttribution, type Attribution } from '../nodes/quote.ts';
import styles from './QuotePanel.module.css';

interface AtQuote extends Attribution {
  readonly key: NodeKey;
  readonly top: number;
}

/** Speaker and verb of the quote that holds the caret: two fields at its foot. */
export function QuotePanel() {
  const { t } = useWords();
  const [editor] = useLexicalComposerContext();
  const editable = useLexicalEditable();
  const [at, setAt] = useState<AtQuote | null>(null);
  const panel = useRef<HTMLDivElement>(null);

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        editorState.read(() => {
          const selection = $getSelection();
          const block = $isRangeSelection(selection)
            ? selection.anchor.getNode().getTopLevelElement()
            : null;
          if (!$isQuoteNode(block)) {
            if (panel.current?.contains(document.activeElement) !== true) setAt(null);
            return;
          }
          const element = editor.getElementByKey(block.getKey());
          const top = element === null ? 0 : element.offsetTop + element.offsetHeight;
          setAt({ key: block.getKey(), top, ...$attributionOf(block) });
        });
      }),
    [editor],
  );

  if (at === null || !editable) return null;
  const change = (next: Partial<Attribution>): void => {
    editor.update(() => {
      const node = $getNodeByKey(at.key);
      if ($isQuoteNode(node)) $setAttribution(node, { ...$attributionOf(node), ...next });
    });
    setAt({ ...at, ...next });
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    // Else the same key press would go on into the text.
    event.preventDefault();
    editor.focus();
  };
  return (
    <div
      ref={panel}
      className={styles.panel}
      style={{ top: at.top + 4 }}
      role="group"
      aria-label={t('quote.attribution')}
    >
      <label>
        {t('quote.speaker')}
        <input
          value={at.speaker}
          onKeyDown={leave}
          placeholder={t('quote.speaker-here')}
          onChange={(event) => change({ speaker: event.target.value })}
        />
      </label>
      <label>
        {t('quote.verb')}
        <input
          value={at.verb}
          onKeyDown={leave}
          list="quote-verbs"
          placeholder={t('quote.verb-here')}
          onChange={(event) => change({ verb: event.target.value })}
        />
      </label>
      <datalist id="quote-verbs">
        {t('quote.verbs')
          .split(',')
          .map((verb) => (
            <option key={verb}>{verb.trim()}</option>
          ))}
      </datalist>
    </div>
  );
}
