import { Check, CircleAlert, Loader } from 'lucide-react';
import { useWords, type MessageKey } from '../../i18n/index.ts';
import { classes } from '../../ui/index.ts';
import { useDraftState } from './DraftProvider.tsx';
import type { Saving } from './saving.ts';
import styles from './StoryBar.module.css';

const TEXT = {
  clean: 'save.clean',
  gathering: 'save.saving',
  saving: 'save.saving',
  rebasing: 'save.saving',
  failed: 'save.failed',
  stale: 'save.stale',
} as const satisfies Record<Saving['phase'], MessageKey>;

/** Whether the text is on this laptop's disk. "Saved" means committed, and nothing less. */
export function SaveState() {
  const { t } = useWords();
  const { saving, view } = useDraftState();
  if (view.editing === null) return null;
  const bad = saving.phase === 'failed' || saving.phase === 'stale';
  const Icon = bad ? CircleAlert : saving.phase === 'clean' ? Check : Loader;
  return (
    <span
      className={classes(styles.save, bad && styles.saveBad)}
      data-testid="save-state"
      data-phase={saving.phase}
    >
      <Icon aria-hidden="true" />
      {t(TEXT[saving.phase])}
    </span>
  );
}
