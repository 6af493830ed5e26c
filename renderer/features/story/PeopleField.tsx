import { Autocomplete } from '@base-ui/react/autocomplete';
import { TriangleAlert } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { Byline } from '#shared/domain/article.ts';
import type { Person } from '#shared/domain/roles.ts';
import { bylineFrom, bylineOf, findPeople, personOf } from '#shared/domain/suggest/people.ts';
import { useWords } from '../../i18n/index.ts';
import { OrderedRows } from './furniture/OrderedRows.tsx';
import styles from './PeopleField.module.css';

/** Staff, or a name that is nobody's in the register. */
type Offered = Person | { readonly free: string };

/**
 * Names of a byline, in the order in which they are printed. Typing finds staff by name, short name and code; Enter
 * takes the first one, a comma takes the words as they stand.
 */
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
  const id = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const highlighted = useRef<Offered | undefined>(undefined);
  const name = typed.trim();
  const offered: readonly Offered[] =
    name === '' ? [] : [...findPeople(register, name).slice(0, 8), { free: name }];
  const add = (byline: Byline): void => {
    setTyped('');
    if (byline.name === '' || people.some((each) => plain(each.name) === plain(byline.name)))
      return;
    onChange([...people, byline]);
  };
  const take = (choice: Offered): void =>
    add('free' in choice ? { name: choice.free } : bylineFrom(choice));
  return (
    <div className={styles.group} data-where={where} tabIndex={-1}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <OrderedRows
        label={label}
        rows={people}
        nameOf={(person) => person.name}
        editable={editable}
        onChange={onChange}
      >
        {(byline) => <Name byline={byline} register={register} />}
      </OrderedRows>
      {editable && (
        <Autocomplete.Root
          items={offered}
          // An open list hides all else from screen readers: without a choice it is closed.
          open={open && offered.length > 0}
          onOpenChange={setOpen}
          filter={null}
          autoHighlight="always"
          value={typed}
          itemToStringValue={(choice: Offered) =>
            'free' in choice ? choice.free : choice.fullName
          }
          onItemHighlighted={(choice) => {
            highlighted.current = choice;
          }}
          onValueChange={(value, { reason }) => {
            if (reason === 'item-press') {
              if (highlighted.current !== undefined) take(highlighted.current);
            } else {
              setTyped(value);
              setOpen(true);
            }
          }}
        >
          <Autocomplete.Input
            id={id}
            className={styles.input}
            placeholder={t('people.add')}
            onBlur={() => {
              if (name !== '') add(bylineOf(name, register));
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === ',') {
                event.preventDefault();
                add(bylineOf(name, register));
              } else if (event.key === 'Backspace' && typed === '' && people.length > 0) {
                onChange(people.slice(0, -1));
              }
            }}
          />
          <Autocomplete.Portal>
            <Autocomplete.Positioner className={styles.above} sideOffset={4}>
              <Autocomplete.Popup className={styles.list}>
                <Autocomplete.List>
                  {(choice: Offered) => (
                    <Autocomplete.Item
                      key={'free' in choice ? 'free' : choice.id}
                      value={choice}
                      className={styles.choice}
                    >
                      {'free' in choice ? (
                        <span>{t('people.as-free', { name: choice.free })}</span>
                      ) : (
                        <>
                          <span>{choice.fullName}</span>
                          <span className={styles.codes}>{codesOf(choice)}</span>
                        </>
                      )}
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
              </Autocomplete.Popup>
            </Autocomplete.Positioner>
          </Autocomplete.Portal>
        </Autocomplete.Root>
      )}
    </div>
  );
}

function Name({
  byline,
  register,
}: {
  readonly byline: Byline;
  readonly register: readonly Person[];
}) {
  const { t } = useWords();
  const person = personOf(byline, register);
  return (
    <>
      <span className={styles.name}>{byline.name}</span>
      {person === undefined ? (
        <span className={styles.free}>
          <TriangleAlert aria-hidden="true" />
          {t('people.free')}
        </span>
      ) : (
        <span className={styles.codes}>{codesOf(person)}</span>
      )}
    </>
  );
}

function codesOf({ shortName, signoffCode }: Person): string {
  return [shortName, signoffCode].filter((part) => part !== '').join(' · ');
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
