import { useState } from 'react';
import type { PhotoUse } from '#shared/domain/article.ts';
import type { PhotoUseId } from '#shared/domain/ids.ts';
import { useWords } from '../../i18n/index.ts';
import { Button, classes, Notice, useGrowingHeight } from '../../ui/index.ts';
import { LeadSlot, newPhotoUse, PhotoCard, type PhotoIntake } from '../photos/index.ts';
import { useFurniture, useLeadPhotos } from './draft-parts.ts';
import { useDraft, usePens } from './DraftProvider.tsx';
import styles from './Heading.module.css';

/** Search results cut a headline here (preflight: headline-long). */
const HEADLINE_MOST = 110;
const HEADLINE_GOOD = 80;
const DECK_GOOD = 160;

/** What stands above the body: kicker, headline, deck, byline, lead photos. Written where it is printed. */
export function Heading({
  intake,
  onDown,
  onPhotoToBody,
}: {
  readonly intake: PhotoIntake;
  /** Enter or arrow-down in the last field: on to the body. */
  readonly onDown: () => void;
  readonly onPhotoToBody: (use: PhotoUseId) => void;
}) {
  const { t } = useWords();
  const draft = useDraft();
  const article = useFurniture();
  const pens = usePens();
  const headline = useGrowingHeight(article.headline);
  const deck = useGrowingHeight(article.deck);
  const leads = useLeadPhotos();
  const [removed, setRemoved] = useState<PhotoUse | null>(null);
  const names = (people: readonly { readonly name: string }[]): string =>
    people.map((person) => person.name).join(', ');
  const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');
  return (
    <header className={styles.heading}>
      <input
        className={styles.kicker}
        aria-label={t('story.section')}
        placeholder={t('story.section-here')}
        data-where="section"
        value={article.section}
        readOnly={!pens.text}
        onChange={(event) => draft.changeFurniture({ section: event.target.value })}
      />
      <div className={styles.line}>
        <textarea
          ref={headline}
          id="headline"
          rows={1}
          className={styles.headline}
          aria-label={t('story.headline')}
          aria-describedby="headline-length"
          placeholder={t('story.headline-here')}
          data-where="headline"
          value={article.headline}
          readOnly={!pens.text}
          onChange={(event) => draft.changeFurniture({ headline: oneLine(event.target.value) })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            document.getElementById('deck')?.focus();
          }}
        />
        <Length
          id="headline-length"
          now={article.headline.length}
          good={HEADLINE_GOOD}
          most={HEADLINE_MOST}
        />
      </div>
      <div className={styles.line}>
        <textarea
          ref={deck}
          id="deck"
          rows={1}
          className={styles.deck}
          aria-label={t('story.deck')}
          aria-describedby="deck-length"
          placeholder={t('story.deck-here')}
          data-where="deck"
          value={article.deck}
          readOnly={!pens.text}
          onChange={(event) => draft.changeFurniture({ deck: oneLine(event.target.value) })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onDown();
          }}
        />
        <Length
          id="deck-length"
          now={article.deck.length}
          good={DECK_GOOD}
          most={DECK_GOOD * 1.5}
        />
      </div>
      <p className={styles.byline}>
        <span>
          {t('story.written-by')} <strong>{names(article.writers) || '—'}</strong>
        </span>
        <span aria-hidden="true">|</span>
        <span>
          {t('story.edited-by')} <strong>{names(article.editors) || '—'}</strong>
        </span>
      </p>
      {leads.map((use) => (
        <PhotoCard
          key={use.id}
          use={use}
          place="lead"
          editable={pens.photos}
          movable={pens.text}
          onChange={(fields) => draft.changePhotoUse(use.id, fields)}
          onRemove={() => {
            draft.removePhotoUse(use.id);
            setRemoved(use);
          }}
          onMove={() => onPhotoToBody(use.id)}
          onChoosePicture={() =>
            intake.choose((photo) => draft.changePhotoUse(use.id, { photo: photo.hash }))
          }
        />
      ))}
      {removed !== null && (
        <div className={styles.removed}>
          <Notice
            tone="note"
            actions={
              <Button
                size="small"
                onClick={() => {
                  draft.addPhotoUse(removed);
                  setRemoved(null);
                }}
              >
                {t('photo.put-back')}
              </Button>
            }
          >
            {t('photo.removed')}
          </Notice>
        </div>
      )}
      {leads.length === 0 && pens.photos && (
        <LeadSlot
          busy={intake.busy > 0}
          onChoose={() => intake.choose((photo) => draft.addPhotoUse(newPhotoUse(photo)))}
          onFiles={(files) => intake.take(files, (photo) => draft.addPhotoUse(newPhotoUse(photo)))}
        />
      )}
    </header>
  );
}

/** A live count: quiet while good, clear when it gets too long; words for those who don't see the colour. */
function Length(props: {
  readonly id: string;
  readonly now: number;
  readonly good: number;
  readonly most: number;
}) {
  const { t, number } = useWords();
  const level = props.now > props.most ? 'long' : props.now > props.good ? 'nearly' : 'good';
  return (
    <span id={props.id} className={classes(styles.length, styles[level])}>
      <span aria-hidden="true">{number(props.now)}</span>
      <span className="unseen">{t('story.length', { count: props.now, most: props.most })}</span>
    </span>
  );
}
