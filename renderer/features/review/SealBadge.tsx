import { Stamp } from 'lucide-react';
import type { StoryView } from '#shared/contract/core.ts';
import { useWords } from '../../i18n/index.ts';
import styles from './SealBadge.module.css';

/** Who sealed which content, and when. The short form of the hash is enough to compare by eye. */
export function SealBadge({
  view,
}: {
  readonly view: Pick<StoryView, 'seal' | 'sealedBy' | 'summary'>;
}) {
  const { t, dateTime } = useWords();
  const { seal, sealedBy, summary } = view;
  if (seal === null) return null;
  return (
    <section className={styles.seal} aria-label={t('seal.title')}>
      <span className={styles.wax} aria-hidden="true">
        <Stamp />
      </span>
      <div>
        <strong>{t('seal.by', { name: sealedBy ?? '—' })}</strong>
        <p>{dateTime(seal.at)}</p>
        <p>
          {t('seal.content')} <code title={seal.content}>{shortHash(seal.content)}</code>
        </p>
        {summary.changedSinceSeal && <p className={styles.changed}>{t('seal.changed')}</p>}
      </div>
    </section>
  );
}

/** `3f9a 02bc 77d1` */
export function shortHash(hash: string): string {
  return (hash.slice(0, 12).match(/.{4}/g) ?? []).join(' ');
}
