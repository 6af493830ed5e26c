import type { StoryState } from '#shared/domain/workflow.ts';
import { useWords } from '../i18n/index.ts';
import { classes } from '../ui/index.ts';
import { STATES } from './state-text.ts';
import styles from './StateChip.module.css';

/** Where a story stands, in one word and a shape: never by colour alone. */
export function StateChip({ state }: { readonly state: StoryState }) {
  const { t } = useWords();
  const { name, tone } = STATES[state];
  return (
    <span className={classes(styles.chip, styles[tone])}>
      <span className={styles.dot} aria-hidden="true" />
      {t(name)}
    </span>
  );
}
