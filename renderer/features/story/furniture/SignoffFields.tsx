import { Plus } from 'lucide-react';
import type { Byline, Signoff } from '#shared/domain/article.ts';
import type { Person } from '#shared/domain/roles.ts';
import { printSignoffs } from '#shared/domain/story-text/signoff.ts';
import { personOf, sameSignoff, signoffOf } from '#shared/domain/suggest/people.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button, TextField } from '../../../ui/index.ts';
import styles from '../Inspector.module.css';
import { OrderedRows } from './OrderedRows.tsx';

/** The codes after the last paragraph, in the order in which they are printed. */
export function SignoffFields({
  signoffs,
  writers,
  register,
  editable,
  onChange,
}: {
  readonly signoffs: readonly Signoff[];
  readonly writers: readonly Byline[];
  readonly register: readonly Person[];
  readonly editable: boolean;
  readonly onChange: (signoffs: readonly Signoff[]) => void;
}) {
  const { t } = useWords();
  const writer = personOf(writers[0], register);
  const offered = writer === undefined ? null : signoffOf(writer);
  const stands = offered !== null && signoffs.some((signoff) => sameSignoff(signoff, offered));
  const set = (index: number, fields: Partial<Signoff>): void =>
    onChange(signoffs.map((each, at) => (at === index ? { ...each, ...fields } : each)));
  return (
    <section className={styles.group} data-where="signoffs">
      <h2>{t('field.signoff')}</h2>
      <OrderedRows
        label={t('field.signoff')}
        rows={signoffs}
        nameOf={(signoff) => printSignoffs([signoff]) || t('signoff.empty')}
        editable={editable}
        onChange={onChange}
      >
        {(signoff, index) => (
          <div className={styles.pair}>
            <TextField
              label={t('field.signoff-short')}
              hiddenLabel
              placeholder={t('field.signoff-short')}
              value={signoff.short}
              readOnly={!editable}
              onChange={(event) => set(index, { short: event.target.value })}
            />
            <TextField
              label={t('field.signoff-code')}
              hiddenLabel
              placeholder={t('field.signoff-code')}
              value={signoff.code}
              readOnly={!editable}
              onChange={(event) => set(index, { code: event.target.value })}
            />
          </div>
        )}
      </OrderedRows>
      {editable && (
        <div className={styles.names}>
          {offered !== null && !stands && (
            <Button size="small" onClick={() => onChange([offered, ...signoffs])}>
              {t('signoff.from-writer', { printed: printSignoffs([offered]) })}
            </Button>
          )}
          <Button
            size="small"
            look="quiet"
            icon={<Plus />}
            onClick={() => onChange([...signoffs, { short: '', code: '' }])}
          >
            {t('signoff.add')}
          </Button>
        </div>
      )}
      <p className={styles.facts}>
        {t('field.printed-as')} {printSignoffs(signoffs) || '—'}
      </p>
    </section>
  );
}
