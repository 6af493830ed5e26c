import { Ban, Check } from 'lucide-react';
import type { RefCallback } from 'react';
import type { RelatedStory } from '#shared/contract/core.ts';
import type { DeskId } from '#shared/domain/ids.ts';
import { useWords } from '../../i18n/index.ts';
import { linkStanding, useNewsroom, useNow } from '../../newsroom/index.ts';
import { classes } from '../../ui/index.ts';
import styles from './StoryChoices.module.css';

/** One story that can be linked, or why it can't. An option of a list box. */
export function StoryChoiceRow({
  story,
  at,
  linked,
  id,
  reference,
  onAt,
  onChoose,
}: {
  readonly story: RelatedStory;
  readonly at: boolean;
  readonly linked: boolean;
  readonly id: string;
  readonly reference?: RefCallback<HTMLElement>;
  readonly onAt?: () => void;
  readonly onChoose: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const desk = useDeskName(story.desk);
  const { refusal } = story;
  return (
    <li
      id={id}
      role="option"
      aria-selected={at}
      aria-disabled={refusal !== null || undefined}
      ref={reference}
      className={classes(styles.row, at && styles.at, refusal !== null && styles.refused)}
      // A menu that opens under a resting pointer is not pointed at.
      onMouseMove={at ? undefined : onAt}
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      <strong>{story.title}</strong>
      <span className={styles.facts}>
        {refusal === null ? (
          <span>{[linkStanding(words, story, now), desk].filter(Boolean).join(' · ')}</span>
        ) : (
          <span className={styles.reason}>
            <Ban aria-hidden="true" />
            {t(`links.refusal.${refusal}`)}
          </span>
        )}
        {linked && (
          <span className={styles.linked}>
            <Check aria-hidden="true" />
            {t('links.already')}
          </span>
        )}
      </span>
    </li>
  );
}

function useDeskName(desk: DeskId): string {
  return useNewsroom()?.desks.find(({ id }) => id === desk)?.name ?? '';
}
