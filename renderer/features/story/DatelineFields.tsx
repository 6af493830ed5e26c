import type { Dateline } from '#shared/domain/article.ts';
import type { Desk, Site } from '#shared/domain/roles.ts';
import { printDateline } from '#shared/domain/story-text/dateline.ts';
import { useWords } from '../../i18n/index.ts';
import { Select, TextField } from '../../ui/index.ts';
import styles from './Inspector.module.css';

const FORMS = ['brand-first', 'place-first', 'place-brackets'] as const;
const SEPARATORS = ['-', '–', '—'] as const;

/** The dateline in its parts, and as it will be printed. */
export function DatelineFields({
  dateline,
  site,
  desk,
  editable,
  onChange,
}: {
  readonly dateline: Dateline | null;
  readonly site: Site | undefined;
  readonly desk: Desk | undefined;
  readonly editable: boolean;
  readonly onChange: (dateline: Dateline | null) => void;
}) {
  const { t } = useWords();
  const shown: Dateline = dateline ?? {
    form: 'brand-first',
    brand: '',
    place: '',
    date: '',
    separator: '-',
  };
  const change = (fields: Partial<Dateline>): void => {
    const next = { ...shown, ...fields };
    const empty = next.brand === '' && next.place === '' && next.date === '';
    onChange(empty ? null : next);
  };
  return (
    <section className={styles.group} data-where="dateline" tabIndex={-1}>
      <h2>{t('field.dateline')}</h2>
      <p className={styles.printed} aria-label={t('field.dateline-printed')}>
        {dateline === null ? '' : printDateline(dateline)}
      </p>
      <div className={styles.pair}>
        <TextField
          label={t('field.place')}
          placeholder={desk?.datelinePlace ?? ''}
          value={shown.place}
          readOnly={!editable}
          onChange={(event) => change({ place: event.target.value })}
        />
        <TextField
          label={t('field.brand')}
          placeholder={site?.datelineBrand ?? ''}
          value={shown.brand}
          readOnly={!editable}
          onChange={(event) => change({ brand: event.target.value })}
        />
      </div>
      <div className={styles.pair}>
        <Select
          label={t('field.form')}
          value={shown.form}
          readOnly={!editable}
          choices={FORMS.map((form) => ({ value: form, name: t(`form.${form}`) }))}
          onChange={(form) => change({ form })}
        />
        <Select
          label={t('field.separator')}
          value={shown.separator}
          readOnly={!editable}
          choices={[...new Set([...SEPARATORS, shown.separator])].map((value) => ({
            value,
            name: value,
          }))}
          onChange={(separator) => change({ separator })}
        />
      </div>
    </section>
  );
}
