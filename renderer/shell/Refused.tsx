import { useEffect } from 'react';
import { commandRow, type CommandId } from '../commands/index.ts';
import { useWords } from '../i18n/index.ts';
import styles from './Refused.module.css';

export interface Refusal {
  readonly id: CommandId;
  readonly because: string;
}

const SHOWN_MS = 6_000;

/** Says for a moment why a command that was asked for by key or menu can't be done now. */
export function Refused({
  refusal,
  onRead,
}: {
  readonly refusal: Refusal | null;
  readonly onRead: () => void;
}) {
  const { t } = useWords();
  useEffect(() => {
    if (refusal === null) return undefined;
    const timer = setTimeout(onRead, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [onRead, refusal]);
  const row = refusal === null ? null : commandRow(refusal.id);
  return (
    <div className={styles.place} role="status">
      {refusal !== null && row !== null && (
        <p className={styles.note}>
          <strong>{t(row.name, row.values)}</strong> {refusal.because}
        </p>
      )}
    </div>
  );
}
