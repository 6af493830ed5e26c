import { X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { TextField } from '../../ui/index.ts';
import styles from './Inspector.module.css';

/** Tags: Enter or a comma adds, Backspace in the empty field takes the last away. */
export function TagsField({
  tags,
  editable,
  onChange,
}: {
  readonly tags: readonly string[];
  readonly editable: boolean;
  readonly onChange: (tags: readonly string[]) => void;
}) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const add = (text: string): void => {
    const fresh = text
      .split(',')
      .map((tag) => tag.trim().replace(/^#/, ''))
      .filter((tag) => tag !== '' && !tags.includes(tag));
    setTyped('');
    if (fresh.length > 0) onChange([...tags, ...fresh]);
  };
  return (
    <div className={styles.group} data-where="tags">
      <TextField
        label={t('field.tags')}
        placeholder={t('field.tags-here')}
        value={typed}
        readOnly={!editable}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => add(typed)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault();
            add(typed);
          } else if (event.key === 'Backspace' && typed === '' && editable) {
            onChange(tags.slice(0, -1));
          }
        }}
      />
      <ul className={styles.names}>
        {tags.map((tag) => (
          <li key={tag} className={styles.nameTag}>
            {tag}
            {editable && (
              <button
                type="button"
                aria-label={t('people.remove', { name: tag })}
                onClick={() => onChange(tags.filter((other) => other !== tag))}
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
