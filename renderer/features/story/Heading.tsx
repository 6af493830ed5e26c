import { useId, useState } from 'react';
import type { PhotoUse } from '#shared/domain/article.ts';
import type { PhotoUseId } from '#shared/domain/ids.ts';
import { HEADLINE_LIMIT } from '#shared/domain/roles.ts';
import { useWords } from '../../i18n/index.ts';
import { useSiteOf } from '../../newsroom/index.ts';
import { Button, Notice, useGrowingHeight } from '../../ui/index.ts';
import { LeadSlot, newPhotoUse, PhotoCard, type PhotoIntake } from '../photos/index.ts';
import { useFurniture, useLeadPhotos, useStoryFacts } from './draft-parts.ts';
import { useDraft, usePens } from './DraftProvider.tsx';
import { Length } from './furniture/Length.tsx';
import { OtherHeadlines } from './furniture/OtherHeadlines.tsx';
import styles from './Heading.module.css';

/** Where the count begins to warn: this share of what the site allows. */
const GOOD = 0.73;
/** Where the site sets no limit for the deck: search results show as much of it. */
const DECK_MOST = 240;
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
  const id = useId();
  const site = useSiteOf(useStoryFacts().summary.desk);
  const headlineMost = site?.headlineLimit ?? HEADLINE_LIMIT;
  const deckMost = site?.deckLimit ?? DECK_MOST;
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
          rows={1}
          className={styles.headline}
          aria-label={t('story.headline')}
          aria-describedby={`${id}-headline`}
          placeholder={t('story.headline-here')}
          data-where="headline"
          value={article.headline}
          readOnly={!pens.text}
          onChange={(event) => draft.changeFurniture({ headline: oneLine(event.target.value) })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            // In a split window two stories are shown: the deck of this one.
            const header = event.currentTarget.closest('header');
            header?.querySelector<HTMLElement>('[data-where="deck"]')?.focus();
          }}
        />
        <span className={styles.length}>
          <Length
            id={`${id}-headline`}
            now={article.headline.length}
            good={Math.round(headlineMost * GOOD)}
            most={headlineMost}
          />
        </span>
      </div>
      <div className={styles.line}>
        <textarea
          ref={deck}
          rows={1}
          className={styles.deck}
          aria-label={t('story.deck')}
          aria-describedby={`${id}-deck`}
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
        <span className={styles.length}>
          <Length
            id={`${id}-deck`}
            now={article.deck.length}
            good={Math.min(DECK_GOOD, Math.round(deckMost * GOOD))}
            most={deckMost}
          />
        </span>
      </div>
      <OtherHeadlines
        headlines={article}
        editable={pens.text}
        onChange={(fields) => draft.changeFurniture(fields)}
      />
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
