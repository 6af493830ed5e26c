import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { IconButton } from '../../../ui/index.ts';
import styles from './OrderedRows.module.css';

/** A list whose order is printed: each row can be moved and taken away, by its buttons, and from there by Alt with the arrows. */
export function OrderedRows<Row>({
  label,
  rows,
  nameOf,
  editable,
  onChange,
  children,
}: {
  readonly label: string;
  readonly rows: readonly Row[];
  /** What a row is called when it is moved or taken away. */
  readonly nameOf: (row: Row) => string;
  readonly editable: boolean;
  readonly onChange: (rows: readonly Row[]) => void;
  readonly children: (row: Row, index: number) => ReactNode;
}) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState('');
  const focusRow = (index: number, control: string): void => {
    // The list itself goes with its last row: then the field or button beside it has the focus.
    const beside = list.current?.parentElement;
    // After the rows have been drawn in their new order.
    setTimeout(() => {
      const row = list.current?.children[Math.max(0, index)];
      const found = row?.querySelector<HTMLElement>(`[data-control="${control}"]`);
      (found ?? beside?.querySelector<HTMLElement>('input, button'))?.focus();
    }, 0);
  };
  const move = (from: number, by: 1 | -1): void => {
    const to = from + by;
    const row = rows[from];
    const other = rows[to];
    if (row === undefined || other === undefined) return;
    onChange(rows.map((each, index) => (index === from ? other : index === to ? row : each)));
    setSaid(t('rows.moved', { name: nameOf(row), place: to + 1, count: rows.length }));
    focusRow(to, by === 1 ? 'down' : 'up');
  };
  const remove = (at: number): void => {
    const row = rows[at];
    if (row === undefined) return;
    onChange(rows.filter((_, index) => index !== at));
    setSaid(t('rows.removed', { name: nameOf(row) }));
    focusRow(Math.min(at, rows.length - 2), 'remove');
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (!editable || !event.altKey || event.ctrlKey || event.shiftKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(index, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <>
      {rows.length > 0 && (
        <ul ref={list} className={styles.rows} aria-label={label}>
          {rows.map((row, index) => (
            <li key={index}>
              <div className={styles.row}>
                <div className={styles.words}>{children(row, index)}</div>
                {editable && (
                  <span className={styles.tools}>
                    {rows.length > 1 && (
                      <>
                        <IconButton
                          data-control="up"
                          onKeyDown={(event) => onKeyDown(event, index)}
                          name={t('rows.up', { name: nameOf(row) })}
                          icon={<ArrowUp />}
                          size="small"
                          refusal={index === 0 ? t('rows.first') : undefined}
                          onClick={() => move(index, -1)}
                        />
                        <IconButton
                          data-control="down"
                          onKeyDown={(event) => onKeyDown(event, index)}
                          name={t('rows.down', { name: nameOf(row) })}
                          icon={<ArrowDown />}
                          size="small"
                          refusal={index === rows.length - 1 ? t('rows.last') : undefined}
                          onClick={() => move(index, 1)}
                        />
                      </>
                    )}
                    <IconButton
                      data-control="remove"
                      onKeyDown={(event) => onKeyDown(event, index)}
                      name={t('people.remove', { name: nameOf(row) })}
                      icon={<X />}
                      size="small"
                      onClick={() => remove(index)}
                    />
                  </span>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <span className="unseen" role="status">
        {said}
      </span>
    </>
  );
}
