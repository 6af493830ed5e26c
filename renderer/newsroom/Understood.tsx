import type { ReactNode } from 'react';
import type { LeftOverOfFile } from '#shared/contract/files.ts';
import { useWords, type MessageKey } from '../i18n/index.ts';
import styles from './Understood.module.css';

const WHY = {
  chrome: 'left.chrome',
  'forward-header': 'left.forward-header',
  timestamp: 'left.timestamp',
  label: 'left.label',
  repeated: 'left.repeated',
  'over-limit': 'left.over-limit',
  unplaced: 'left.unplaced',
  header: 'files.left.header',
  comment: 'files.left.comment',
  deleted: 'files.left.deleted',
  hidden: 'files.left.hidden',
  title: 'files.left.title',
  picture: 'files.left.picture',
  other: 'files.left.other',
} as const satisfies Record<LeftOverOfFile, MessageKey>;

/** What a text was understood as, beside what is left over of it, before anything changes. */
export function Understood({
  paper,
  children,
  leftOver,
  title,
  none,
}: {
  /** The story, to read. */
  readonly paper: ReactNode;
  /** Above the list of what is left over. */
  readonly children: ReactNode;
  readonly leftOver: readonly { readonly text: string; readonly why: LeftOverOfFile }[];
  readonly title: string;
  /** Said when nothing is left over. */
  readonly none: string;
}) {
  const { t } = useWords();
  return (
    <div className={styles.split}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: the keyboard must reach it */}
      <section className={styles.paper} tabIndex={0} aria-label={t('paste.understood')}>
        {paper}
      </section>
      <div className={styles.side}>
        {children}
        <h3>{title}</h3>
        {leftOver.length === 0 ? (
          <p className={styles.quiet}>{none}</p>
        ) : (
          <ul className={styles.left}>
            {leftOver.map(({ text, why }, at) => (
              <li key={`${at} ${text}`}>
                <span>{text === '' ? t('files.untitled-picture') : text}</span>
                <em>{t(WHY[why])}</em>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
