import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalEditable } from '@lexical/react/useLexicalEditable';
import { Search, Trash2 } from 'lucide-react';
import { $getNodeByKey, $setState, type NodeKey } from 'lexical';
import { useState } from 'react';
import type { RelatedLink } from '#shared/domain/article.ts';
import { useWords } from '../../i18n/index.ts';
import { IconButton, useGrowingHeight } from '../../ui/index.ts';
import { relatedState, type Related } from '../nodes/related.ts';
import { useManuscriptParts } from './parts.ts';
import { RelatedTarget } from './RelatedTarget.tsx';
import { StoryPicker } from './StoryPicker.tsx';
import styles from './RelatedBlock.module.css';

/** "Baca juga": a label, the title that is printed, and where it leads. */
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
  const { links } = useManuscriptParts();
  const [picking, setPicking] = useState(false);
  const { label, link } = related;
  const grow = useGrowingHeight(link.title);
  const change = (next: Partial<Related>): void =>
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      if (node !== null) $setState(node, relatedState, { ...related, ...next });
    });
  const remove = (): void => {
    editor.update(() => $getNodeByKey(nodeKey)?.remove());
    editor.focus();
  };
  const pick = (picked: RelatedLink): void => {
    // An address has no title of its own: the words that stand here stay.
    change({ link: picked.title === '' ? { ...picked, title: link.title } : picked });
    setPicking(false);
  };
  return (
    <div className={styles.related} role="group" aria-label={t('related.block')}>
      <div className={styles.printed}>
        <input
          className={styles.label}
          aria-label={t('related.label')}
          value={label}
          readOnly={!editable}
          onChange={(event) => change({ label: event.target.value })}
        />
        <span aria-hidden="true">:</span>
        <textarea
          ref={grow}
          rows={1}
          className={styles.title}
          aria-label={t('related.title')}
          placeholder={t('related.title-here')}
          value={link.title}
          readOnly={!editable}
          onChange={(event) => {
            const title = event.target.value.replaceAll(/[\r\n]+/g, ' ');
            change({ link: { ...link, title } });
          }}
        />
        {editable && (
          <span className={styles.tools}>
            {links !== null && (
              <IconButton
                name={t('related.pick')}
                icon={<Search />}
                size="small"
                onClick={() => setPicking(true)}
              />
            )}
            <IconButton
              name={t('related.remove')}
              icon={<Trash2 />}
              size="small"
              onClick={remove}
            />
          </span>
        )}
      </div>
      <RelatedTarget link={link} editable={editable} onChange={(next) => change({ link: next })} />
      {picking && links !== null && (
        <StoryPicker
          title={t('related.block')}
          story={links.story}
          isLinked={links.isLinked}
          onPick={pick}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}
