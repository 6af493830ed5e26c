import type { ReactNode } from 'react';
import styles from './Empty.module.css';

/** A place with nothing in it yet: says what belongs here and how it gets here. */
export function Empty({
  icon,
  title,
  children,
  actions,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <div className={styles.icon} aria-hidden="true">
        {icon}
      </div>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.words}>{children}</p>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
