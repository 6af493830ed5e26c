import { useEffect } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Button, Notice } from '../../ui/index.ts';
import type { FileNews } from './say.ts';
import styles from './FileNewsPlace.module.css';

const SHOWN_MS = 6_000;

/** Above the status bar: what became of a file. */
export function FileNewsPlace({
  news,
  onRead,
}: {
  readonly news: FileNews | null;
  readonly onRead: () => void;
}) {
  const { t } = useWords();
  useEffect(() => {
    if (news?.tone !== 'good') return undefined;
    const timer = setTimeout(onRead, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [news, onRead]);
  return (
    <div className={styles.place} role="status">
      {news !== null && (
        <div className={styles.note}>
          <Notice
            tone={news.tone}
            actions={
              news.tone === 'bad' || news.tone === 'warn' ? (
                <Button size="small" onClick={onRead}>
                  {t('understood')}
                </Button>
              ) : undefined
            }
          >
            {news.text}
          </Notice>
        </div>
      )}
    </div>
  );
}
