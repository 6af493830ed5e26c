import { useMemo, useState } from 'react';
import type { Article } from '#shared/domain/article.ts';
import { compareArticles } from '#shared/domain/compare/compare.ts';
import { useWords } from '../../../i18n/index.ts';
import { usePlatform, useVersion } from '../../../newsroom/index.ts';
import { Button, Dialog } from '../../../ui/index.ts';
import { ArticleText } from '../ArticleText.tsx';
import { useDraft, useDraftState, usePens } from '../DraftProvider.tsx';
import { bringBack } from './bring-back.ts';
import { ComparedText } from './ComparedText.tsx';
import type { HistoryEntry } from './HistoryList.tsx';

const FACES = ['compare', 'read'] as const;

/** An old version: what is different now, place by place, to bring back; or the whole of it to read. */
export function VersionDialog({
  version,
  onClose,
}: {
  readonly version: HistoryEntry;
  readonly onClose: () => void;
}) {
  const { t, dateTime } = useWords();
  const { core } = usePlatform();
  const { story, replace, flush } = useDraft();
  const { article } = useDraftState();
  const { text: editable } = usePens();
  const { data } = useVersion(story, version.id);
  const [face, setFace] = useState<(typeof FACES)[number]>('compare');
  const old: Article | undefined = data?.article;
  const places = useMemo(
    () => (old === undefined ? [] : compareArticles(old, article)),
    [old, article],
  );
  const refusal = editable ? undefined : t('history.may-not');
  const changed = places.some(({ is }) => is !== 'same');
  const restore = async (whole: Article): Promise<void> => {
    replace(whole);
    onClose();
    if (await flush()) await core.call('story.cut', { story, reason: 'restore' });
  };
  return (
    <Dialog
      open
      width="wide"
      onClose={onClose}
      title={t(`reason.${version.reason}`)}
      lead={t('history.lead', {
        person: version.person,
        at: dateTime(version.at),
        device: version.device,
      })}
      closeName={t('close')}
      actions={
        <>
          <div role="group" aria-label={t('history.face')}>
            {FACES.map((each) => (
              <Button
                key={each}
                look="quiet"
                aria-pressed={each === face}
                data-first={each === face ? '' : undefined}
                onClick={() => setFace(each)}
              >
                {t(`history.${each}`)}
              </Button>
            ))}
          </div>
          {changed && old !== undefined && (
            <Button
              refusal={refusal}
              tip={t('history.restore-more')}
              onClick={() => void restore(old)}
            >
              {t('history.restore')}
            </Button>
          )}
        </>
      }
    >
      {old !== undefined &&
        (face === 'read' ? (
          <ArticleText article={old} />
        ) : (
          <ComparedText
            places={places}
            refusal={refusal}
            onBringBack={(where) => replace(bringBack(article, old, where))}
          />
        ))}
    </Dialog>
  );
}
