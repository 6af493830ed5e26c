import { ImageOff, ImagePlus, Loader } from 'lucide-react';
import type { Photo } from '#shared/contract/core.ts';
import type { PhotoUse } from '#shared/domain/article.ts';
import { useWords } from '../../i18n/index.ts';
import { photoAddress } from '../../newsroom/index.ts';
import { Button } from '../../ui/index.ts';
import styles from './PhotoCard.module.css';

/** The picture itself, or what is in its place while it is not here. */
export function Picture({
  use,
  photo,
  editable,
  onChoose,
}: {
  readonly use: PhotoUse;
  readonly photo: Photo | null | undefined;
  readonly editable: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useWords();
  if (use.photo === null) {
    return (
      <div className={styles.nothing}>
        <ImageOff aria-hidden="true" />
        <span>{t('photo.words-only')}</span>
        {editable && (
          <Button icon={<ImagePlus />} onClick={onChoose}>
            {t('photo.choose')}
          </Button>
        )}
      </div>
    );
  }
  if (photo === null || photo?.state === 'awaited') {
    return (
      <div className={styles.nothing}>
        <Loader aria-hidden="true" />
        <span>{t('photo.awaited')}</span>
      </div>
    );
  }
  return (
    <img
      className={styles.picture}
      src={photoAddress(use.photo, 'preview')}
      alt={use.alt}
      width={photo?.width ?? 1200}
      height={photo?.height ?? 800}
      draggable={false}
    />
  );
}
