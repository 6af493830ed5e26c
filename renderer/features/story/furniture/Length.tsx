import { useWords } from '../../../i18n/index.ts';
import { classes } from '../../../ui/index.ts';
import styles from './Length.module.css';

/** A live count: quiet while good, clear when it gets too long; words for those who don't see the colour. */
export function Length({
  id,
  now,
  good,
  most,
}: {
  readonly id: string;
  readonly now: number;
  /** Characters at which it gets long. */
  readonly good: number;
  readonly most: number;
}) {
  const { t, number } = useWords();
  const level = now > most ? 'long' : now > good ? 'nearly' : 'good';
  return (
    <span id={id} className={classes(styles.length, styles[level])}>
      <span aria-hidden="true">
        {number(now)}
        {level !== 'good' && <span className={styles.most}>/{number(most)}</span>}
      </span>
      <span className="unseen">{t('story.length', { count: now, most })}</span>
    </span>
  );
}
