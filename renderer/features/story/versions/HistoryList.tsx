import { useState } from 'react';
import type { CoreOutput } from '#shared/contract/core.ts';
import { useWords } from '../../../i18n/index.ts';
import { useHistory, useNow } from '../../../newsroom/index.ts';
import { classes } from '../../../ui/index.ts';
import { useDraft } from '../DraftProvider.tsx';
import { VersionDialog } from './VersionDialog.tsx';
import styles from '../Inspector.module.css';

export type HistoryEntry = CoreOutput<'story.history'>['versions'][number];

/** Every version of the story, newest first; each can be read, none can be lost. */
export function HistoryList() {
  const { t, age, number, dateTime } = useWords();
  const { story } = useDraft();
  const now = useNow();
  const { data } = useHistory(story);
  const [reading, setReading] = useState<HistoryEntry | null>(null);
  if (data?.versions.length === 0) return <p>{t('history.empty')}</p>;
  return (
    <>
      <ol>
        {data?.versions.map((version) => (
          <li key={version.id}>
            <button type="button" className={styles.version} onClick={() => setReading(version)}>
              <i
                className={classes(
                  styles.knot,
                  version.head && styles.knotHead,
                  version.sealed && styles.knotSealed,
                )}
                aria-hidden="true"
              />
              <strong>
                {t(`reason.${version.reason}`)}
                {version.sealed && ` · ${t('history.sealed')}`}
              </strong>
              <span title={dateTime(version.at)}>
                {version.person} · {age(version.at, now)} ·{' '}
                {t('words', { count: version.words, shown: number(version.words) })}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {reading !== null && <VersionDialog version={reading} onClose={() => setReading(null)} />}
    </>
  );
}
