import { CircleCheckBig, Files, Inbox, NotebookPen, Rocket, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import type { StoryListView } from '#shared/contract/core.ts';
import { useShortcut } from '../commands/index.ts';
import { useWords } from '../i18n/index.ts';
import { useNewsroom, useSession, useStories } from '../newsroom/index.ts';
import { IconButton } from '../ui/index.ts';
import { Mark } from './Mark.tsx';
import styles from './Workstation.module.css';

const VIEWS: readonly { readonly view: StoryListView; readonly icon: ReactNode }[] = [
  { view: 'mine', icon: <NotebookPen /> },
  { view: 'review', icon: <Inbox /> },
  { view: 'ready', icon: <CircleCheckBig /> },
  { view: 'published', icon: <Rocket /> },
  { view: 'all', icon: <Files /> },
];

/** The left side of the desk: its views, and who is at it. */
export function Rail({
  view,
  onView,
  onSettings,
}: {
  readonly view: StoryListView;
  readonly onView: (view: StoryListView) => void;
  readonly onSettings: () => void;
}) {
  const { t, number } = useWords();
  const newsroom = useNewsroom();
  const settingsKeys = useShortcut('settings.open');
  const person = useSession().data?.person;
  const counts = useStories(view, '').data?.counts;
  const roles = [...new Set(person?.grants.map((grant) => grant.role))];
  return (
    <nav className={styles.rail} aria-label={t('rail.name')}>
      <div className={styles.brand}>
        <Mark />
        <div>
          <strong>Redaksi</strong>
          <span>{newsroom?.name ?? ' '}</span>
        </div>
      </div>
      <div className={styles.views}>
        {VIEWS.map((each) => (
          <button
            key={each.view}
            type="button"
            aria-current={each.view === view ? 'page' : undefined}
            onClick={() => onView(each.view)}
          >
            {each.icon}
            <span>{t(`view.${each.view}`)}</span>
            <span className={styles.count}>
              {counts?.[each.view] === undefined ? '' : number(counts[each.view] ?? 0)}
            </span>
          </button>
        ))}
      </div>
      <div className={styles.foot}>
        <span className={styles.face} aria-hidden="true">
          {initials(person?.fullName ?? '')}
        </span>
        <div className={styles.me}>
          <strong>{person?.fullName}</strong>
          <span>{roles.map((role) => t(`role.${role}`)).join(', ')}</span>
        </div>
        <IconButton
          name={t('settings.title')}
          {...(settingsKeys !== undefined && { shortcut: settingsKeys })}
          icon={<Settings />}
          size="small"
          onClick={onSettings}
        />
      </div>
    </nav>
  );
}

function initials(name: string): string {
  const parts = name.split(' ').filter((part) => part !== '');
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
    .map((part) => part?.[0] ?? '')
    .join('')
    .toUpperCase();
}
