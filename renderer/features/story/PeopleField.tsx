import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { Byline } from '#shared/domain/article.ts';
import type { Person } from '#shared/domain/roles.ts';
import { useWords } from '../../i18n/index.ts';
import { classes, TextField } from '../../ui/index.ts';
import styles from './Inspector.module.css';

/** Names of a byline: staff from the register by name, anybody else as a free name. Enter adds. */
export function PeopleField({
  label,
  where,
  people,
  register,
  editable,
  onChange,
}: {
  readonly label: string;
  readonly where: string;
  readonly people: readonly Byline[];
  readonly register: readonly Person[];
  readonly editable: boolean;
  readonly onChange: (people: readonly Byline[]) => void;
}) {
  const { t } = useWords();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const add = (): void => {
    const name = typed.trim().replace(/,$/, '');
    if (name === '') return;
    const staff = register.find((person) => person.fullName.toLowerCase() === name.toLowerCase());
    setTyped('');
    if (people.some((person) => person.name.toLowerCase() === name.toLowerCase())) return;
    onChange([
      ...people,
      staff === undefined ? { name } : { name: staff.fullName, person: staff.id },
    ]);
  };
  return (
    <div className={styles.group} data-where={where} tabIndex={-1}>
      {editable ? (
        <TextField
          label={label}
          placeholder={t('people.add')}
          list={listId}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' || event.key === ',') {
              event.preventDefault();
              add();
            } else if (event.key === 'Backspace' && typed === '' && people.length > 0) {
              onChange(people.slice(0, -1));
            }
          }}
        />
      ) : (
        <h2>{label}</h2>
      )}
      <datalist id={listId}>
        {register.map((person) => (
          <option key={person.id}>{person.fullName}</option>
        ))}
      </datalist>
      <ul className={styles.names}>
        {people.map((person) => (
          <li
            key={person.name}
            className={classes(styles.nameTag, person.person === undefined && styles.free)}
            title={t(person.person === undefined ? 'people.free' : 'people.staff')}
          >
            {person.name}
            {editable && (
              <button
                type="button"
                aria-label={t('people.remove', { name: person.name })}
                onClick={() => onChange(people.filter((other) => other !== person))}
              >
                <X aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
