import { CloudCheck, CloudOff, CloudUpload, Keyboard, KeyRound, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SyncStatus } from '#shared/contract/core.ts';
import { useShortcut } from '../commands/index.ts';
import { useWords, type Words } from '../i18n/index.ts';
import { useCore, useNow, usePlatform, useSession, useSync } from '../newsroom/index.ts';
import { Button, classes, IconButton, Notice, Popover } from '../ui/index.ts';
import styles from './Workstation.module.css';

interface Where {
  readonly text: string;
  readonly tone: 'calm' | 'busy' | 'off' | 'attention';
}

/** Where the text is, in one sentence that is true with and without a network. */
export function whereIsTheText(
  { t, shortTime }: Words,
  sync: SyncStatus,
  signedIn: boolean,
  now: number,
): Where {
  const count = sync.pending;
  if (sync.setAside > 0)
    return { text: t('sync.set-aside', { count: sync.setAside }), tone: 'attention' };
  if (!signedIn || sync.state === 'paused')
    return { text: t('sync.paused', { count }), tone: 'attention' };
  if (sync.state === 'offline') {
    const since = sync.lastContact === null ? '' : shortTime(sync.lastContact, now);
    return {
      text: since === '' ? t('sync.offline', { count }) : t('sync.offline-since', { since, count }),
      tone: 'off',
    };
  }
  return count === 0
    ? { text: t('sync.sent'), tone: 'calm' }
    : { text: t('sync.pending', { count }), tone: 'busy' };
}

const ICONS = {
  calm: CloudCheck,
  busy: CloudUpload,
  off: CloudOff,
  attention: TriangleAlert,
} as const;

/** The bar at the foot: where the text is, always; a click tells more. */
export function StatusBar({
  onSignIn,
  onShortcuts,
}: {
  readonly onSignIn: () => void;
  readonly onShortcuts: () => void;
}) {
  const words = useWords();
  const { t, number, dateTime } = words;
  const core = useCore();
  const platform = usePlatform();
  const sync = useSync();
  const session = useSession().data;
  const now = useNow();
  const helpKeys = useShortcut('shortcuts.open');
  const [away, setAway] = useState(false);
  useEffect(() => platform.onCoreLink((link) => setAway(link === 'away')), [platform]);

  const signedIn = session?.signedIn !== false;
  const where: Where | null = away
    ? { text: t('sync.core-away'), tone: 'attention' }
    : sync === undefined
      ? null
      : whereIsTheText(words, sync, signedIn, now);
  const Icon = where === null ? CloudCheck : ICONS[where.tone];
  return (
    <footer className={styles.status} data-chrome>
      <Popover
        side="top"
        title={t('sync.title')}
        trigger={
          <button
            type="button"
            className={classes(styles.where, where !== null && styles[where.tone])}
            data-testid="status"
          >
            <Icon aria-hidden="true" />
            {where?.text ?? ''}
          </button>
        }
      >
        <div className={styles.queue}>
          <h2>{t('sync.title')}</h2>
          <p>{t('sync.safe')}</p>
          {sync !== undefined && sync.problem !== null && (
            <Notice tone="warn">{t(`sync.problem.${sync.problem}`)}</Notice>
          )}
          {sync !== undefined && (
            <dl>
              <dt>{t('sync.waiting')}</dt>
              <dd>{number(sync.pending)}</dd>
              <dt>{t('sync.refused')}</dt>
              <dd>{number(sync.setAside)}</dd>
              <dt>{t('sync.last-contact')}</dt>
              <dd>{sync.lastContact === null ? '—' : dateTime(sync.lastContact)}</dd>
            </dl>
          )}
          <div className={styles.queueActions}>
            <Button size="small" onClick={() => void core.call('sync.now', {})}>
              {t('try-now')}
            </Button>
            {!signedIn && (
              <Button size="small" look="main" icon={<KeyRound />} onClick={onSignIn}>
                {t('sign-in.again')}
              </Button>
            )}
          </div>
        </div>
      </Popover>
      <span className="unseen" role="status">
        {where?.text}
      </span>
      <span>
        {!signedIn && (
          <Button size="small" look="quiet" icon={<KeyRound />} onClick={onSignIn}>
            {t('sign-in.again')}
          </Button>
        )}
        <IconButton
          name={t('keys.title')}
          {...(helpKeys !== undefined && { shortcut: helpKeys })}
          size="small"
          icon={<Keyboard />}
          onClick={onShortcuts}
        />
      </span>
    </footer>
  );
}
