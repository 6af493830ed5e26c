import { CloudUpload, FileText, PencilLine } from 'lucide-react';
import type { StorySummary } from '#shared/contract/core.ts';
import { useWords } from '../../i18n/index.ts';
import { photoAddress, StateChip, useNewsroom, useNow, usePhoto } from '../../newsroom/index.ts';
import { classes, Tip } from '../../ui/index.ts';
import styles from './StoryList.module.css';

/** One story in a list. */
export function StoryRow({
  story,
  chosen,
  position,
  count,
  onOpen,
  onChoose,
}: {
  readonly story: StorySummary;
  readonly chosen: boolean;
  readonly position: number;
  readonly count: number;
  readonly onOpen: () => void;
  readonly onChoose: () => void;
}) {
  const { t, age, number, dateTime } = useWords();
  const now = useNow();
  // Its picture may come after its words: then the row is drawn again.
  const photo = usePhoto(story.photo);
  const desk = useNewsroom()?.desks.find((each) => each.id === story.desk);
  return (
    // The list has the keys: the row takes only the mouse.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter in the listbox opens it
    <div
      id={`story-${story.id}`}
      role="option"
      aria-selected={chosen}
      aria-posinset={position}
      aria-setsize={count}
      tabIndex={-1}
      className={classes(styles.row, chosen && styles.chosen)}
      onMouseDown={onChoose}
      onClick={onOpen}
    >
      {story.photo === null || photo?.state === 'awaited' ? (
        <span className={styles.noThumb} aria-hidden="true">
          <FileText />
        </span>
      ) : (
        <img
          className={styles.thumb}
          src={photoAddress(story.photo, 'thumb')}
          alt=""
          width={84}
          height={58}
          loading="lazy"
        />
      )}
      <div>
        <div className={classes(styles.headline, story.headline === '' && styles.untitled)}>
          {story.headline || t('untitled')}
        </div>
        <div className={styles.meta}>
          <span>{story.writers.join(', ') || t('desk.no-writer')}</span>
          <span>{desk?.name ?? story.desk}</span>
          <span>{t('words', { count: story.words, shown: number(story.words) })}</span>
          {story.state === 'returned' && story.reason !== '' && (
            <span className={styles.reason}>{story.reason}</span>
          )}
        </div>
      </div>
      <div className={styles.side}>
        <StateChip state={story.state} />
        <div className={styles.badges}>
          {story.changedSinceSeal && (
            <Tip text={t('seal.changed')}>
              <span className={styles.changed}>
                <PencilLine aria-hidden="true" />
                {t('desk.changed')}
              </span>
            </Tip>
          )}
          {story.unsent && (
            <Tip text={t('desk.unsent-more')}>
              <span className={styles.unsent}>
                <CloudUpload aria-hidden="true" />
                {t('desk.unsent')}
              </span>
            </Tip>
          )}
          <time dateTime={story.updatedAt} title={dateTime(story.updatedAt)}>
            {age(story.updatedAt, now)}
          </time>
        </div>
      </div>
    </div>
  );
}
