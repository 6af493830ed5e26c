import type { ReactNode } from 'react';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { classes } from './classes.ts';
import styles from './Notice.module.css';

const ICONS = { bad: CircleAlert, warn: TriangleAlert, note: Info, good: CircleCheck } as const;
export type NoticeTone = keyof typeof ICONS;

/** Something to know, kept until it is read. A bad one is announced at once. */
export function Notice({
  tone,
  title,
  children,
  actions,
  flat = false,
}: {
  readonly tone: NoticeTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly flat?: boolean;
}) {
  const Icon = ICONS[tone];
  return (
    <div
      className={classes(styles.notice, styles[tone], flat && styles.flat)}
      role={tone === 'bad' ? 'alert' : 'status'}
    >
      <Icon aria-hidden="true" />
      <div className={styles.words}>
        {title !== undefined && <strong>{title}</strong>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
