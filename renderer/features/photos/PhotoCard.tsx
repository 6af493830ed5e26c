import { ArrowDownToLine, ArrowUpToLine, Sparkles, Trash2 } from 'lucide-react';
import type { PhotoUse } from '#shared/domain/article.ts';
import { printCaption } from '#shared/domain/story-text/caption.ts';
import { useWords } from '../../i18n/index.ts';
import { usePhoto } from '../../newsroom/index.ts';
import { Button, IconButton, TextAreaField, TextField } from '../../ui/index.ts';
import { proposalFor } from './admit.ts';
import { Picture } from './Picture.tsx';
import styles from './PhotoCard.module.css';

export type PhotoWordsField = 'slug' | 'caption' | 'credit' | 'creditLead' | 'alt';

export interface PhotoCardProps {
  readonly use: PhotoUse;
  readonly place: 'lead' | 'body';
  readonly editable: boolean;
  /** Moving and removing change the body. */
  readonly movable: boolean;
  readonly onChange: (fields: Partial<Omit<PhotoUse, 'id'>>) => void;
  readonly onRemove: () => void;
  readonly onMove: () => void;
  readonly onChoosePicture: () => void;
}

/** One photo in one story: the picture and its words, edited where they stand, and the exact line that is printed. */
export function PhotoCard(props: PhotoCardProps) {
  const { use, place, editable, movable, onChange } = props;
  const { t, bytes } = useWords();
  const photo = usePhoto(use.photo);
  const proposal = editable ? proposalFor(use, photo?.proposal) : null;
  const printed = printCaption(use, 'brackets');
  const field = (name: PhotoWordsField) => ({
    id: `photo-${use.id}-${name}`,
    value: use[name],
    readOnly: !editable,
    'data-where': `photo:${use.id}.${name}`,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange({ [name]: event.target.value }),
  });
  return (
    <figure
      className={styles.card}
      aria-label={t(place === 'lead' ? 'photo.lead' : 'photo.inside')}
    >
      <div className={styles.top}>
        <div className={styles.stage} data-where={`photo:${use.id}.photo`}>
          <Picture use={use} photo={photo} editable={editable} onChoose={props.onChoosePicture} />
        </div>
        <div className={styles.words}>
          <div className={styles.title}>
            <strong>{t(place === 'lead' ? 'photo.lead' : 'photo.inside')}</strong>
            {photo !== null && photo !== undefined && (
              <span>
                {photo.width} × {photo.height} · {bytes(photo.bytes)}
              </span>
            )}
            {movable && (
              <div className={styles.tools}>
                <IconButton
                  name={t(place === 'lead' ? 'photo.to-body' : 'photo.to-lead')}
                  icon={place === 'lead' ? <ArrowDownToLine /> : <ArrowUpToLine />}
                  size="small"
                  onClick={props.onMove}
                />
                <IconButton
                  name={t('photo.remove')}
                  icon={<Trash2 />}
                  size="small"
                  onClick={props.onRemove}
                />
              </div>
            )}
          </div>
          <TextField
            label={t('photo.slug')}
            placeholder={t('photo.slug-here')}
            {...field('slug')}
            onChange={(event) => onChange({ slug: event.target.value.toLocaleUpperCase('id') })}
          />
          <TextAreaField
            label={t('photo.caption')}
            placeholder={t('photo.caption-here')}
            {...field('caption')}
          />
        </div>
      </div>
      {proposal !== null && (
        <div className={styles.proposal}>
          <Sparkles aria-hidden="true" />
          <span>{t('photo.proposal')}</span>
          <Button size="small" onClick={() => onChange(proposal)}>
            {t('photo.proposal-use')}
          </Button>
        </div>
      )}
      <div className={styles.pair}>
        <TextField
          label={t('photo.credit')}
          placeholder={t('photo.credit-here')}
          {...field('credit')}
        />
        <TextField
          label={t('photo.credit-lead')}
          placeholder={t('photo.credit-lead-here')}
          {...field('creditLead')}
        />
      </div>
      <TextAreaField
        rows={1}
        label={t('photo.alt')}
        placeholder={t('photo.alt-here')}
        {...field('alt')}
      />
      {printed !== '' && (
        <figcaption className={styles.printed}>
          <span>{t('photo.printed')}</span>
          {printed}
        </figcaption>
      )}
    </figure>
  );
}
