import { useCallback, useMemo, useState, type RefObject } from 'react';
import { printDateline } from '#shared/domain/story-text/dateline.ts';
import { printSignoffs } from '#shared/domain/story-text/signoff.ts';
import type { PhotoUseId } from '#shared/domain/ids.ts';
import { relatedLinks } from '#shared/preflight/related.ts';
import {
  Manuscript,
  ManuscriptPartsContext,
  type ManuscriptHandle,
  type ManuscriptParts,
} from '../../editor/index.ts';
import { useCommand } from '../../commands/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Button, Notice } from '../../ui/index.ts';
import { newPhotoUse, PhotoCard, usePhotoIntake } from '../photos/index.ts';
import type { DraftState } from './draft.ts';
import { useFurniture } from './draft-parts.ts';
import { useDraft, useDraftPart, usePens } from './DraftProvider.tsx';
import { useRenewTitles } from './furniture/use-renew-titles.ts';
import { Heading } from './Heading.tsx';
import { PasteNotice } from './paste/PasteNotice.tsx';
import { usePaste } from './paste/use-paste.ts';
import styles from './StoryScreen.module.css';

/** The manuscript: furniture written where it is printed, and the body. */
export function WriteFace({
  body,
  onUndo,
  onRedo,
  onPasteStory,
}: {
  readonly body: RefObject<ManuscriptHandle | null>;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** With a text that looks like a story, or with nothing when the person asked to paste one. */
  readonly onPasteStory: (text: string) => void;
}) {
  const words = useWords();
  const { t } = words;
  const draft = useDraft();
  const article = useFurniture();
  const outside = useDraftPart(outsideOf);
  const hasBody = useDraftPart(bodyThere);
  const pens = usePens();
  const intake = usePhotoIntake();
  const [notice, setNotice] = useState<string | null>(null);

  const addToBody = useCallback(
    (files?: readonly File[], alt = ''): void => {
      const place = (photo: Parameters<typeof newPhotoUse>[0]): void => {
        const use = { ...newPhotoUse(photo), alt };
        draft.addPhotoUse(use);
        body.current?.insertPhoto(use.id);
      };
      if (files === undefined) intake.choose(place);
      else intake.take(files, place);
    },
    [body, draft, intake],
  );
  const pasting = usePaste({ intake, onFiles: addToBody, onPasteStory });
  useCommand('insert.photo', () => addToBody(), {
    refusal: pens.photos ? undefined : t('why.wrong-state'),
  });
  useRenewTitles();
  const toBody = (use: PhotoUseId): void => {
    body.current?.insertPhoto(use);
  };

  const parts = useMemo(
    (): ManuscriptParts => ({
      renderPhoto: (id, { remove }) => <BodyPhoto id={id} onRemove={remove} />,
      links: {
        story: draft.story,
        isLinked: (story) =>
          relatedLinks(draft.snapshot().article).some(({ link }) => link.story === story),
        language: () => draft.snapshot().article.language,
      },
    }),
    [draft],
  );

  return (
    <ManuscriptPartsContext value={parts}>
      <div className={styles.page}>
        <Manuscript
          handle={body}
          label={t('story.body')}
          readBlocks={() => draft.snapshot().article.blocks}
          outside={outside}
          editable={pens.text}
          onBlocks={draft.setBlocks}
          onUndo={onUndo}
          onRedo={onRedo}
          knowsPhoto={draft.knowsPhoto}
          onPhotoLeftOut={() => setNotice(t('notice.photo-left-out'))}
          paste={pasting.handlers}
          onPasteStory={() => onPasteStory('')}
          dateline={article.dateline === null ? '' : printDateline(article.dateline)}
          signoff={hasBody ? printSignoffs(article.signoffs) : ''}
          above={
            <>
              {(notice ?? intake.problem) !== null && (
                <div className={styles.notice}>
                  <Notice
                    tone={intake.problem === null ? 'note' : 'bad'}
                    actions={
                      <Button
                        size="small"
                        onClick={() => {
                          setNotice(null);
                          intake.forgetProblem();
                        }}
                      >
                        {t('understood')}
                      </Button>
                    }
                  >
                    {intake.problem ?? notice}
                  </Notice>
                </div>
              )}
              {pasting.report !== null && (
                <div className={styles.pasted}>
                  <PasteNotice
                    report={pasting.report}
                    onPutIn={(text) => body.current?.insertText(text)}
                    onRead={pasting.forget}
                  />
                </div>
              )}
              <Heading
                intake={intake}
                onDown={() => body.current?.focus()}
                onPhotoToBody={toBody}
              />
            </>
          }
          below={
            <footer className={styles.tail}>
              {article.source !== '' && <p>{t('source-line', { source: article.source })}</p>}
              {article.copyright !== '' && <p className={styles.copyright}>{article.copyright}</p>}
            </footer>
          }
        />
      </div>
    </ManuscriptPartsContext>
  );
}

const outsideOf = ({ outside }: DraftState): number => outside;
const bodyThere = ({ article }: DraftState): boolean => article.blocks.length > 0;

function BodyPhoto({ id, onRemove }: { readonly id: PhotoUseId; readonly onRemove: () => void }) {
  const draft = useDraft();
  const use = useDraftPart(
    useCallback(
      ({ article }: DraftState) => article.photoUses.find((each) => each.id === id),
      [id],
    ),
  );
  const pens = usePens();
  const intake = usePhotoIntake();
  if (use === undefined) return null;
  return (
    <PhotoCard
      use={use}
      place="body"
      editable={pens.photos}
      movable={pens.text}
      onChange={(fields) => draft.changePhotoUse(id, fields)}
      onRemove={onRemove}
      onMove={() => {
        draft.keepAsLead(id);
        onRemove();
      }}
      onChoosePicture={() =>
        intake.choose((photo) => draft.changePhotoUse(id, { photo: photo.hash }))
      }
    />
  );
}
