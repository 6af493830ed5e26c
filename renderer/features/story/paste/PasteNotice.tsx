import type { ReactNode } from 'react';
import type { PasteReport } from '../../../editor/index.ts';
import { useWords, type MessageKey } from '../../../i18n/index.ts';
import { Button, Notice } from '../../../ui/index.ts';
import styles from './PasteNotice.module.css';

const PICTURES = {
  foreign: 'paste.why-foreign',
  file: 'paste.why-file',
  blob: 'paste.why-blob',
  kind: 'paste.why-kind',
  media: 'paste.why-media',
} as const satisfies Record<PasteReport['refused'][number], MessageKey>;

const LEFT = {
  hidden: 'paste.left-hidden',
  deleted: 'paste.left-deleted',
  comment: 'paste.left-comment',
  control: 'paste.left-control',
  picture: 'paste.left-picture',
} as const satisfies Record<PasteReport['leftOut'][number]['why'], MessageKey>;

/** What a paste did not simply put into the text: how many pictures stayed away and why, which words, what to check. */
export function PasteNotice({
  report,
  onPutIn,
  onRead,
}: {
  readonly report: PasteReport;
  /** Puts words that were left out into the text after all. */
  readonly onPutIn: (text: string) => void;
  readonly onRead: () => void;
}) {
  const { t, number } = useWords();
  const { refused, leftOut, struck, photosCopied, photosLeftOut, otherFiles } = report;
  const counted = (key: MessageKey, count: number): ReactNode =>
    count === 0 ? null : <p>{t(key, { count, shown: number(count) })}</p>;
  return (
    <Notice
      tone={report.tooLong ? 'bad' : 'note'}
      title={t('paste.report')}
      actions={
        <>
          {leftOut.length > 0 && (
            <Button
              size="small"
              onClick={() => {
                onPutIn(leftOut.map(({ text }) => text).join('\n'));
                onRead();
              }}
            >
              {t('paste.put-in')}
            </Button>
          )}
          <Button size="small" onClick={onRead}>
            {t('understood')}
          </Button>
        </>
      }
    >
      <div className={styles.report}>
        {report.tooLong && <p>{t('paste.too-long')}</p>}
        {refused.length > 0 && (
          <>
            {counted('paste.pictures', refused.length)}
            <ul>
              {[...new Set(refused)].map((why) => (
                <li
                  key={why}
                >{`${number(refused.filter((each) => each === why).length)} ${t(PICTURES[why])}`}</li>
              ))}
            </ul>
          </>
        )}
        {leftOut.length > 0 && (
          <>
            {counted('paste.left-out', leftOut.length)}
            <ul>
              {leftOut.map(({ why, text }, index) => (
                <li key={index}>
                  {t(LEFT[why])}: <q>{text}</q>
                </li>
              ))}
            </ul>
          </>
        )}
        {counted('paste.struck', struck)}
        {counted('paste.photos-copied', photosCopied)}
        {counted('paste.photos-left-out', photosLeftOut)}
        {otherFiles.length > 0 && <p>{t('paste.other-files', { names: otherFiles.join(', ') })}</p>}
      </div>
    </Notice>
  );
}
