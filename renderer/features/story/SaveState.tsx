import { Check, CircleAlert, Loader } from 'lucide-react';
import { useWords, type MessageKey } from '../../i18n/index.ts';
import { classes } from '../../ui/index.ts';
import type { DraftState } from './draft.ts';
import { useDraftPart } from './DraftProvider.tsx';
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
  const phase = useDraftPart(phaseOf);
  if (phase === null) return null;
  const bad = phase === 'failed' || phase === 'stale';
  const Icon = bad ? CircleAlert : phase === 'clean' ? Check : Loader;
  return (
    <span
      className={classes(styles.save, bad && styles.saveBad)}
      data-testid="save-state"
      data-phase={phase}
    >
      <Icon aria-hidden="true" />
      {t(TEXT[phase])}
    </span>
  );
}

/** null: nothing is saved from here. */
function phaseOf({ saving, view }: DraftState): Saving['phase'] | null {
  return view.editing === null ? null : saving.phase;
}
