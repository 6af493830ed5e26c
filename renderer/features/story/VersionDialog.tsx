import { useWords } from '../../i18n/index.ts';
import { useVersion } from '../../newsroom/index.ts';
import { Dialog } from '../../ui/index.ts';
import { ArticleText } from './ArticleText.tsx';
import { useDraft } from './DraftProvider.tsx';
import type { HistoryEntry } from './HistoryList.tsx';

/** An old version, to read. */
export function VersionDialog({
  version,
  onClose,
}: {
  readonly version: HistoryEntry;
  readonly onClose: () => void;
}) {
  const { t, dateTime } = useWords();
  const { story } = useDraft();
  const { data } = useVersion(story, version.id);
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
    >
      {data !== undefined && <ArticleText article={data.article} />}
    </Dialog>
  );
}
