import type { Proof } from '#shared/domain/seal.ts';
import { useWords } from '../../i18n/index.ts';
import { Dialog } from '../../ui/index.ts';
import styles from './PublicationPanel.module.css';

/** The read-back, field by field: what was sealed, and what the reader's page says. */
export function ProofDialog({
  proof,
  onClose,
}: {
  readonly proof: Proof;
  readonly onClose: () => void;
}) {
  const { t, dateTime } = useWords();
  return (
    <Dialog
      open
      width="wide"
      onClose={onClose}
      title={t('proof.title')}
      lead={t('proof.lead', { at: dateTime(proof.at) })}
      closeName={t('close')}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('proof.field')}</th>
            <th scope="col">{t('proof.sealed')}</th>
            <th scope="col">{t('proof.live')}</th>
            <th scope="col">{t('proof.result')}</th>
          </tr>
        </thead>
        <tbody>
          {proof.fields.map((field) => (
            <tr key={field.field}>
              <td>{field.field}</td>
              <td>{field.sealed}</td>
              <td>{field.equal ? t('proof.as-sealed') : field.live}</td>
              <td className={field.equal ? styles.same : styles.other}>
                {field.equal ? `✓ ${t('proof.same')}` : `≠ ${t('proof.other')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
