import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalEditable } from '@lexical/react/useLexicalEditable';
import { Lock, Trash2 } from 'lucide-react';
import type { NodeKey } from 'lexical';
import { useWords } from '../../i18n/index.ts';
import { IconButton } from '../../ui/index.ts';
import { DELETE_BLOCKS_COMMAND } from '../extensions/card-commands.ts';
import { Card } from './Card.tsx';
import styles from './blocks.module.css';

/** A block that this Redaksi can't read: it says so, and stays as it is. */
export function NewerBlockCard({
  kind,
  nodeKey,
}: {
  readonly kind: string;
  readonly nodeKey: NodeKey;
}) {
  const [editor] = useLexicalComposerContext();
  const editable = useLexicalEditable();
  const { t } = useWords();
  return (
    <Card nodeKey={nodeKey}>
      <div className={styles.newer} role="group" aria-label={t('block.newer')}>
        <Lock aria-hidden="true" />
        <div>
          <strong>{t('newer.title', { kind })}</strong>
          <p>{t('newer.why')}</p>
        </div>
        {editable && (
          <span className={styles.tools}>
            <IconButton
              name={t('newer.remove')}
              icon={<Trash2 />}
              size="small"
              onClick={() => editor.dispatchCommand(DELETE_BLOCKS_COMMAND, [nodeKey])}
            />
          </span>
        )}
      </div>
    </Card>
  );
}
