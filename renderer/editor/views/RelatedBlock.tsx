import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalEditable } from '@lexical/react/useLexicalEditable';
import { Link2, Search, Trash2 } from 'lucide-react';
import { $getNodeByKey, $setState, type NodeKey } from 'lexical';
import { useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { IconButton } from '../../ui/index.ts';
import { relatedState, type Related } from '../nodes/related.ts';
import { StoryPicker } from './StoryPicker.tsx';
import styles from './RelatedBlock.module.css';

/** "Baca juga": a label, a title, and the own story that it opens, when there is one. */
export function RelatedBlock({
  related,
  nodeKey,
}: {
  readonly related: Related;
  readonly nodeKey: NodeKey;
}) {
  const [editor] = useLexicalComposerContext();
  const editable = useLexicalEditable();
  const { t } = useWords();
  const [picking, setPicking] = useState(false);
  const change = (next: Related): void =>
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      if (node !== null) $setState(node, relatedState, next);
    });
  const remove = (): void => {
    editor.update(() => $getNodeByKey(nodeKey)?.remove());
    editor.focus();
  };
  return (
    <div className={styles.related} role="group" aria-label={t('related.block')}>
      <input
        className={styles.label}
        aria-label={t('related.label')}
        value={related.label}
        readOnly={!editable}
        onChange={(event) => change({ ...related, label: event.target.value })}
      />
      <span aria-hidden="true">:</span>
      <input
        className={styles.title}
        aria-label={t('related.title')}
        placeholder={t('related.title-here')}
        value={related.link.title}
        readOnly={!editable}
        onChange={(event) =>
          change({ ...related, link: { ...related.link, title: event.target.value } })
        }
      />
      {related.link.story !== undefined && (
        <span className={styles.own}>
          <Link2 aria-hidden="true" />
          {t('related.own')}
        </span>
      )}
      {editable && (
        <span className={styles.tools}>
          <IconButton
            name={t('related.pick')}
            icon={<Search />}
            size="small"
            onClick={() => setPicking(true)}
          />
          <IconButton name={t('related.remove')} icon={<Trash2 />} size="small" onClick={remove} />
        </span>
      )}
      {picking && (
        <StoryPicker
          onClose={() => setPicking(false)}
          onPick={({ id, title }) => {
            change({ ...related, link: { title, story: id } });
            setPicking(false);
          }}
        />
      )}
    </div>
  );
}
