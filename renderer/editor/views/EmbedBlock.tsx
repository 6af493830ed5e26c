import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalEditable } from '@lexical/react/useLexicalEditable';
import { ExternalLink, Pencil, Trash2, TvMinimalPlay } from 'lucide-react';
import { $getNodeByKey, $setState, SKIP_DOM_SELECTION_TAG, type NodeKey } from 'lexical';
import { useState } from 'react';
import { embedProvider, PROVIDER_NAMES } from '#shared/domain/embed.ts';
import { useWords } from '../../i18n/index.ts';
import { useShell } from '../../newsroom/index.ts';
import { Button, IconButton } from '../../ui/index.ts';
import { DELETE_BLOCKS_COMMAND } from '../extensions/card-commands.ts';
import { embedState, type Embed } from '../nodes/embed.ts';
import { Card } from './Card.tsx';
import { EmbedDialog } from './EmbedDialog.tsx';
import styles from './blocks.module.css';

/** A post of another site as a card. Nothing of it is loaded: what stands here is what we were told. */
export function EmbedBlock({
  embed,
  nodeKey,
}: {
  readonly embed: Embed;
  readonly nodeKey: NodeKey;
}) {
  const [editor] = useLexicalComposerContext();
  const editable = useLexicalEditable();
  const shell = useShell();
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const provider = embedProvider(embed.url);
  const name = provider === null ? '' : PROVIDER_NAMES[provider];
  const change = (next: Partial<Embed>): void =>
    editor.update(
      () => {
        const node = $getNodeByKey(nodeKey);
        if (node !== null) $setState(node, embedState, { ...embed, ...next });
      },
      { tag: SKIP_DOM_SELECTION_TAG },
    );
  return (
    <Card nodeKey={nodeKey}>
      <div className={styles.embed} role="group" aria-label={t('embed.card', { provider: name })}>
        <div className={styles.embedHead}>
          <TvMinimalPlay aria-hidden="true" />
          <strong>{name}</strong>
          <span className={styles.note}>{t('embed.not-loaded')}</span>
          {editable && (
            <span className={styles.tools}>
              <IconButton
                name={t('embed.change')}
                icon={<Pencil />}
                size="small"
                onClick={() => setAsking(true)}
              />
              <IconButton
                name={t('embed.remove')}
                icon={<Trash2 />}
                size="small"
                onClick={() => editor.dispatchCommand(DELETE_BLOCKS_COMMAND, [nodeKey])}
              />
            </span>
          )}
        </div>
        <input
          className={styles.line}
          aria-label={t('embed.title')}
          placeholder={t('embed.title-here')}
          value={embed.title}
          readOnly={!editable}
          onChange={(event) => change({ title: event.target.value })}
        />
        <div className={styles.address}>
          <span>{embed.url}</span>
          <Button
            size="small"
            icon={<ExternalLink />}
            onClick={() => void shell.openExternal(embed.url)}
          >
            {t('embed.open')}
          </Button>
        </div>
        {asking && (
          <EmbedDialog
            url={embed.url}
            onClose={() => setAsking(false)}
            onUrl={(url) => change({ url })}
          />
        )}
      </div>
    </Card>
  );
}
