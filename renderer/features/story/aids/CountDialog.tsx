import { useState } from 'react';
import { LEAD_MOST_WORDS, type StoryCount } from '#shared/domain/counting/count.ts';
import type { StoryId } from '#shared/domain/ids.ts';
import { useWords } from '../../../i18n/index.ts';
import { useWorkspace } from '../../../newsroom/index.ts';
import { Button, Dialog, TextField } from '../../../ui/index.ts';
import styles from './WordBar.module.css';

/** Targets of stories that are long out of sight go. */
const MOST_TARGETS = 300;
const LARGEST = 100_000;

/** Every count of the story, and the length that it shall have. */
export function CountDialog({
  story,
  count,
  onClose,
}: {
  readonly story: StoryId;
  readonly count: StoryCount;
  readonly onClose: () => void;
}) {
  const { t, number } = useWords();
  const { workspace, change } = useWorkspace();
  const { [story]: before, ...others } = workspace.targets ?? {};
  const [typed, setTyped] = useState(before === undefined ? '' : String(before));
  const target = Number(typed.trim());
  const wrong =
    typed.trim() !== '' && !(Number.isInteger(target) && target > 0 && target <= LARGEST);
  const keep = (): void => {
    if (wrong) return;
    const kept = Object.entries(others).slice(1 - MOST_TARGETS);
    change({ targets: Object.fromEntries(target > 0 ? [...kept, [story, target]] : kept) });
    onClose();
  };
  const facts: readonly (readonly [string, string])[] = [
    [t('aids.count.words'), number(count.words)],
    [t('aids.count.characters'), number(count.characters)],
    [t('aids.count.minutes'), number(count.minutes)],
    [t('aids.count.lead'), number(count.lead)],
  ];
  return (
    <Dialog
      open
      onClose={onClose}
      width="narrow"
      title={t('aids.count')}
      lead={t('aids.count-lead', { most: LEAD_MOST_WORDS })}
      closeName={t('close')}
      actions={
        <Button look="main" onClick={keep}>
          {t('aids.keep')}
        </Button>
      }
    >
      <dl className={styles.counts}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <TextField
          label={t('aids.target')}
          hint={t('aids.target-hint')}
          problem={wrong ? t('aids.target-wrong') : undefined}
          inputMode="numeric"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
