import { Copy, ExternalLink, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { StoryView } from '#shared/contract/core.ts';
import type { Publication } from '#shared/domain/seal.ts';
import { useWords, type MessageKey } from '../../i18n/index.ts';
import { useShell } from '../../newsroom/index.ts';
import { Button, classes, Notice } from '../../ui/index.ts';
import { ProofDialog } from './ProofDialog.tsx';
import styles from './PublicationPanel.module.css';

const STATE_TEXT = {
  queued: 'publication.queued',
  sending: 'publication.sending',
  accepted: 'publication.accepted',
  'seen-live': 'publication.seen-live',
  refused: 'publication.refused',
  unknown: 'publication.unknown',
  withdrawn: 'publication.withdrawn',
} as const satisfies Record<Publication['state'], MessageKey>;

/** Where the story is published, in which state, and the proof that the page says what was sealed. */
export function PublicationPanel({ view }: { readonly view: Pick<StoryView, 'publications'> }) {
  const { t } = useWords();
  if (view.publications.length === 0) return null;
  return (
    <section className={styles.panel} aria-label={t('publication.title')}>
      {view.publications.map((publication) => (
        <PublicationCard key={publication.id} publication={publication} />
      ))}
    </section>
  );
}

function PublicationCard({ publication }: { readonly publication: Publication }) {
  const { t, dateTime } = useWords();
  const shell = useShell();
  const [proving, setProving] = useState(false);
  const [copied, setCopied] = useState(false);
  const { proof, url } = publication;
  const different = proof?.fields.filter((field) => !field.equal).length ?? 0;
  return (
    <div className={styles.card}>
      <div className={styles.top}>
        <span className={classes(styles.dot, styles[publication.state])} aria-hidden="true" />
        <strong>{t(STATE_TEXT[publication.state])}</strong>
        {publication.publishedAt !== null && <time>{dateTime(publication.publishedAt)}</time>}
      </div>
      {url !== null && <p className={styles.url}>{url.replace(/^https?:\/\//, '')}</p>}
      {publication.withdrawnReason !== null && (
        <Notice tone="warn" title={t('publication.withdrawn-because')}>
          {publication.withdrawnReason}
        </Notice>
      )}
      {proof !== null && (
        <button
          type="button"
          className={classes(styles.proof, !proof.equal && styles.drift)}
          onClick={() => setProving(true)}
        >
          {proof.equal ? <ShieldCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
          <span>
            {proof.equal
              ? t('proof.equal', { count: proof.fields.length })
              : t('proof.different', { count: different })}
          </span>
        </button>
      )}
      {url !== null && (
        <div className={styles.actions}>
          <Button size="small" icon={<ExternalLink />} onClick={() => void shell.openExternal(url)}>
            {t('publication.open')}
          </Button>
          <Button
            size="small"
            icon={<Copy />}
            onClick={() => {
              void navigator.clipboard.writeText(url).then(() => setCopied(true));
            }}
          >
            {t(copied ? 'publication.copied' : 'publication.copy')}
          </Button>
        </div>
      )}
      {proving && proof !== null && <ProofDialog proof={proof} onClose={() => setProving(false)} />}
    </div>
  );
}
