import { Check, CircleAlert, Loader } from 'lucide-react';
import { useWords, type MessageKey } from '../../i18n/index.ts';
import { classes } from '../../ui/index.ts';
import { useCalmPhase } from './calm-phase.ts';
import type { DraftState } from './draft.ts';
import { useDraft, useDraftPart } from './DraftProvider.tsx';
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
  const phase = useCalmPhase(useDraft());
  if (!useDraftPart(savesHere)) return null;
  const bad = phase === 'failed' || phase === 'stale';
  const Icon = bad ? CircleAlert : phase === 'clean' ? Check : Loader;
  return (
    <span
      className={classes(styles.save, bad && styles.saveBad)}
      data-testid="save-state"
      data-phase={phase}
    >
      <Icon aria-hidden="true" />
      <span className={bad ? undefined : styles.saveWords}>{t(TEXT[phase])}</span>
    </span>
  );
}

function savesHere({ view }: DraftState): boolean {
  return view.editing !== null;
}
