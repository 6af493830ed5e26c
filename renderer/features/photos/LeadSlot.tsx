import { ImagePlus } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { classes } from '../../ui/index.ts';
import styles from './PhotoCard.module.css';

/** Where the lead photo goes while there is none: a button, and a place to drop a file. */
export function LeadSlot({
  busy,
  onChoose,
  onFiles,
}: {
  readonly busy: boolean;
  readonly onChoose: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const { t } = useWords();
  const [over, setOver] = useState(false);
  return (
    <button
      type="button"
      className={classes(styles.slot, over && styles.over)}
      onClick={onChoose}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <ImagePlus aria-hidden="true" />
      <span>
        <strong>{t(busy ? 'photo.taking-in' : 'photo.add-lead')}</strong>
        {t('photo.add-lead-how')}
      </span>
    </button>
  );
}
